/** Parallel and Map, functions, inputs and beginnings. */
import { describe, expect, it } from 'vitest'
import {
  byState,
  caught,
  checked,
  describeStore,
  fail,
  found,
  kms,
  machine,
  succeed,
  wait
} from './machines.js'

const of = (...states: ReadonlyArray<'CONNECTED' | 'FAILED' | 'DISCONNECTED' | 'DISCONNECTING'>) => ({
  stores: { types: ['AWS_CLOUDHSM'] as const, states }
})

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
      ...of('DISCONNECTED'),
      without: ['notReached']
    })
    const paths = findings.map(({ kind, state, path }) => [
      kind,
      state,
      path.filter(({ asks }) => asks !== undefined).length
    ])
    expect(paths).toContainEqual(['uncaughtError', 'Delete', 1])
    const connected = found(machine({ Both: together }), { ...of('CONNECTED'), without: ['notReached'] })
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
      ...of('CONNECTED'),
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
      of('DISCONNECTED')
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
    const options = { input, ...of('DISCONNECTED'), without: ['refusedRequest', 'uncaughtError'] as const }
    const report = checked(over({ ItemsPath: '$.ids', MaxConcurrency: 1 }), options)
    expect(report.findings).toEqual([])
    const again = checked(over({ ItemsPath: '$.ids' }, { Disconnect: kms('disconnectCustomKeyStore') }), {
      input,
      ...of('DISCONNECTING')
    })
    expect(again.findings.map(({ path }) => path[0]?.stores)).toContainEqual([
      'cks-a DISCONNECTING',
      'cks-b DISCONNECTING'
    ])
  })

  it('goes through none and one where they are not known', () => {
    const { findings } = checked(over({ ItemsPath: '$.ids' }), of('CONNECTED'))
    expect(findings.map(({ kind, state }) => [kind, state])).toEqual([['uncaughtError', 'Delete']])
  })

  it('takes what ItemSelector makes of an item', () => {
    const selector = { 'CustomKeyStoreId.$': '$$.Map.Item.Value' }
    const deleting = over({ ItemsPath: '$.ids', ItemSelector: selector })
    const { findings } = checked(deleting, {
      input: { ids: ['cks-nobody'], CustomKeyStoreId: 'cks-a' },
      ...of('DISCONNECTED')
    })
    expect(findings.map(({ kind, path }) => [kind, path.at(-1)?.answer])).toEqual([
      ['uncaughtError', 'CustomKeyStoreNotFoundException']
    ])
  })
})

describe('functions', () => {
  const arn = 'arn:aws:lambda:us-east-1:111122223333:function:connect-store'
  const functions = {
    'connect-store': { operation: 'ConnectCustomKeyStore', input: { 'CustomKeyStoreId.$': '$.id' } }
  } as const
  const connecting = (task: object) => machine({ Connect: { Type: 'Task', End: true, ...task } })

  it('may give and do anything, unless it is said what they ask KMS for', () => {
    expect(checked(connecting({ Resource: arn })).operations).toEqual([])
    const report = checked(connecting({ Resource: arn }), { functions, ...of('DISCONNECTED') })
    expect(report.operations).toEqual(['ConnectCustomKeyStore'])
    expect(report.findings.map(({ kind }) => kind)).toEqual(['serviceFailure', 'notReached'])
  })

  it('are found in an integration of Lambda, and answer with their Payload', () => {
    const invoke = {
      Resource: 'arn:aws-us-gov:states:::lambda:invoke',
      Parameters: { FunctionName: `${arn}:live`, Payload: { 'id.$': '$.CustomKeyStoreId' } },
      OutputPath: '$.Payload'
    }
    const report = checked(connecting(invoke), { functions, ...of('FAILED') })
    expect(report.findings.map(({ kind, path }) => [kind, path[0]?.answer])).toEqual([
      ['uncaughtError', 'CustomKeyStoreInvalidStateException'],
      ['serviceFailure', 'KMSInternalException']
    ])
    const caughtByName = {
      ...invoke,
      Catch: [{ ErrorEquals: ['CustomKeyStoreInvalidStateException'], Next: 'GiveUp' }]
    }
    const { States, ...rest } = connecting(caughtByName)
    expect(
      found(
        { ...rest, States: { ...(States as object), GiveUp: fail } },
        { functions, ...of('FAILED'), without: ['serviceFailure'] }
      )
    ).toEqual([])
  })

  it('of which nothing is known may fail by any name that is caught', () => {
    const states = {
      Ask: { Type: 'Task', Resource: arn, Next: 'Done', Catch: [{ ErrorEquals: ['MyError'], Next: 'Mine' }] },
      Mine: kms('connectCustomKeyStore', 'Done'),
      Done: succeed
    }
    expect(found(machine(states), of('FAILED'))).toEqual(['uncaughtError at Mine'])
  })
})

describe('the beginning', () => {
  it('is every kind of store, or none where one is created', () => {
    expect(checked(machine({ Look: describeStore('Done'), Done: succeed })).beginnings).toHaveLength(10)
    expect(checked(machine({ Delete: kms('deleteCustomKeyStore') })).beginnings).toHaveLength(20)
    const creating = machine({
      Create: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:kms:createCustomKeyStore',
        ResultPath: '$',
        Next: 'Connect',
        Retry: [{ ErrorEquals: ['States.ALL'] }]
      },
      Connect: kms('connectCustomKeyStore', 'Look'),
      Look: { ...describeStore('Done'), Parameters: { 'CustomKeyStoreId.$': '$.CustomKeyStoreId' } },
      Done: fail
    })
    const report = checked(creating)
    expect([report.beginnings, report.findings]).toEqual([['no store'], []])
  })

  it('has a key where the workflow asks for one, which goes after its waiting period', () => {
    const schedule = kms('scheduleKeyDeletion', 'Wait', {
      Parameters: { 'KeyId.$': '$.KeyId', PendingWindowInDays: 7 }
    })
    const deleting = (seconds: number) =>
      machine({
        Disconnected: byState({}, 'Schedule'),
        Schedule: schedule,
        Wait: wait('Delete', seconds),
        Delete: kms('deleteCustomKeyStore')
      })
    const options = { ...of('DISCONNECTED'), without: ['unexpectedState'] as const }
    expect(checked(deleting(60), options).beginnings).toEqual(['AWS_CLOUDHSM DISCONNECTED with 1 key'])
    expect(found(deleting(60), options)).toEqual(['refusedRequest at Delete'])
    expect(found(deleting(8 * 24 * 3600), options)).toEqual([])
  })
})
