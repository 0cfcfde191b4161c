/** What stands behind the stores: clusters, proxies and VPC endpoint services. Here everything exists and is healthy, but for what INFRASTRUCTURE says otherwise. */
import { setTimeout } from 'node:timers/promises'
import {
  behind,
  connectionErrorCode,
  healthyInfrastructure,
  infrastructureOf,
  noInfrastructure,
  orElse,
  report,
  withInfrastructureChange
} from 'kms-custom-key-store'

/**
 * @param {string} [json] faults, such as {"clusters":[{"clusterId":"cluster-…","kmsuser":{"passwordMatches":false}}]}
 */
export const infrastructureWith = (json = '{}') => {
  const facts = withInfrastructureChange(JSON.parse(json))(noInfrastructure)
  if (facts._tag === 'Left') throw new Error(`INFRASTRUCTURE: ${report(facts.left).join('; ')}`)
  return orElse(healthyInfrastructure)(infrastructureOf(facts.right))
}

/**
 * The work of connecting or disconnecting a store. It may be done twice, or half, so it has to begin by looking at what is
 * there already. Here it only takes time.
 *
 * @returns {(owner: object, store: object) => Promise<string | undefined>} the ConnectionErrorCode, if a connection fails
 */
export const finishing = (infrastructure, milliseconds) => async (owner, store) => {
  await setTimeout(milliseconds)
  if (store.ConnectionState !== 'CONNECTING') return undefined
  const facts = { ...behind(infrastructure, store), account: owner.account, region: owner.region }
  return connectionErrorCode(facts)(store)
}
