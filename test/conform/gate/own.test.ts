/** This library's own endpoint keeps every rule, however soon it ends a connection, and under every edition. */
import { describe, expect, it } from 'vitest'
import type { AccountId, EditionName } from '../../../src/index.js'
import { madeUp, ownEndpoint, reportOn, reportOverHttp, settlingWhenSeen, withoutEnd } from '../world.js'

const unreached = (report: Awaited<ReturnType<typeof reportOverHttp>>) =>
  report.checks.filter(({ outcome }) => outcome.is === 'not reached')

/** The guide allows these, and the proxy of the store cannot be reached, so that another exception answers. */
const unreachedUnder: Partial<Record<EditionName, ReadonlyArray<string>>> = {
  'developer-guide': ['NewCustomKeyStoreName', 'XksProxyAuthenticationCredential', 'XksProxyUriPath'].map(
    (member) => `EXTERNAL_KEY_STORE/UpdateCustomKeyStore (${member})/FAILED`
  )
}

describe('the own endpoint', () => {
  it('keeps every rule where a connection takes its time, and every state is reached', async () => {
    const report = await reportOn(settlingWhenSeen(), { patience: withoutEnd, runs: 10 })
    expect(report.faults).toEqual([])
    expect(unreached(report)).toEqual([])
    expect(report.histories).toEqual({ ran: 10, seed: 1 })
    expect(report.checks.length).toBeGreaterThan(150)
    expect(report.checks.every(({ outcome }) => outcome.is === 'as documented')).toBe(true)
  })

  it('keeps every rule where a connection ends at once; what passes too soon is not reached', async () => {
    const report = await reportOverHttp(ownEndpoint({ connectionDelay: 0 }), { runs: 30 })
    expect(report.faults).toEqual([])
    expect(new Set(unreached(report).map(({ state }) => state))).toEqual(
      new Set(['CONNECTING', 'DISCONNECTING'])
    )
    expect(report.histories).toEqual({ ran: 30, seed: 1 })
  })

  it('keeps every rule where a connection never ends; what comes after is not reached', async () => {
    const report = await reportOverHttp(ownEndpoint({ connectionDelay: 'manual' }), { patience: 10, runs: 3 })
    expect(report.faults).toEqual([])
    const states = new Set(unreached(report).map(({ state }) => state))
    expect(states).toContain('CONNECTED')
    expect(states).toContain('FAILED')
    const isReached = (id: string) => report.checks.find((check) => check.id === id)?.outcome.is
    expect(isReached('AWS_CLOUDHSM/DeleteCustomKeyStore/CONNECTING')).toBe('as documented')
    expect(isReached('EXTERNAL_KEY_STORE/ConnectCustomKeyStore/DISCONNECTING')).toBe('as documented')
    expect(report.left.stores.length).toBeGreaterThan(0)
  })

  it.each<EditionName>([
    'operation-page-2022',
    'exception-text-2026',
    'operation-page-2026',
    'developer-guide'
  ])('keeps the rules of edition %s when it follows that', async (edition) => {
    const report = await reportOn(settlingWhenSeen({ edition }), { edition, patience: withoutEnd, runs: 3 })
    expect(report.faults).toEqual([])
    expect(unreached(report).map(({ id }) => id)).toEqual(unreachedUnder[edition] ?? [])
  })

  it('keeps every rule where all share one account, and is left with few stores', async () => {
    const kms = ownEndpoint({})
    const report = await reportOverHttp(kms, { account: '111122223333' as AccountId, runs: 20 })
    expect(report.faults).toEqual([])
    expect(report.left.stores.length).toBeLessThanOrEqual(7)
    const notMade = report.checks.filter(
      ({ outcome }) => outcome.is === 'not reached' && outcome.why.startsWith('a store with a key')
    )
    expect(notMade.map(({ id }) => id.replace('vectors/', '')).sort()).toEqual([
      'CreateKey/VPC_ENDPOINT_SERVICE/CONNECTED',
      'sequences/AWS_CLOUDHSM/destination-key-unavailable',
      'sequences/AWS_CLOUDHSM/key-shown',
      'sequences/AWS_CLOUDHSM/key-use',
      'sequences/PUBLIC_ENDPOINT/delete-with-key',
      'sequences/PUBLIC_ENDPOINT/key-shown',
      'sequences/PUBLIC_ENDPOINT/key-use'
    ])
    const ids = kms.accounts().flatMap(({ stores }) => stores.map((store) => store.CustomKeyStoreId))
    expect(new Set(ids)).toEqual(new Set(report.left.stores))
    const keys = kms.accounts().flatMap((account) => account.keys)
    expect(new Set(keys.map(({ KeyId }) => KeyId))).toEqual(new Set(report.left.keys))
    expect(keys.filter(({ DeletionDate: date }) => date === undefined)).toEqual([])
  })

  it('is told where FAILED cannot be reached', async () => {
    const report = await reportOverHttp(ownEndpoint({}), { storeProperties: madeUp })
    const failed = report.checks.filter(({ state }) => state === 'FAILED')
    expect(failed.length).toBeGreaterThan(10)
    for (const { outcome } of failed) {
      expect(outcome).toEqual({ is: 'not reached', why: expect.stringContaining('--stores') })
    }
  })
})
