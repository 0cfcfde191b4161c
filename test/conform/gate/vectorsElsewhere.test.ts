/** The vectors where an endpoint offers less, or the user has named what stands behind its stores. */
import { describe, expect, it } from 'vitest'
import type { CheckOutcome } from '../../../src/conform/ConformReport.js'
import type { AccountId } from '../../../src/index.js'
import { madeUp, ownEndpoint, reportOn } from '../world.js'

const only = 'vectors/'
const atOnce = { connectionDelay: 0 }

const kinds = (outcomes: ReadonlyArray<CheckOutcome>) => [...new Set(outcomes.map(({ is }) => is))]

describe('of the own endpoint', () => {
  it('where all share one account, what creates keys stops after two stores that stay', async () => {
    const kms = ownEndpoint(atOnce)
    const { checks, faults, left } = await reportOn(kms, { only, account: '111122223333' as AccountId })
    expect(faults).toEqual([])
    const unreached = checks.filter(({ outcome }) => outcome.is !== 'as documented')
    expect(unreached.length).toBeLessThan(40)
    for (const { id, outcome } of unreached) {
      expect(id).toMatch(/key|CreateKey/i)
      expect(outcome).toMatchObject({ is: 'not reached', why: expect.stringContaining('cannot be removed') })
    }
    expect(left.stores.length).toBeLessThanOrEqual(2 + 3)
    const [account] = kms.accounts().filter(({ stores }) => stores.length > 0)
    expect(account?.stores.map(({ CustomKeyStoreId }) => CustomKeyStoreId).sort()).toEqual(
      [...left.stores].sort()
    )
    expect(account?.aliases ?? []).toEqual([])
  })

  it('where no connection ends, what needs one is not reached, and is not waited for again and again', async () => {
    const report = await reportOn(ownEndpoint({ connectionDelay: 'manual' }), { only, patience: 50 })
    expect(report.faults).toEqual([])
    expect(kinds(report.checks.map(({ outcome }) => outcome)).sort()).toEqual([
      'as documented',
      'not reached'
    ])
    const why = 'CONNECTING lasts longer than 50 ms'
    for (const { outcome } of report.checks) {
      if (outcome.is === 'not reached') expect(outcome).toEqual({ is: 'not reached', why })
    }
  })

  it('with a type left out, no vector has a store of it', async () => {
    const types = ['AWS_CLOUDHSM'] as const
    const { checks } = await reportOn(ownEndpoint(atOnce), { only, types })
    const ids = checks.map(({ id }) => id)
    expect(ids).not.toContain('vectors/CreateCustomKeyStore/AWS_CLOUDHSM/name-in-use')
    expect(ids).not.toContain('vectors/sequences/AWS_CLOUDHSM/pages')
    expect(ids.filter((id) => !id.includes('/AWS_CLOUDHSM/'))).toEqual([])
    expect(ids.length).toBeGreaterThan(200)
  })

  it('with a cluster that is named, every store has that one', async () => {
    const storeProperties = {
      ...madeUp,
      AWS_CLOUDHSM: { sound: { CloudHsmClusterId: 'cluster-namednamed2' } }
    }
    const kms = ownEndpoint(atOnce)
    const { checks, faults } = await reportOn(kms, { only, storeProperties, types: ['AWS_CLOUDHSM'] })
    expect(faults).toEqual([])
    expect(kinds(checks.map(({ outcome }) => outcome)).sort()).toEqual(['as documented'])
    const clusters = kms
      .accounts()
      .flatMap(({ stores }) => stores)
      .map((store) => 'CloudHsmClusterId' in store && store.CloudHsmClusterId)
    expect(new Set(clusters)).toEqual(new Set(['cluster-namednamed2']))
  })

  it('with a cluster that is named in an account that all share, the store for the keys has it', async () => {
    const storeProperties = {
      ...madeUp,
      AWS_CLOUDHSM: { sound: { CloudHsmClusterId: 'cluster-namednamed2' } }
    }
    const { checks, faults } = await reportOn(ownEndpoint(atOnce), {
      only,
      storeProperties,
      types: ['AWS_CLOUDHSM'],
      account: '111122223333' as AccountId
    })
    expect(faults).toEqual([])
    const reasons = checks.flatMap(({ outcome }) => (outcome.is === 'not reached' ? [outcome.why] : []))
    expect(new Set(reasons)).toEqual(
      new Set(['a store with a key cannot be removed, and enough of them have stayed'])
    )
    expect(reasons.length).toBeLessThan(20)
  })

  it('with a proxy that is named, what is of the other connectivity is not reached', async () => {
    const sound = {
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: 'https://named.example.com'
    }
    const storeProperties = { ...madeUp, EXTERNAL_KEY_STORE: { sound } }
    const { checks, faults } = await reportOn(ownEndpoint(atOnce), {
      only,
      storeProperties,
      types: ['EXTERNAL_KEY_STORE']
    })
    expect(faults).toEqual([])
    const reasons = checks.flatMap(({ id, outcome }) =>
      outcome.is === 'not reached'
        ? [`${id.replace('/forms/', '/').split('/')[2] ?? ''}: ${outcome.why}`]
        : []
    )
    expect(new Set(reasons)).toEqual(
      new Set([
        'VPC_ENDPOINT_SERVICE: the external key store that was named is a PUBLIC_ENDPOINT',
        'PUBLIC_ENDPOINT: it needs another XksProxyUriEndpoint than the one that was named'
      ])
    )
  })
})
