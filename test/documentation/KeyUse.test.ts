/** What the documents say of the use and the states of KMS keys in custom key stores. Written by hand. */
import type * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ExceptionOf } from '../../src/exceptions/documentedExceptions.js'
import { account as onAccount, type CloudHsmCluster, type KeyId, type XksProxy } from '../../src/index.js'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { keyMetadata } from '../../src/model/KeyMetadata.js'
import { keyState, type KmsKey } from '../../src/model/KmsKey.js'
import { cancelKeyDeletion } from '../../src/operations/cancelKeyDeletion.js'
import { disableKey } from '../../src/operations/disableKey.js'
import { enableKey } from '../../src/operations/enableKey.js'
import { scheduleKeyDeletion } from '../../src/operations/scheduleKeyDeletion.js'
import { useKey } from '../../src/operations/useKey.js'
import {
  accepted,
  accountId,
  accountWith,
  behindStore,
  circumstances,
  cloudHsmKey,
  cloudHsmStore,
  clusterWith,
  everyState,
  externalKey,
  externalStore,
  proxyWith,
  proxyWithKey,
  storesIn,
  verdict,
  withKeys
} from '../fixtures.js'

const keyOf = (store: CustomKeyStore, changes: Readonly<Record<string, unknown>> = {}): KmsKey =>
  store.CustomKeyStoreType === 'AWS_CLOUDHSM' ? cloudHsmKey(changes) : externalKey(changes)
const used = (store: CustomKeyStore, key = keyOf(store)) => verdict(useKey(behindStore(store))(store)(key))

type Manage = (store: CustomKeyStore) => (key: KmsKey) => E.Either<ExceptionOf<'EnableKey'>, KmsKey>

const pending = { DeletionDate: 1_900_000_000 }
const month = { now: 1_800_000_000, PendingWindowInDays: 30 }

describe('Key states of AWS KMS keys, https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html', () => {
  it.each(['DISCONNECTED', 'CONNECTING', 'FAILED', 'DISCONNECTING'] as const)(
    'a key in a store that is %s is Unavailable, whether it is enabled or disabled',
    (state) => {
      for (const store of storesIn(state)) {
        expect(keyState(store)(keyOf(store))).toBe('Unavailable')
        expect(keyState(store)(keyOf(store, { enabled: false }))).toBe('Unavailable')
      }
    }
  )

  it.each(everyState)('a key pending deletion stays PendingDeletion in a store that is %s', (state) => {
    for (const store of storesIn(state))
      expect(keyState(store)(keyOf(store, pending))).toBe('PendingDeletion')
  })

  it('a key is Enabled or Disabled as before, once its store is connected again', () => {
    for (const store of storesIn('CONNECTED')) {
      expect(keyState(store)(keyOf(store))).toBe('Enabled')
      expect(keyState(store)(keyOf(store, { enabled: false }))).toBe('Disabled')
    }
  })

  it('a key shows Enabled as true in the state Enabled only', () => {
    const enabled = everyState.map(
      (state) => keyMetadata(accountId, cloudHsmStore(state))(cloudHsmKey()).Enabled
    )
    expect(enabled).toEqual([false, false, true, false, false])
    expect(keyMetadata(accountId, cloudHsmStore('CONNECTED'))(cloudHsmKey(pending)).Enabled).toBe(false)
  })

  it.each<[string, Manage, boolean]>([
    ['EnableKey', enableKey({}), true],
    ['DisableKey', disableKey({}), false]
  ])('%s succeeds on an Unavailable key and shows once the store is connected', (_, manage, enabled) => {
    const before = cloudHsmKey({ enabled: !enabled })
    const after = accepted(manage(cloudHsmStore('DISCONNECTED'))(before))
    expect(keyState(cloudHsmStore('DISCONNECTED'))(after)).toBe('Unavailable')
    expect(keyState(cloudHsmStore('CONNECTED'))(after)).toBe(enabled ? 'Enabled' : 'Disabled')
  })

  it('ScheduleKeyDeletion succeeds on a key that is Enabled, Disabled or Unavailable', () => {
    const [connected, disconnected] = [cloudHsmStore('CONNECTED'), cloudHsmStore('DISCONNECTED')]
    const schedule = scheduleKeyDeletion(month)
    for (const [store, enabled] of [
      [connected, true],
      [connected, false],
      [disconnected, true]
    ] as const) {
      const after = accepted(schedule(store)(cloudHsmKey({ enabled })))
      expect(keyState(store)(after)).toBe('PendingDeletion')
      expect(after.DeletionDate).toBe(1_800_000_000 + 30 * 24 * 60 * 60)
    }
  })

  it.each([
    ['ScheduleKeyDeletion', scheduleKeyDeletion(month)],
    ['EnableKey', enableKey({})],
    ['DisableKey', disableKey({})]
  ] as const)(
    '%s answers KMSInvalidStateException to a key pending deletion, in any state of the store',
    (_, manage) => {
      for (const state of everyState) {
        expect(verdict(manage(cloudHsmStore(state))(cloudHsmKey(pending)))).toBe('KMSInvalidStateException')
      }
    }
  )

  it.each(everyState)(
    'CancelKeyDeletion succeeds on a key pending deletion in a store that is %s',
    (state) => {
      const store = cloudHsmStore(state)
      const after = accepted(cancelKeyDeletion({})(store)(cloudHsmKey(pending)))
      expect(keyState(store)(after)).toBe(state === 'CONNECTED' ? 'Disabled' : 'Unavailable')
    }
  )

  it('CancelKeyDeletion answers KMSInvalidStateException to a key that is not pending deletion', () => {
    for (const state of everyState) {
      expect(verdict(cancelKeyDeletion({})(cloudHsmStore(state))(cloudHsmKey()))).toBe(
        'KMSInvalidStateException'
      )
    }
  })
})

describe('Use KMS keys in an AWS CloudHSM key store, https://docs.aws.amazon.com/kms/latest/developerguide/manage-cmk-keystore.html#use-cmk-keystore', () => {
  it('a key can be used when it is enabled and its store is connected', () => {
    expect(storesIn('CONNECTED').map((store) => used(store))).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it.each(['DISCONNECTED', 'CONNECTING', 'FAILED', 'DISCONNECTING'] as const)(
    'KMSInvalidStateException, and not the exception about stores, answers when the store is %s',
    (state) => {
      expect(storesIn(state).map((store) => used(store))).toEqual([
        'KMSInvalidStateException',
        'KMSInvalidStateException',
        'KMSInvalidStateException'
      ])
    }
  )

  it('DisabledException answers when the key is disabled and the store is connected', () => {
    for (const store of storesIn('CONNECTED')) {
      expect(used(store, keyOf(store, { enabled: false }))).toBe('DisabledException')
    }
  })

  it('KMSInvalidStateException answers when the key is pending deletion', () => {
    for (const store of storesIn('CONNECTED')) {
      expect(used(store, keyOf(store, pending))).toBe('KMSInvalidStateException')
    }
  })

  describe('with an AWS CloudHSM key store that is connected, KMSInvalidStateException answers', () => {
    const store = cloudHsmStore('CONNECTED')
    const usedWith = (cluster: CloudHsmCluster | undefined) =>
      verdict(useKey({ cluster })(store)(cloudHsmKey()))

    it('when the cluster has no active HSM, but not when it has one', () => {
      const hsm = { availabilityZone: 'eu-central-1a', state: 'ACTIVE' }
      expect(usedWith(clusterWith({ hsms: [] }))).toBe('KMSInvalidStateException')
      expect(usedWith(clusterWith({ hsms: [hsm] }))).toBe('accepted')
    })

    it('when the cluster is gone', () => {
      expect(usedWith(undefined)).toBe('KMSInvalidStateException')
    })

    it('when the cluster is not active', () => {
      expect(usedWith(clusterWith({ state: 'DEGRADED' }))).toBe('KMSInvalidStateException')
    })

    it('when the key material has been deleted from the cluster', () => {
      const lost = clusterWith({ lostKeyMaterial: ['11111111-2222-3333-4444-555555555555'] })
      expect(usedWith(lost)).toBe('KMSInvalidStateException')
      expect(usedWith(clusterWith({ lostKeyMaterial: ['another key'] }))).toBe('accepted')
    })

    it('and not when the cluster has subnets, or active HSMs, in one Availability Zone alone', () => {
      const { subnets, hsms } = clusterWith()
      expect(usedWith(clusterWith({ subnets: subnets.slice(1) }))).toBe('accepted')
      expect(usedWith(clusterWith({ hsms: hsms.slice(1) }))).toBe('accepted')
    })

    it('when the security group or the network keeps KMS from the cluster', () => {
      const { securityGroup } = clusterWith()
      const closed = clusterWith({ securityGroup: { ...securityGroup, inbound: [] } })
      expect(usedWith(closed)).toBe('KMSInvalidStateException')
      expect(usedWith(clusterWith({ reachable: false }))).toBe('KMSInvalidStateException')
    })

    it('and not when there is a proxy that fails', () => {
      const facts = { cluster: clusterWith(), proxy: proxyWith({ reachable: false }) }
      expect(verdict(useKey(facts)(store)(cloudHsmKey()))).toBe('accepted')
    })
  })

  describe('with an external key store that is connected, KMSInvalidStateException answers', () => {
    const store = externalStore('CONNECTED')
    const usedWith = (proxy: XksProxy | undefined) => verdict(useKey({ proxy })(store)(externalKey()))

    it.each([
      ['cannot be reached', { reachable: false }],
      ['cannot be reached over the network', { networkIsSound: false }],
      ['has a TLS fault', { tlsIsValid: false }],
      ['answers too late', { answersInTime: false }],
      ['turns requests away', { throttles: true }],
      ['refuses the credential', { acceptsCredential: false }],
      ['denies access', { authorizesKms: false }],
      ['is not at the path', { knowsUriPath: false }],
      ['gives an unreadable answer', { answersAreValid: false }],
      ['does not support the request', { supportsRequest: false }],
      ['has no key manager', { externalKeyManager: 'UNAVAILABLE' }],
      ['denies requests about the key', { deniedKeys: [externalKey().XksKeyConfiguration.Id] }],
      ['denies requests about any key', { deniedKeys: 'any' }],
      ['does not know the key', { externalKeys: {} }]
    ])('when the proxy %s', (_, fault) => {
      expect(usedWith(proxyWith(fault))).toBe('KMSInvalidStateException')
    })

    it('when the external key is disabled, may not be used so, or is no 256-bit AES key any longer', () => {
      expect(usedWith(proxyWithKey({ keySpec: 'RSA_2048' }))).toBe('KMSInvalidStateException')
      expect(usedWith(proxyWithKey({ keyStatus: 'DISABLED' }))).toBe('KMSInvalidStateException')
      expect(usedWith(proxyWithKey({ keyUsage: ['ENCRYPT'] }))).toBe('KMSInvalidStateException')
    })

    it('and not when the proxy denies requests about another key', () => {
      expect(usedWith(proxyWith({ deniedKeys: ['another'] }))).toBe('accepted')
    })

    it('when the proxy denies requests of the principal, and not when it denies those of another', () => {
      const proxy = proxyWith({ deniedPrincipals: ['arn:aws:iam::111122223333:user/denied'] })
      const usedBy = (principal?: string) => verdict(useKey({ proxy, principal })(store)(externalKey()))
      expect(usedBy('arn:aws:iam::111122223333:user/denied')).toBe('KMSInvalidStateException')
      expect(usedBy('arn:aws:iam::111122223333:user/allowed')).toBe('accepted')
      expect(usedBy()).toBe('accepted')
    })

    it('and not when there is a cluster that fails', () => {
      const facts = { proxy: proxyWith(), cluster: clusterWith({ state: 'DELETED' }) }
      expect(verdict(useKey(facts)(store)(externalKey()))).toBe('accepted')
    })
  })

  it('an outage behind a connected store leaves the key Enabled: the store is not disconnected by it', () => {
    const key = cloudHsmKey()
    expect(verdict(useKey({})(cloudHsmStore('CONNECTED'))(key))).toBe('KMSInvalidStateException')
    expect(keyState(cloudHsmStore('CONNECTED'))(key)).toBe('Enabled')
  })

  it.each(['DependencyTimeoutException', 'KMSInternalException', 'KeyUnavailableException'] as const)(
    '%s, with HTTP status 500, answers when KMS cannot serve the request, which can be tried again',
    (failure) => {
      const store = cloudHsmStore('CONNECTED')
      expect(useKey({ ...behindStore(store), failure })(store)(cloudHsmKey())).toMatchObject({
        left: { name: failure, httpStatus: 500, retry: 'helps' }
      })
    }
  )

  it('NotFoundException answers when the account has no such key', () => {
    const account = withKeys(cloudHsmKey())(accountWith(cloudHsmStore('CONNECTED')))
    const use = (id: string) =>
      verdict(onAccount.encrypt(circumstances)({ KeyId: id as KeyId, Plaintext: '' })(account))
    expect(use('11111111-2222-3333-4444-555555555555')).toBe('accepted')
    expect(use('arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555')).toBe(
      'accepted'
    )
    expect(use('22222222-2222-3333-4444-555555555555')).toBe('NotFoundException')
  })
})
