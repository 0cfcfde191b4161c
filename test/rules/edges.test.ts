/** Cases at the edges of rules, and what each rule hangs on that no request shows. Written by hand. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/Claim.js'
import type { CustomKeyStore } from '../../src/model/CustomKeyStore.js'
import { Grant } from '../../src/model/Grant.js'
import { XksProxyConfiguration } from '../../src/model/XksProxyConfiguration.js'
import { CreateGrantRequest } from '../../src/model/requests/GrantRequests.js'
import { operationNames, operations, type AnyOperation } from '../../src/operations/index.js'
import * as grants from '../../src/rules/grants.js'
import * as keyPolicy from '../../src/rules/keyPolicy.js'
import * as keyRequest from '../../src/rules/keyRequest.js'
import * as keysInStore from '../../src/rules/keysInStore.js'
import { materialCanBeRotated } from '../../src/rules/notInStores.js'
import * as otherStores from '../../src/rules/otherStores.js'
import * as proxies from '../../src/rules/proxy.js'
import { refusing } from '../../src/rules/refusing.js'
import * as updateMembers from '../../src/rules/updateMembers.js'
import {
  cloudHsmKey,
  cloudHsmStore,
  decoded,
  externalKey,
  externalStore,
  proxyWith,
  updateRequest
} from '../fixtures.js'

const standing = <A>({ applies, holds }: Claim<A>, subject: A) =>
  applies(subject) ? (holds(subject) ? 'holds' : 'does not hold') : 'does not apply'

describe('a grant', () => {
  const request = (changes: object) =>
    decoded(CreateGrantRequest, {
      KeyId: cloudHsmKey().KeyId,
      GranteePrincipal: 'arn:aws:iam::111122223333:role/worker',
      Operations: ['Decrypt'],
      ...changes
    })
  const named = request({
    Name: 'one',
    Constraints: { EncryptionContextEquals: { first: '1', second: '2' } }
  })
  const { KeyId: _, ...terms } = named
  const grant = decoded(Grant, { ...terms, GrantId: '0'.repeat(64), CreationDate: 1 })
  const key = cloudHsmKey({ Grants: [grant] })

  it.each([
    'Sign',
    'Verify',
    'GetPublicKey',
    'GenerateMac',
    'VerifyMac',
    'DeriveSharedSecret',
    'Encapsulate',
    'Decapsulate'
  ])('must not permit %s, also beside what the key supports', (operation) => {
    expect(
      standing(grants.grantOperationsFitKey, {
        key,
        request: request({ Operations: ['Decrypt', operation] })
      })
    ).toBe('does not hold')
  })

  it('is the same in whatever order its context is written, and another without a name or with other terms', () => {
    const Constraints = { EncryptionContextEquals: { second: '2', first: '1' } }
    const same = (changes: object, of = key) => grants.sameGrant({ key: of, request: request(changes) })
    expect(same({ Name: 'one', Constraints })).toEqual(grant)
    expect(same({ Constraints })).toBe(undefined)
    expect(same({ Name: 'two', Constraints })).toBe(undefined)
    expect(same({ Name: 'one', Constraints: { EncryptionContextSubset: { first: '1', second: '2' } } })).toBe(
      undefined
    )
    expect(same({ Name: 'one', Constraints }, cloudHsmKey())).toBe(undefined)
  })

  it('that was made before needs no room in the quota', () => {
    const asked = (changes: object) =>
      standing(grants.grantQuotaIsNotReached, { key, request: request(changes), grantQuota: 1 })
    expect(asked({ ...terms })).toBe('holds')
    expect(asked({ Name: 'two' })).toBe('does not hold')
  })

  it('is not on a key that has none', () => {
    expect(grants.grantsOn(cloudHsmKey())).toEqual([])
    expect(grants.grantsOn(key)).toEqual([{ key, grants: [grant], grant }])
  })
})

describe('a key policy', () => {
  const size = (Policy: string) => standing(keyPolicy.policySizeIsKept, { request: { Policy } })

  it('has 32,768 bytes, of which a character beyond ASCII takes two', () => {
    expect(size('\u007f'.repeat(32_768))).toBe('holds')
    expect(size('\u007f'.repeat(32_769))).toBe('does not hold')
    expect(size('\u0080'.repeat(16_384))).toBe('holds')
    expect(size(`${'\u0080'.repeat(16_384)}a`)).toBe('does not hold')
    expect(size('é'.repeat(16_385))).toBe('does not hold')
  })

  it.each([
    ['{"AWS":"a","Service":"b"}', 'holds'],
    ['{"AWS":["a","b"]}', 'holds'],
    ['{"AWS":"a","Service":""}', 'does not hold'],
    ['{"AWS":["a",""]}', 'does not hold'],
    ['{"AWS":[]}', 'does not hold'],
    ['{}', 'does not hold'],
    ['""', 'does not hold']
  ])('names principals, all of them: %s', (principal, verdict) => {
    const Policy = `{"Statement":[{"Principal":${principal}}]}`
    expect(standing(keyRequest.statementsHavePrincipals, { request: { Policy } })).toBe(verdict)
  })
})

describe('a rule about an external key', () => {
  it('has nothing to do with a request that names none', () => {
    expect(standing(keysInStore.xksKeyIsFree, { keys: [] })).toBe('does not apply')
    for (const rule of [
      keysInStore.xksKeyExists,
      keysInStore.xksKeyIsAes256,
      keysInStore.xksKeyIsEnabled,
      keysInStore.xksKeyEncryptsAndDecrypts
    ])
      expect(standing(rule, { proxy: proxyWith() })).toBe('does not apply')
  })
})

describe('an endpoint of a proxy', () => {
  const at = (UriEndpoint: string) =>
    decoded(XksProxyConfiguration, { ...externalStore('DISCONNECTED').XksProxyConfiguration, UriEndpoint })
  const same = (one: string, other: string) => otherStores.haveSameEndpoint(at(one), at(other))

  it('is the same in other letters, and another where it has as many of them', () => {
    expect(same('https://public.example.com', 'https://PUBLIC.example.com')).toBe(true)
    expect(same('https://public.example.com', 'https://others.example.com')).toBe(false)
    expect(same('https://public.example.com', 'https://public.example.co')).toBe(false)
  })

  it('need not be another one where the connectivity stays, or the store has none', () => {
    const asked = (store: CustomKeyStore, members: object) =>
      standing(updateMembers.endpointChangesWithConnectivity, {
        store,
        request: updateRequest(store, { ...members })
      })
    const open = externalStore('DISCONNECTED')
    const { UriEndpoint: XksProxyUriEndpoint } = open.XksProxyConfiguration
    expect(asked(open, { XksProxyUriEndpoint })).toBe('does not apply')
    expect(asked(open, { XksProxyConnectivity: 'PUBLIC_ENDPOINT', XksProxyUriEndpoint })).toBe(
      'does not apply'
    )
    expect(asked(open, { XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE', XksProxyUriEndpoint })).toBe(
      'does not hold'
    )
    for (const members of [{ KeyStorePassword: 'kmsPswd' }, { XksProxyConnectivity: 'PUBLIC_ENDPOINT' }])
      expect(asked(cloudHsmStore('DISCONNECTED'), members)).toBe('does not apply')
  })

  it('is asked whether it allows the use of an external key where there are both', () => {
    const { XksProxyConfiguration: configuration } = externalStore('DISCONNECTED')
    const [proxy, xksKeyId] = [proxyWith(), externalKey().XksKeyConfiguration.Id]
    const { proxyAuthorizesUseOfKey: rule } = proxies
    expect(standing(rule, { configuration, proxy, xksKeyId })).toBe('holds')
    expect(standing(rule, { configuration, proxy })).toBe('does not apply')
    expect(standing(rule, { proxy, xksKeyId })).toBe('does not apply')
  })
})

describe('what a refusal is about', () => {
  it('is the cluster, where that backs another store, and the origin of a key that is in a store', () => {
    expect(otherStores.clusterIsFree.concerns).toEqual({ kind: 'AWS CloudHSM cluster' })
    expect(materialCanBeRotated.concerns).toEqual({ kind: 'KMS key', because: 'origin' })
  })

  const left = {
    name: 'KMSInternalException',
    message: 'm',
    httpStatus: 500,
    fault: 'server',
    retry: 'later',
    rule: 'one',
    source: 'API_ConnectCustomKeyStore'
  }
  const store = cloudHsmStore('CONNECTED')
  const resource = { kind: 'custom key store', id: store.CustomKeyStoreId, state: 'CONNECTED' }
  const refused = (refusal: object, subject: object, allowedBy?: ReadonlyArray<string>): unknown =>
    refusing({
      refusal: E.left(refusal) as never,
      ...(allowedBy && { allowedBy: () => allowedBy as never })
    })(subject)

  it.each([
    ['no more', left],
    ['assumptions', { ...left, assumes: ['A1'] }],
    ['more than that', { ...left, assumes: ['A1'], implied: true }]
  ])('is added to a refusal that states %s, and nothing else', (_, refusal) => {
    expect(refused(refusal, { store })).toStrictEqual(E.left({ ...refusal, resource }))
    expect(refused(refusal, {})).toStrictEqual(E.left(refusal))
    expect(refused(refusal, { store }, [])).toStrictEqual(E.left({ ...refusal, resource }))
    expect(refused(refusal, { store }, ['developer-guide'])).toStrictEqual(
      E.left({ ...refusal, resource, allowedBy: ['developer-guide'] })
    )
  })
})

describe('what no request shows', () => {
  const rules = operationNames.flatMap((name) => {
    const { parts }: AnyOperation = operations[name]
    return parts.flatMap((part) => part.rules)
  })
  const hangingOn = (outside: string) => [
    ...new Set(rules.filter((rule) => rule.outside === outside).map(({ name }) => name))
  ]

  it('is in KMS, for the rules about quotas and about its own working', () => {
    expect(hangingOn('AWS KMS').sort()).toEqual([
      'aliasQuotaIsNotReached',
      'dependenciesAnswerInTime',
      'grantQuotaIsNotReached',
      'keyIsAtHand',
      'keyQuotaIsNotReached',
      'kmsSucceeds',
      'storeQuotaIsNotReached'
    ])
  })

  it('is in other accounts, for the rules about the Region', () => {
    expect(hangingOn('other accounts').sort()).toEqual([
      'proxyUriIsFreeInRegion',
      'publicEndpointIsNoVpcOneInRegion',
      'vpcEndpointIsFreeInRegion',
      'vpcEndpointServiceIsFreeInRegion'
    ])
  })

  it('is behind the store, for the rules about clusters, proxies, services, external keys and key material', () => {
    const behind = hangingOn('backing key store')
    const about = /^(cluster|proxy|vpcEndpointService|xksKey|externalKeyManager|trustAnchor|keyMaterial)/
    expect(behind.filter((name) => !about.test(name))).toEqual([])
    for (const name of [
      'keyMaterialIsInCluster',
      'trustAnchorIsTheClusters',
      'externalKeyManagerIsAvailable'
    ])
      expect(behind).toContain(name)
    expect([...new Set(rules.flatMap(({ outside }) => outside ?? []))].sort()).toEqual([
      'AWS KMS',
      'backing key store',
      'other accounts'
    ])
  })
})
