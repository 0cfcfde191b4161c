/** The remedies, against what the guides say of each ConnectionErrorCode, by hand. */
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { behind } from '../../src/model/Infrastructure.js'
import { remedies, type Remedy } from '../../src/plan/index.js'
import { faultBehind, infrastructureWith, noFault } from '../../src/plan/faults.js'
import { cloudHsmStore, endOf, externalStore } from '../fixtures.js'
import { neededUpdates } from './planWorld.js'

const all: ReadonlyArray<readonly [string, string, Remedy]> = Object.entries(remedies).flatMap(
  ([type, byCode]) => Object.entries<Remedy>(byCode).map(([code, remedy]) => [type, code, remedy] as const)
)

const inOneCase: Readonly<Record<string, ReadonlyArray<string>>> = {
  'AWS_CLOUDHSM INVALID_CREDENTIALS': ['KeyStorePassword'],
  'EXTERNAL_KEY_STORE INVALID_CREDENTIALS': ['XksProxyAuthenticationCredential'],
  INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: ['CloudHsmClusterId'],
  USER_LOGGED_IN: ['KeyStorePassword'],
  USER_NOT_FOUND: ['KeyStorePassword'],
  XKS_PROXY_INVALID_TLS_CONFIGURATION: ['XksProxyUriEndpoint'],
  XKS_PROXY_NOT_REACHABLE: ['XksProxyUriEndpoint', 'XksProxyUriPath'],
  XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION: ['XksProxyUriEndpoint', 'XksProxyVpcEndpointServiceName'],
  XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND: ['XksProxyVpcEndpointServiceName']
}

describe('the remedies', () => {
  it('are 10 for one type of store and 11 for the other, 18 codes in all', () => {
    expect(all).toHaveLength(21)
    expect(new Set(all.map(([, code]) => code)).size).toBe(18)
    expect(Object.keys(remedies.AWS_CLOUDHSM)).toHaveLength(10)
  })

  it.each(all)('of %s, %s: tell KMS what the guide says', (type, code, remedy) => {
    expect(remedy.update).toEqual(neededUpdates[type]![code])
    expect(remedy.mayNeed?.update).toEqual(inOneCase[`${type} ${code}`] ?? inOneCase[code])
  })

  it.each(all)('of %s, %s: put something right, unless KMS failed by itself', (_type, code, remedy) => {
    expect(remedy.fix === undefined).toBe(code === 'INTERNAL_ERROR')
  })

  it.each(all)('of %s, %s: name the page on troubleshooting', (type, _code, remedy) => {
    expect(remedy.source).toBe(type === 'AWS_CLOUDHSM' ? 'fix-keystore' : 'xks-troubleshooting')
  })
})

describe('the faults that codes are taken for', () => {
  const failed = (type: string, ConnectionErrorCode: string) =>
    type === 'AWS_CLOUDHSM'
      ? cloudHsmStore('FAILED', { ConnectionErrorCode })
      : externalStore('FAILED', 'VPC_ENDPOINT_SERVICE', { ConnectionErrorCode })
  const connecting = (type: string) =>
    type === 'AWS_CLOUDHSM'
      ? cloudHsmStore('CONNECTING')
      : externalStore('CONNECTING', 'VPC_ENDPOINT_SERVICE')

  it.each(all)('of %s, %s: make a connection fail with that code', (type, code) => {
    const store = connecting(type)
    const infrastructure = infrastructureWith(faultBehind(failed(type, code)), store)
    const end = code === 'INTERNAL_ERROR' ? 'CONNECTED' : code
    expect(endOf(behind(infrastructure, store), store)).toBe(end)
  })

  it('are none for a store that has not failed', () => {
    expect(faultBehind(cloudHsmStore('DISCONNECTED'))).toBe(noFault)
  })

  it('keep no store of the other type from anything', () => {
    const infrastructure = infrastructureWith(noFault, externalStore('CONNECTED'))
    const id = cloudHsmStore('CONNECTED').CloudHsmClusterId
    expect(infrastructure.cluster(id)).toEqual(cks.healthyCluster(id))
  })
})
