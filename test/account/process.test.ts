import { describe, expect, it } from 'vitest'
import { infrastructureOf, healthyInfrastructure } from '../../src/model/Infrastructure.js'
import { reported, settled } from '../../src/account/process.js'
import { connectionFailed, connectionSucceeded } from '../../src/connection/process.js'
import {
  accountWith,
  cloudHsmId,
  cloudHsmStore,
  externalStore,
  infrastructureFacts,
  otherAccountId,
  publicId,
  unknownId,
  vpcEndpointServiceWith,
  vpcId
} from '../fixtures.js'

const hsm = cloudHsmStore('CONNECTING')
const external = externalStore('CONNECTING')
const account = accountWith(hsm, external)

describe('a report of a store', () => {
  it('changes that store alone', () => {
    expect(reported(publicId, connectionFailed(3, 'INTERNAL_ERROR'))(account).stores).toEqual([
      hsm,
      externalStore('FAILED', 'PUBLIC_ENDPOINT', { ConnectionErrorCode: 'INTERNAL_ERROR' })
    ])
  })

  it('that the account does not have changes nothing', () => {
    expect(reported(unknownId, connectionSucceeded(3))(account)).toBe(account)
  })
})

describe('a store that is left to itself', () => {
  it('ends as follows from what stands behind it', () => {
    const infrastructure = infrastructureOf(infrastructureFacts)
    expect(settled({ infrastructure }, cloudHsmId)(account).stores).toEqual([
      cloudHsmStore('CONNECTED'),
      external
    ])
    const nothing = infrastructureOf({ ...infrastructureFacts, clusters: [] })
    expect(settled({ infrastructure: nothing }, cloudHsmId)(account).stores).toEqual([
      cloudHsmStore('FAILED', { ConnectionErrorCode: 'CLUSTER_NOT_FOUND' }),
      external
    ])
  })

  it('ends as follows from KMS itself', () => {
    const given = { infrastructure: healthyInfrastructure, failure: 'KMSInternalException' } as const
    expect(settled(given, publicId)(account).stores).toEqual([
      hsm,
      externalStore('FAILED', 'PUBLIC_ENDPOINT', { ConnectionErrorCode: 'INTERNAL_ERROR' })
    ])
  })

  it('needs a VPC endpoint service of its own account', () => {
    const vpcAccount = accountWith(externalStore('CONNECTING', 'VPC_ENDPOINT_SERVICE'))
    const stateWith = (owner: string) => {
      const vpcEndpointServices = [vpcEndpointServiceWith({ owner })]
      const infrastructure = infrastructureOf({ ...infrastructureFacts, vpcEndpointServices })
      return settled({ infrastructure }, vpcId)(vpcAccount).stores.map((store) => store.ConnectionState)
    }
    expect(stateWith(vpcAccount.AccountId)).toEqual(['CONNECTED'])
    expect(stateWith(otherAccountId)).toEqual(['FAILED'])
  })

  it('that the account does not have changes nothing', () => {
    expect(settled({ infrastructure: healthyInfrastructure }, unknownId)(account)).toBe(account)
  })
})
