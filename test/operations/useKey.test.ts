/** The facts of the use of a key, and how each of its rules stands. */
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { enabledKey } from '../../src/possible/exampleKeys.js'
import { clusterId, exampleStore } from '../../src/possible/examples.js'

const store = exampleStore('AWS_CLOUDHSM', 'CONNECTED')
const key = enabledKey('AWS_CLOUDHSM')
const facts = cks.useKey.facts({
  infrastructure: cks.healthyInfrastructure,
  principal: 'arn:aws:iam::1:user/a'
})(store)

it('its facts are about the cluster of the store, and who asks', () => {
  expect(facts).toEqual({
    cluster: cks.healthyCluster(clusterId),
    proxy: undefined,
    vpcEndpointService: undefined,
    failure: undefined,
    principal: 'arn:aws:iam::1:user/a'
  })
  expect(E.isRight(cks.useKey(facts)(store)(key))).toBe(true)
})

it('has no effect that is told', () => {
  expect(cks.useKey.explain(facts)(store)(key).follows).toEqual([])
})

it('explains which rules hold', () => {
  const { rules } = cks.useKey.explain(facts)({
    ...store,
    ConnectionState: 'DISCONNECTED'
  })(key)
  const broken = rules.filter(({ verdict }) => verdict === 'does not hold').map(({ rule }) => rule)
  expect(broken).toEqual(['keyIsAvailable'])
})
