/** Parallel and Map: what is inside of them is checked as the workflow is. */
import { describe, expect, it } from 'vitest'
import {
  byState,
  caught,
  cloudHsm,
  checked,
  describeStore,
  fail,
  found,
  kms,
  machine,
  succeed,
  wait
} from './machines.js'

const disconnecting = {
  Disconnect: kms('disconnectCustomKeyStore', 'Look', caught('Look')),
  Look: describeStore('Which'),
  Which: byState({ DISCONNECTED: 'Done', DISCONNECTING: 'Wait' }, 'GiveUp'),
  Wait: wait('Look'),
  Done: succeed,
  GiveUp: fail
}

const renaming = kms('updateCustomKeyStore', undefined, {
  Parameters: { 'CustomKeyStoreId.$': '$.CustomKeyStoreId', NewCustomKeyStoreName: 'NewName' }
})

const parallel = (fields: object, ...branches: ReadonlyArray<object>) => ({
  Type: 'Parallel',
  Branches: branches,
  ResultPath: '$.done',
  ...fields
})

describe('branches of a Parallel', () => {
  it('ask KMS in every order', () => {
    const together = parallel(
      { End: true },
      machine({ Disconnect: kms('disconnectCustomKeyStore', undefined, caught('Not')), Not: fail }),
      machine({ Delete: kms('deleteCustomKeyStore', undefined) })
    )
    const { findings } = checked(machine({ Both: together }), {
      ...cloudHsm('DISCONNECTED'),
      without: ['notReached']
    })
    const paths = findings.map(({ kind, state, path }) => [
      kind,
      state,
      path.filter(({ asks }) => asks !== undefined).length
    ])
    expect(paths).toContainEqual(['uncaughtError', 'Delete', 1])
    const connected = found(machine({ Both: together }), {
      ...cloudHsm('CONNECTED'),
      without: ['notReached']
    })
    expect(connected).toContain('uncaughtError at Delete')
    expect(connected).toContain('refusedRequest at Delete')
  })

  it('end it when all have ended, and their faults are its own to catch', () => {
    const both = (fields: object) =>
      machine({
        Both: parallel({ Next: 'Done', ...fields }, machine(disconnecting), machine({ Rename: renaming })),
        Done: succeed,
        GiveUp: fail
      })
    const options = {
      ...cloudHsm('CONNECTED'),
      edition: 'exception-text-2022' as const,
      without: ['unreachableState'] as const
    }
    const faults = ['refusedRequest at Rename', 'uncaughtError at Rename']
    expect([...found(both({}), options)].sort()).toEqual(faults)
    expect(found(both(caught('GiveUp')), options)).toEqual([])
  })

  it('go round for ever like any other', () => {
    const polling = machine({
      Connect: kms('connectCustomKeyStore', 'Look'),
      Look: describeStore('Which'),
      Which: byState({ CONNECTED: 'Done' }, 'Wait'),
      Wait: wait('Look'),
      Done: succeed
    })
    const other = machine({ Nothing: { Type: 'Pass', End: true } })
    const { findings } = checked(
      machine({ Both: parallel({ End: true }, other, polling) }),
      cloudHsm('DISCONNECTED')
    )
    expect(findings.map(({ kind }) => kind)).toEqual(['endlessLoop'])
  })
})

describe('a Map', () => {
  const over = (
    fields: object,
    states: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      Delete: kms('deleteCustomKeyStore')
    }
  ) =>
    machine({
      Each: { Type: 'Map', ItemProcessor: machine(states), End: true, ...fields }
    })

  it('goes through the items that are known', () => {
    const input = { ids: [{ CustomKeyStoreId: 'cks-a' }, { CustomKeyStoreId: 'cks-b' }] }
    const options = {
      input,
      ...cloudHsm('DISCONNECTED'),
      without: ['refusedRequest', 'uncaughtError'] as const
    }
    const report = checked(over({ ItemsPath: '$.ids', MaxConcurrency: 1 }), options)
    expect(report.findings).toEqual([])
    const again = checked(over({ ItemsPath: '$.ids' }, { Disconnect: kms('disconnectCustomKeyStore') }), {
      input,
      ...cloudHsm('DISCONNECTING')
    })
    expect(again.findings.map(({ path }) => path[0]?.stores)).toContainEqual([
      'cks-a DISCONNECTING',
      'cks-b DISCONNECTING'
    ])
  })

  it('goes through none and one where they are not known', () => {
    const { findings } = checked(over({ ItemsPath: '$.ids' }), cloudHsm('CONNECTED'))
    expect(findings.map(({ kind, state }) => [kind, state])).toEqual([['uncaughtError', 'Delete']])
  })

  it('has no more items under way at once than it may', () => {
    const input = { ids: [{ CustomKeyStoreId: 'cks-a' }, { CustomKeyStoreId: 'cks-b' }] }
    const nodes = (MaxConcurrency: number) =>
      checked(over({ ItemsPath: '$.ids', MaxConcurrency }), { input, ...cloudHsm('DISCONNECTED') }).nodes
    expect(nodes(1)).toBeLessThan(nodes(2))
    expect(nodes(2)).toBe(nodes(0))
  })

  it('does not know what its ItemReader reads', () => {
    const { findings } = checked(
      over({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject' } }),
      cloudHsm('CONNECTED')
    )
    expect(findings.map(({ kind, state }) => [kind, state])).toEqual([['uncaughtError', 'Delete']])
  })

  it('takes what ItemSelector makes of an item', () => {
    const selector = { 'CustomKeyStoreId.$': '$$.Map.Item.Value' }
    const deleting = over({ ItemsPath: '$.ids', ItemSelector: selector })
    const { findings } = checked(deleting, {
      input: { ids: ['cks-nobody'], CustomKeyStoreId: 'cks-a' },
      ...cloudHsm('DISCONNECTED')
    })
    expect(findings.map(({ kind, path }) => [kind, path.at(-1)?.answer])).toEqual([
      ['uncaughtError', 'CustomKeyStoreNotFoundException']
    ])
  })
})
