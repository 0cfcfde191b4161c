/** What is known of a workflow from outside: functions, inputs and the stores that there are at the beginning. */
import { describe, expect, it } from 'vitest'
import {
  byState,
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

describe('functions', () => {
  const arn = 'arn:aws:lambda:us-east-1:111122223333:function:connect-store'
  const functions = {
    'connect-store': { operation: 'ConnectCustomKeyStore', input: { 'CustomKeyStoreId.$': '$.id' } }
  } as const
  const connecting = (task: object) => machine({ Connect: { Type: 'Task', End: true, ...task } })

  it('may give and do anything, unless it is said what they ask KMS for', () => {
    expect(checked(connecting({ Resource: arn })).operations).toEqual([])
    const report = checked(connecting({ Resource: arn }), { functions, ...cloudHsm('DISCONNECTED') })
    expect(report.operations).toEqual(['ConnectCustomKeyStore'])
    expect(report.findings.map(({ kind }) => kind)).toEqual(['serviceFailure', 'notReached'])
  })

  it('are found in an integration of Lambda, and answer with their Payload', () => {
    const invoke = {
      Resource: 'arn:aws-us-gov:states:::lambda:invoke',
      Parameters: { FunctionName: `${arn}:live`, Payload: { 'id.$': '$.CustomKeyStoreId' } },
      OutputPath: '$.Payload'
    }
    const report = checked(connecting(invoke), { functions, ...cloudHsm('FAILED') })
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
        { functions, ...cloudHsm('FAILED'), without: ['serviceFailure'] }
      )
    ).toEqual([])
  })

  it('of which nothing is known may fail by any name that is caught', () => {
    const states = {
      Ask: { Type: 'Task', Resource: arn, Next: 'Done', Catch: [{ ErrorEquals: ['MyError'], Next: 'Mine' }] },
      Mine: kms('connectCustomKeyStore', 'Done'),
      Done: succeed
    }
    expect(found(machine(states), cloudHsm('FAILED'))).toEqual(['uncaughtError at Mine'])
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
    const options = { ...cloudHsm('DISCONNECTED'), without: ['unexpectedState'] as const }
    expect(checked(deleting(60), options).beginnings).toEqual(['AWS_CLOUDHSM DISCONNECTED with 1 key'])
    expect(found(deleting(60), options)).toEqual(['refusedRequest at Delete'])
    expect(found(deleting(8 * 24 * 3600), options)).toEqual([])
  })

  it('is the store and the key that the workflow names', () => {
    const named = machine({
      Look: kms('describeCustomKeyStores', 'Disable', { Parameters: { CustomKeyStoreName: 'production' } }),
      Disable: kms('disableKey', 'Done', { Parameters: { KeyId: '99999999-aaaa-4bbb-8ccc-dddddddddddd' } }),
      Done: succeed
    })
    expect(found(named, cloudHsm('CONNECTED'))).toEqual([])
    const two = machine({
      One: kms('connectCustomKeyStore', 'Two', { Parameters: { CustomKeyStoreId: 'cks-one' } }),
      Two: kms('describeCustomKeyStores', 'End', { Parameters: { CustomKeyStoreId: 'cks-two' } }),
      End: fail
    })
    const { findings } = checked(two, cloudHsm('FAILED'))
    expect(findings.map(({ path }) => path[0]?.stores)).toEqual([
      ['cks-one FAILED (INVALID_CREDENTIALS)', 'cks-two FAILED (INVALID_CREDENTIALS)']
    ])
  })
})
