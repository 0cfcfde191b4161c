/** The page on facts has every member, and says of each what the rules say. What it says of some is written here by hand. */
import { describe, expect, it } from 'vitest'
import { clusterRows } from '../../src/documents/facts/clusterRows.js'
import { effectsOf, effectsOfFailure, type Entries } from '../../src/documents/facts/effects.js'
import type { FactRows } from '../../src/documents/facts/FactRow.js'
import { proxyRows, serviceRows } from '../../src/documents/facts/externalRows.js'
import { healthyFacts, healthyFactsJson } from '../../src/documents/facts/healthy.js'
import { shapesOf } from '../../src/documents/facts/shape.js'
import { factsDocument, rulesDocument } from '../../src/documents/index.js'
import * as cks from '../../src/index.js'
import { decoded, isRead } from '../fixtures.js'

const pages = {
  clusters: [cks.CloudHsmCluster, clusterRows],
  proxies: [cks.XksProxy, proxyRows],
  vpcEndpointServices: [cks.VpcEndpointService, serviceRows]
} as const satisfies Readonly<Record<Entries, readonly [unknown, FactRows]>>

describe.each(Object.entries(pages))('%s', (of, [codec, rows]) => {
  it('have a row for each member of the codec, and no other', () => {
    const paths = ['exists', ...shapesOf(codec).map(({ path }) => path)]
    expect(Object.keys(rows).sort()).toEqual(paths.sort())
  })

  it('have no fault that leads to nothing', () => {
    const harmless = Object.entries(rows).filter(
      ([, { fault }]) => fault !== undefined && effectsOf(of as Entries, fault).length === 0
    )
    expect(harmless.map(([path]) => path)).toEqual([])
  })
})

/** What leads to a need or a rule, as `section answer`; operations that use keys by Encrypt alone. */
const leadsTo = (of: Entries, fault: object): ReadonlyArray<string> =>
  effectsOf(of, fault)
    .filter(
      ({ section }) => !['Decrypt', 'ReEncrypt'].includes(section) && !section.startsWith('GenerateData')
    )
    .map(({ section, answer }) => `${section} ${answer}`)
    .sort()

describe('a fault', () => {
  it.each<[Entries, object, ReadonlyArray<string>]>([
    ['clusters', { kmsuser: { exists: false } }, ['Connection USER_NOT_FOUND']],
    ['clusters', { kmsuser: { lockedOut: true } }, ['Connection USER_LOCKED_OUT']],
    [
      'clusters',
      { hsms: [{ availabilityZone: 'a', state: 'ACTIVE' }] },
      ['CreateCustomKeyStore', 'CreateKey', 'UpdateCustomKeyStore'].map(
        (operation) => `${operation} CloudHsmClusterInvalidConfigurationException`
      )
    ],
    [
      'clusters',
      { exists: false },
      [
        'Connection CLUSTER_NOT_FOUND',
        'CreateCustomKeyStore CloudHsmClusterNotFoundException',
        'CreateKey CloudHsmClusterInvalidConfigurationException',
        'Encrypt KMSInvalidStateException',
        'UpdateCustomKeyStore CloudHsmClusterNotFoundException'
      ]
    ],
    [
      'proxies',
      { authorizesKms: false },
      [
        'Connection XKS_PROXY_ACCESS_DENIED',
        'CreateKey CustomKeyStoreInvalidStateException',
        'Encrypt KMSInvalidStateException'
      ]
    ],
    [
      'proxies',
      { externalKeys: {} },
      ['CreateKey XksKeyNotFoundException', 'Encrypt KMSInvalidStateException']
    ],
    [
      'vpcEndpointServices',
      { allowsKms: false },
      [
        'Connection XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND',
        'CreateCustomKeyStore XksProxyVpcEndpointServiceNotFoundException',
        'UpdateCustomKeyStore XksProxyVpcEndpointServiceNotFoundException'
      ]
    ]
  ])('of %s, %j, leads to what the documents say', (of, fault, expected) => {
    expect(leadsTo(of, fault)).toEqual(expected)
  })

  it('of nothing leads to nothing', () => {
    expect(effectsOf('clusters', {})).toEqual([])
    expect(effectsOf('proxies', { deniedPrincipals: ['arn:aws:iam::111122223333:user/another'] })).toEqual([])
  })

  it('of AWS KMS itself is an exception of its name', () => {
    const answers = new Set(effectsOfFailure('KMSInternalException').map(({ answer }) => answer))
    expect([...answers]).toEqual(['KMSInternalException', 'INTERNAL_ERROR'])
  })
})

it('every link of the page leads to a rule', () => {
  const anchors = new Set([...rulesDocument().matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id))
  const links = [...factsDocument().matchAll(/rules\.md#([^)]+)/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(100)
  expect(links.filter((id) => !anchors.has(id))).toEqual([])
})

describe('the healthy facts as JSON', () => {
  const { cluster, proxy, vpcEndpointService, externalKey } = JSON.parse(
    healthyFactsJson()
  ) as typeof healthyFacts

  it('are read by the codecs, with every member that has to be there', () => {
    expect(decoded(cks.CloudHsmCluster, cluster)).toEqual(healthyFacts.cluster)
    expect(decoded(cks.XksProxy, proxy)).toEqual(healthyFacts.proxy)
    expect(decoded(cks.VpcEndpointService, vpcEndpointService)).toEqual(healthyFacts.vpcEndpointService)
    expect(isRead(cks.ExternalKey, externalKey)).toBe(true)
  })
})
