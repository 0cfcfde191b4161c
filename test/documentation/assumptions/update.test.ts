/** Updating: what was chosen where AWS is silent or contradicts itself. Written by hand. */
import { describe, expect, it } from 'vitest'
import { withInfrastructureChange } from '../../../src/account/InfrastructureChange.js'
import { redacted } from '../../../src/codec/Redacted.js'
import { infrastructureOf } from '../../../src/model/Infrastructure.js'
import type { CloudHsmCluster } from '../../../src/model/CloudHsmCluster.js'
import type { CustomKeyStore } from '../../../src/model/CustomKeyStore.js'
import { update } from '../../../src/operations/update.js'
import type { UpdateFacts } from '../../../src/operations/updateFacts.js'
import { leftOpen } from '../../../src/questions/leftOpen.js'
import { under } from '../../../src/under.js'
import {
  accepted,
  accountWith,
  behindStore,
  cloudHsmStore,
  clusterWith,
  clusterWithKmsuser,
  clusterWithHsmsIn,
  endOf,
  everyState,
  externalStore,
  proxyWith,
  stateAfter,
  storesIn,
  updateRequest,
  verdict,
  vpcEndpointServiceWith
} from '../../fixtures.js'
import { namedAfter } from '../../named.js'
import { updated } from '../attempts.js'

type Members = Readonly<Record<string, unknown>>
const hsm = cloudHsmStore('DISCONNECTED')
const open = externalStore('DISCONNECTED')
const vpc = externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE')

const explained = (store: CustomKeyStore, members: Members, facts: Partial<UpdateFacts>) => {
  const request = updateRequest(store, members)
  return update.explain(namedAfter({ others: [], ...facts }, request, store))(request)(store)
}

describe('assumptions', () => {
  it('A86 a new password is taken for that of kmsuser, where KMS was held to have a wrong one', () => {
    const facts = {
      clusters: [clusterWithKmsuser({ passwordMatches: false })],
      proxies: [],
      vpcEndpointServices: []
    }
    const infrastructure = infrastructureOf(facts)
    const account = accountWith(hsm)
    const { CustomKeyStoreId } = hsm
    const righted = update.putsRight?.(
      infrastructure,
      { CustomKeyStoreId, KeyStorePassword: redacted },
      account
    )
    const after = withInfrastructureChange(righted)(facts)
    expect(after).toMatchObject({ right: { clusters: [{ kmsuser: { passwordMatches: true } }] } })
    expect(update.putsRight?.(infrastructure, { CustomKeyStoreId }, account)).toBeUndefined()
    // A user who is created has the password that KMS holds, unless the facts say otherwise.
    const connecting = cloudHsmStore('CONNECTING')
    const created = (kmsuser: Members) => endOf({ cluster: clusterWithKmsuser(kmsuser) }, connecting)
    expect(created({ exists: false })).toBe('USER_NOT_FOUND')
    expect(created({ exists: true })).toBe('CONNECTED')
    expect(created({ exists: true, passwordMatches: false })).toBe('INVALID_CREDENTIALS')
    const sound = infrastructureOf({ ...facts, clusters: [clusterWith()] })
    expect(
      update.putsRight?.(sound, { CustomKeyStoreId, KeyStorePassword: redacted }, account)
    ).toBeUndefined()
    expect(
      update.putsRight?.(infrastructure, { CustomKeyStoreId, KeyStorePassword: redacted }, accountWith(open))
    ).toBeUndefined()
  })

  it('A10 an Update is refused as a whole when one member may not be updated in the state, even to its own value', () => {
    const store = externalStore('CONNECTED')
    const { update: updateByPage } = under('operation-page-2022')
    const inState = (members: Members) =>
      verdict(updateByPage({ ...behindStore(store), others: [] })(updateRequest(store, members))(store))
    const same = { XksProxyUriEndpoint: store.XksProxyConfiguration.UriEndpoint }
    expect(inState({ NewCustomKeyStoreName: 'another name' })).toBe('accepted')
    expect(inState({ NewCustomKeyStoreName: 'another name', ...same })).toBe(
      'CustomKeyStoreInvalidStateException'
    )
    expect(inState(same)).toBe('CustomKeyStoreInvalidStateException')
  })

  it('A11 an Update of nothing is valid where some member could be updated, and changes nothing', () => {
    for (const store of storesIn('DISCONNECTED')) expect(accepted(updated(store, {}))).toEqual(store)
    for (const state of ['CONNECTING', 'CONNECTED', 'FAILED', 'DISCONNECTING'] as const) {
      expect(verdict(updated(cloudHsmStore(state), {}))).toBe('CustomKeyStoreInvalidStateException')
    }
  })

  it('a store may be given the name that it already has', () => {
    const members = { NewCustomKeyStoreName: 'hsm store' }
    expect(verdict(updated(hsm, members, { others: [hsm, open] }))).toBe('accepted')
  })

  it('A62 an Update of a name or password alone needs a cluster that exists, is active and is fit', () => {
    for (const members of [
      { NewCustomKeyStoreName: 'another name' },
      { KeyStorePassword: 'kmsuser-password' },
      {}
    ]) {
      const tried = (cluster: CloudHsmCluster | undefined) => verdict(updated(hsm, members, { cluster }))
      expect(tried(clusterWith())).toBe('accepted')
      expect(tried(undefined)).toBe('CloudHsmClusterNotFoundException')
      expect(tried(clusterWith({ state: 'DELETED' }))).toBe('CloudHsmClusterNotActiveException')
      expect(tried(clusterWithHsmsIn('eu-central-1a'))).toBe('CloudHsmClusterInvalidConfigurationException')
      const explained = update.explain({ cluster: undefined, others: [] })(updateRequest(hsm, members))(hsm)
      expect(leftOpen(explained)).toMatchObject({ outcome: true, assumes: expect.arrayContaining(['A62']) })
    }
  })

  it('A14 Update looks at the VPC endpoint service when the request carries anything of the configuration', () => {
    const vpcEndpointService = vpcEndpointServiceWith({ acceptanceRequired: true })
    expect(verdict(updated(vpc, { NewCustomKeyStoreName: 'another name' }, { vpcEndpointService }))).toBe(
      'accepted'
    )
    expect(verdict(updated(vpc, { XksProxyUriPath: '/second/kms/xks/v1' }, { vpcEndpointService }))).toBe(
      'XksProxyVpcEndpointServiceInvalidConfigurationException'
    )
  })

  it('A63 Update asks the proxy for a new name alone as well, and for nothing when it carries nothing', () => {
    const proxy = proxyWith({ reachable: false })
    const renaming = { NewCustomKeyStoreName: 'another name' }
    expect(verdict(updated(open, renaming))).toBe('accepted')
    expect(verdict(updated(open, renaming, { proxy }))).toBe('XksProxyUriUnreachableException')
    expect(verdict(updated(open, {}, { proxy }))).toBe('accepted')
    const left = leftOpen(explained(open, renaming, { proxy }))
    expect(left).toMatchObject({ outcome: true, assumes: expect.arrayContaining(['A63']) })
  })

  it.each([null, '', undefined])('A15 a change to PUBLIC_ENDPOINT drops the service, named as %j', (none) => {
    const after = updated(
      vpc,
      {
        XksProxyConnectivity: 'PUBLIC_ENDPOINT',
        XksProxyUriEndpoint: 'https://public.example.com',
        XksProxyVpcEndpointServiceName: none
      },
      { proxy: proxyWith() }
    )
    expect(JSON.stringify(accepted(after))).not.toContain('VpcEndpointService')
  })

  it('A15 leaves open a change to PUBLIC_ENDPOINT without the name of the service, and not that a public store names none', () => {
    const left = (store: CustomKeyStore, members: Members) =>
      leftOpen(explained(store, members, { proxy: proxyWith() }))
    const toPublic = {
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: 'https://public.example.com'
    }
    expect(left(vpc, toPublic)).toMatchObject({ outcome: true, assumes: ['A15'] })
    expect(left(vpc, { ...toPublic, XksProxyVpcEndpointServiceName: '' })).toMatchObject({ outcome: false })
    const serviceOfPublic = {
      XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
    }
    expect(left(open, serviceOfPublic)).toMatchObject({ outcome: false, exceptions: 'any exception' })
  })

  it('A66 a change of connectivity may carry the endpoint that the store already has', () => {
    const members = {
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: 'https://private.example.com'
    }
    expect(verdict(updated(vpc, members, { proxy: proxyWith() }))).toBe('accepted')
    const left = leftOpen(explained(vpc, members, { proxy: proxyWith() }))
    expect(left).toMatchObject({ outcome: true, assumes: expect.arrayContaining(['A66']) })
  })

  it.each(everyState)(
    'A44 the developer-guide edition takes name, credential and path of a store that is %s',
    (state) => {
      const store = externalStore(state)
      const members = { NewCustomKeyStoreName: 'another name', XksProxyUriPath: '/other/kms/xks/v1' }
      const request = updateRequest(store, members)
      const facts = namedAfter({ ...behindStore(store), others: [] }, request, store)
      expect(stateAfter(under('developer-guide').update(facts)(request)(store))).toBe(state)
    }
  )

  it('A47 clusters share a backup history if and only if they have the same certificate', () => {
    const members = { CloudHsmClusterId: 'cluster-restored222' }
    const withCertificate = (certificate: string) =>
      verdict(
        updated(hsm, members, { cluster: clusterWith({ clusterId: 'cluster-restored222', certificate }) })
      )
    expect(withCertificate('certificate of abcdefghijk')).toBe('accepted')
    expect(withCertificate('certificate of restored222')).toBe('CloudHsmClusterNotRelatedException')
  })
})
