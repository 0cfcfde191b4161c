/** What follows from an operation only in some cases, with cases of both sorts by hand. */
import { describe, expect, it } from 'vitest'
import type { Follows } from '../../src/rules/Follows.js'
import * as effects from '../../src/rules/effects.js'
import * as grants from '../../src/rules/grants.js'
import * as keyEffects from '../../src/rules/keyEffects.js'
import * as keyListing from '../../src/rules/keyListing.js'
import * as keyPolicy from '../../src/rules/keyPolicy.js'
import * as tags from '../../src/rules/tags.js'
import {
  accountWith,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  externalStore,
  updateRequest
} from '../fixtures.js'
import { exported } from './exported.js'

const hsm = cloudHsmStore('DISCONNECTED')
const open = externalStore('DISCONNECTED')
const vpc = externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE')
const owned = externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE', {
  XksProxyConfiguration: { ...vpc.XksProxyConfiguration, VpcEndpointServiceOwner: '111122223333' }
})
const key = cloudHsmKey()

const updating = (store: typeof hsm | typeof open, members: object) => ({
  store,
  request: updateRequest(store, { ...members })
})
const toPublic = { XksProxyConnectivity: 'PUBLIC_ENDPOINT', XksProxyUriEndpoint: 'https://other.example.com' }

interface Example {
  readonly effect: Follows<never>
  readonly saidOf: ReadonlyArray<unknown>
  readonly notSaidOf: ReadonlyArray<unknown>
}

const example = <A>(effect: Follows<A>, saidOf: ReadonlyArray<A>, notSaidOf: ReadonlyArray<A>): Example => ({
  effect,
  saidOf,
  notSaidOf
})

const examples: ReadonlyArray<Example> = [
  example(
    effects.connectionTakesMinutes,
    [{ store: hsm }],
    [{ store: open }, { store: cloudHsmStore('CONNECTED') }]
  ),
  example(
    effects.updateOfNothingChangesNothing,
    [updating(hsm, {}), updating(open, {})],
    [
      updating(hsm, { NewCustomKeyStoreName: 'hsm store' }),
      updating(open, { XksProxyUriPath: '/kms/xks/v1' })
    ]
  ),
  example(
    effects.passwordIsHeld,
    [updating(hsm, { KeyStorePassword: 'kmsPswd' })],
    [updating(hsm, {}), updating(hsm, { NewCustomKeyStoreName: 'another' })]
  ),
  example(
    effects.serviceIsRemoved,
    [updating(vpc, toPublic)],
    [
      updating(vpc, { NewCustomKeyStoreName: 'another' }),
      updating(open, toPublic),
      updating(vpc, { ...toPublic, XksProxyVpcEndpointServiceName: '' })
    ]
  ),
  example(
    effects.storeMayKeepItsName,
    [updating(hsm, { NewCustomKeyStoreName: hsm.CustomKeyStoreName })],
    [updating(hsm, { NewCustomKeyStoreName: 'another' }), updating(hsm, {})]
  ),
  example(
    effects.ownerIsShownWhereNamed,
    [{ found: [vpc] }, { found: [hsm, owned, vpc] }],
    [{ found: [] }, { found: [hsm, open, owned] }]
  ),
  example(
    grants.grantOnKeyPairsIsMade,
    [
      { key, request: { Operations: ['Decrypt', 'GenerateDataKeyPair'] } as never },
      { key, request: { Operations: ['GenerateDataKeyPairWithoutPlaintext'] } as never }
    ],
    [{ key, request: { Operations: ['Decrypt', 'GenerateDataKey'] } as never }]
  ),
  example(
    grants.unknownGrantIsNotListed,
    [{ request: { GrantId: 'one' }, grants: [] }],
    [
      { request: {}, grants: [] },
      { request: { GrantId: 'one' }, grants: [{ GrantId: 'one' } as never] }
    ]
  ),
  example(keyEffects.keyShowsTheClusterOfItsStore, [{ store: hsm, key }], [{ store: open, key }]),
  example(
    keyEffects.keyStateIgnoresMaterial,
    [{ key, cluster: clusterWith({ lostKeyMaterial: [key.KeyId] }) }],
    [{ key }, { key, cluster: clusterWith() }, { key, cluster: clusterWith({ lostKeyMaterial: [] }) }]
  ),
  example(keyEffects.cancelledKeyIsDisabled, [{ store: cloudHsmStore('CONNECTED') }], [{ store: hsm }]),
  example(keyEffects.cancelledKeyIsUnavailable, [{ store: hsm }], [{ store: cloudHsmStore('CONNECTED') }]),
  example(
    keyListing.aHundredKeysAreListed,
    [{ account: accountWith(), request: {} }],
    [{ account: accountWith(), request: { Limit: 100 } }]
  ),
  example(
    keyPolicy.defaultPolicyIsShown,
    [{ key }],
    [{ key: cloudHsmKey({ Policy: JSON.stringify({ Version: '2012-10-17', Statement: [] }) }) }]
  ),
  example(keyPolicy.markerOfPoliciesIsIgnored, [{ request: { Marker: 'a' } }], [{ request: {} }]),
  example(tags.noTagsChangeNothing('API_TagResource'), [{ count: 0 }], [{ count: 1 }])
]

const isConditional = (u: unknown): u is Follows<never> =>
  typeof u === 'object' && u !== null && 'says' in u && 'where' in u && !('holds' in u)

const conditional = exported.map(([, value]) => value).filter(isConditional)

describe('an effect that follows in some cases only', () => {
  it('is found', () => {
    expect(conditional.length).toBeGreaterThan(10)
  })

  it.each(conditional.map((effect) => [effect.name, effect] as const))('has examples: %s', (_, effect) => {
    expect(examples.filter((one) => one.effect === effect)).toHaveLength(1)
  })

  it.each(examples.map((one) => [one.effect.name, one] as const))('is said of these: %s', (_, one) => {
    const where = one.effect.where as (subject: unknown) => boolean
    expect([one.saidOf.map(where), one.notSaidOf.map(where)]).toEqual([
      one.saidOf.map(() => true),
      one.notSaidOf.map(() => false)
    ])
  })
})
