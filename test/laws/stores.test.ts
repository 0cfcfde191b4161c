/** Laws of the stores of an account, and of what is shown of them. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { decoded } from '../fixtures.js'
import {
  idIn,
  isAccepted,
  keptStores,
  newStores,
  ofEveryStep,
  runs,
  storeNamed,
  moreRuns
} from './everyHistory.js'
import { commands, history, start } from './history.js'

/** A member that is the owner's, on every store and key. */
const owned = (account: cks.Account): cks.Account =>
  decoded(cks.Account, {
    ...account,
    stores: account.stores.map((store) => ({ ...store, owner: store.CustomKeyStoreId })),
    keys: account.keys.map((key) => ({ ...key, owner: key.KeyId }))
  })

const ownerOf = (of: cks.CustomKeyStore | cks.KmsKey | undefined): unknown =>
  of && 'owner' in of ? of.owner : undefined

describe('stores', () => {
  test('55. what is its owner’s stays on a store and on a key, whatever happens to them', () => {
    fc.assert(
      fc.property(any.editionName, start, commands, (edition, account, what) => {
        const before = owned(account)
        const after = history(edition, before, what).at(-1)?.after ?? before
        for (const { CustomKeyStoreId: id } of before.stores) {
          const store = storeNamed(after, id)
          if (store !== undefined) expect(ownerOf(store)).toBe(id)
        }
        for (const { KeyId } of before.keys) {
          const key = cks.keyWithId(after, KeyId)
          if (key !== undefined) expect(ownerOf(key)).toBe(KeyId)
        }
      }),
      runs
    )
  })

  ofEveryStep(
    '16. the id, the type, the creation date and the trust anchor of a store never change',
    (step) => {
      const identity = (store: cks.CustomKeyStore) => ({
        type: store.CustomKeyStoreType,
        CreationDate: store.CreationDate,
        anchor: 'TrustAnchorCertificate' in store && store.TrustAnchorCertificate
      })
      for (const { was, is } of keptStores(step)) expect(identity(is)).toStrictEqual(identity(was))
    }
  )

  ofEveryStep('17. a command about one store changes no other', (step) => {
    for (const { was, is } of keptStores(step)) {
      if (was.CustomKeyStoreId !== idIn(step.command)) expect(is).toBe(was)
    }
    expect(newStores(step).length).toBeLessThanOrEqual(1)
  })

  ofEveryStep(
    '18. names, clusters, addresses and VPC endpoint services stay unique among the stores of an account',
    ({ after }) => {
      const ofHsm = after.stores.filter(cks.isCloudHsm)
      const addresses = after.stores.filter(cks.isExternal).map((store) => store.XksProxyConfiguration)
      const host = (address: cks.XksProxyConfiguration) => address.UriEndpoint.toLowerCase()
      const unique = (values: ReadonlyArray<string>) => expect(new Set(values).size).toBe(values.length)
      unique(after.stores.map((store) => store.CustomKeyStoreId))
      unique(after.stores.map((store) => store.CustomKeyStoreName))
      unique(ofHsm.map((store) => store.CloudHsmClusterId))
      unique(ofHsm.map((store) => store.clusterCertificate))
      unique(addresses.map((address) => `${host(address)}${address.UriPath}`))
      for (const address of addresses) {
        if (address.Connectivity === 'PUBLIC_ENDPOINT') continue
        expect(addresses.filter((other) => host(other) === host(address))).toHaveLength(1)
      }
      unique(
        addresses.flatMap((a) =>
          a.Connectivity === 'VPC_ENDPOINT_SERVICE' ? [a.VpcEndpointServiceName] : []
        )
      )
    },
    moreRuns
  )

  ofEveryStep(
    '19. a store is deleted when it is DISCONNECTED and holds no key, and by nothing but its deletion',
    (step) => {
      const { before, after, command } = step
      for (const was of before.stores) {
        if (storeNamed(after, was.CustomKeyStoreId) !== undefined) continue
        expect([command.does, idIn(command)]).toStrictEqual(['DeleteCustomKeyStore', was.CustomKeyStoreId])
        expect(was.ConnectionState).toBe('DISCONNECTED')
        expect(before.keys.filter((key) => key.CustomKeyStoreId === was.CustomKeyStoreId)).toHaveLength(0)
      }
    }
  )

  ofEveryStep('20. no account grows beyond its quotas', ({ before, after }) => {
    if (after.stores.length > before.stores.length) expect(after.stores.length).toBeLessThanOrEqual(4)
    if (after.keys.length > before.keys.length) expect(after.keys.length).toBeLessThanOrEqual(5)
  })

  ofEveryStep(
    '21. an accepted Update changes what it names and nothing else, all of it at once',
    (step) => {
      if (step.command.does !== 'UpdateCustomKeyStore' || !isAccepted(step)) return
      const { CustomKeyStoreId: id, ...asked } = (step.command as { request: Record<string, any> }).request
      const { was, is } = keptStores(step).find((kept) => kept.was.CustomKeyStoreId === id)!
      const shown = (store: cks.CustomKeyStore): Record<string, unknown> => ({
        ...store,
        ...('XksProxyConfiguration' in store && store.XksProxyConfiguration)
      })
      const named = {
        CustomKeyStoreName: asked['NewCustomKeyStoreName'],
        CloudHsmClusterId: asked['CloudHsmClusterId'],
        Connectivity: asked['XksProxyConnectivity'],
        UriEndpoint: asked['XksProxyUriEndpoint'],
        UriPath: asked['XksProxyUriPath'],
        AccessKeyId: asked['XksProxyAuthenticationCredential']?.AccessKeyId,
        VpcEndpointServiceName: asked['XksProxyVpcEndpointServiceName'],
        VpcEndpointServiceOwner: asked['XksProxyVpcEndpointServiceOwner']
      }
      const changed = Object.fromEntries(
        Object.entries(named).filter(([, value]) => value !== undefined && value !== null && value !== '')
      )
      const { XksProxyConfiguration: _, ...expected } = { ...shown(was), ...changed } as Record<
        string,
        unknown
      >
      const { XksProxyConfiguration: __, ...present } = shown(is)
      if (present['Connectivity'] === 'PUBLIC_ENDPOINT') {
        delete expected['VpcEndpointServiceName']
        delete expected['VpcEndpointServiceOwner']
      }
      expect(present).toStrictEqual(expected)
    },
    moreRuns
  )
})

const everyPage = (
  account: cks.Account,
  Limit: number
): ReadonlyArray<cks.DescribeCustomKeyStoresResponse> => {
  const pages: Array<cks.DescribeCustomKeyStoresResponse> = []
  let Marker: string | undefined
  do {
    const request = decoded(cks.DescribeCustomKeyStoresRequest, { Limit, Marker })
    const page = cks.describe({})(request)(account.stores)
    if (E.isLeft(page)) throw new Error(page.left.message)
    pages.push(page.right)
    Marker = page.right.NextMarker
  } while (Marker !== undefined && pages.length <= account.stores.length)
  return pages
}

describe('what is shown', () => {
  test('22. the pages of Describe, put together, are all the stores, each once, whatever the limit', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 4 }), (account, limit) => {
        const pages = everyPage(account, limit)
        const ids = pages.flatMap((page) => page.CustomKeyStores.map((entry) => entry.CustomKeyStoreId))
        expect(new Set(ids).size).toBe(ids.length)
        expect([...ids].sort()).toStrictEqual(account.stores.map((store) => store.CustomKeyStoreId).sort())
        expect(ids).toStrictEqual(
          everyPage(account, 1000).flatMap((page) => page.CustomKeyStores.map((e) => e.CustomKeyStoreId))
        )
        pages.forEach((page, i) => {
          expect(page.Truncated).toBe(i < pages.length - 1)
          expect('NextMarker' in page).toBe(page.Truncated)
          expect(page.CustomKeyStores.length).toBeLessThanOrEqual(limit)
          if (page.Truncated) expect(page.CustomKeyStores).not.toHaveLength(0)
        })
      })
    )
  })

  ofEveryStep('23. no secret is in any account, answer or refusal', ({ answer, after }) => {
    expect(JSON.stringify([answer, after])).not.toMatch(any.secretMark)
  })

  test('24. a stored account is read back as it was', () => {
    fc.assert(
      fc.property(any.editionName, start, commands, (edition, account, what) => {
        const last = history(edition, account, what).at(-1)?.after ?? account
        const stored: unknown = JSON.parse(JSON.stringify(last))
        expect(cks.decode(cks.Account)(stored)).toStrictEqual(E.right(last))
      }),
      runs
    )
  })
})
