/** Each kind of fault of a workflow, in the least workflow that has it, and in none that has it not. */
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

const cloudHsm = (
  ...states: ReadonlyArray<'CONNECTED' | 'CONNECTING' | 'FAILED' | 'DISCONNECTED' | 'DISCONNECTING'>
) => ({
  stores: { types: ['AWS_CLOUDHSM'] as const, states }
})

describe('a loop that cannot be left', () => {
  const poll = (otherwise: string) => ({
    Connect: kms('connectCustomKeyStore', 'Look'),
    Look: describeStore('Which'),
    Which: byState({ CONNECTED: 'Done' }, otherwise),
    Wait: wait('Look'),
    Done: succeed,
    GiveUp: fail
  })

  it('is one that waits for a FAILED store to become CONNECTED', () => {
    const { findings } = checked(machine(poll('Wait')), {
      ...cloudHsm('DISCONNECTED'),
      without: ['unreachableState']
    })
    expect(findings.map(({ kind }) => kind)).toEqual(['endlessLoop'])
    expect(findings[0]?.says).toBe(
      'While the store is FAILED, the execution goes round for ever: Which, Wait, Look.'
    )
    expect(findings[0]?.path.map(({ state, answer }) => [state, answer?.replace(/^\S+ /, '')])).toEqual([
      ['Connect', 'accepted'],
      ['Look', 'FAILED (INTERNAL_ERROR)']
    ])
  })

  it('is none that only takes as long as KMS does', () => {
    const { Which: _, ...others } = poll('Wait')
    const states = { ...others, Which: byState({ CONNECTED: 'Done', CONNECTING: 'Wait' }, 'GiveUp') }
    expect(found({ ...machine(states), StartAt: 'Connect' }, cloudHsm('DISCONNECTED'))).toEqual([])
  })

  it('is none where the execution has a limit, or counts', () => {
    const options = { ...cloudHsm('DISCONNECTED'), without: ['unreachableState'] as const }
    expect(found(machine(poll('Wait'), { TimeoutSeconds: 3600 }), options)).toEqual([])
    const counting = {
      Begin: { Type: 'Pass', Result: 0, ResultPath: '$.n', Next: 'Connect' },
      ...poll('Count'),
      Count: {
        Type: 'Pass',
        Parameters: { 'n.$': 'States.MathAdd($.n, 1)', 'CustomKeyStoreId.$': '$.CustomKeyStoreId' },
        Next: 'Enough'
      },
      Enough: {
        Type: 'Choice',
        Choices: [{ Variable: '$.n', NumericLessThan: 30, Next: 'Wait' }],
        Default: 'GiveUp'
      }
    }
    expect(found(machine(counting), options)).toEqual([])
  })

  it('is found where nothing but a failure of KMS leads out of it', () => {
    const states = { ...poll('Wait'), Look: describeStore('Which', { Retry: [], ...caught('GiveUp') }) }
    expect(found(machine(states), cloudHsm('DISCONNECTED'))).toEqual(['endlessLoop at Which'])
  })

  it('is found that counts without ever looking at its count', () => {
    const states = {
      ...poll('Count'),
      Count: {
        Type: 'Pass',
        Parameters: { 'n.$': 'States.MathAdd($.n, 1)', 'CustomKeyStoreId.$': '$.CustomKeyStoreId' },
        Next: 'Wait'
      }
    }
    const begun = machine({
      Begin: { Type: 'Pass', Result: 0, ResultPath: '$.n', Next: 'Connect' },
      ...states
    })
    const report = checked(begun, { ...cloudHsm('DISCONNECTED'), without: ['unreachableState'] })
    expect([report.isWhole, report.findings.map(({ kind }) => kind)]).toEqual([true, ['endlessLoop']])
  })
})

describe('other faults', () => {
  it('are a loop without a Wait', () => {
    const states = {
      Connect: kms('connectCustomKeyStore', 'Look'),
      Look: describeStore('Which'),
      Which: byState({ CONNECTED: 'Done', CONNECTING: 'Look' }, 'GiveUp'),
      Done: succeed,
      GiveUp: fail
    }
    expect(found(machine(states), cloudHsm('DISCONNECTED'))).toEqual(['busyLoop at Look'])
  })

  it('are names of states that are not there', () => {
    const states = {
      Connect: kms('connectCustomKeyStore', 'Lok'),
      Look: describeStore('Done'),
      Done: succeed
    }
    expect(found({ ...machine(states), StartAt: 'Begin' })).toEqual([
      'noSuchState at StartAt',
      'noSuchState at Connect',
      'unreachableState at Connect',
      'unreachableState at Look',
      'unreachableState at Done'
    ])
  })

  it('are states to which nothing leads, but not those that stand there out of caution', () => {
    const states = {
      Look: describeStore('Which', caught('GiveUp')),
      Which: byState({ CONNECTED: 'Done', READY: 'Ready', FAILED: 'Failed' }, 'Done'),
      Done: succeed,
      Ready: succeed,
      Failed: fail,
      GiveUp: fail,
      Forgotten: succeed
    }
    expect(found(machine(states), cloudHsm('CONNECTED'))).toEqual([
      'unreachableState at Ready',
      'unreachableState at Forgotten'
    ])
  })

  it('are states of a store that no rule of a Choice expects', () => {
    const states = {
      Look: describeStore('Which'),
      Which: byState({ CONNECTED: 'Done', DISCONNECTED: 'Done', CONNECTING: 'Done', DISCONNECTING: 'Done' }),
      Done: succeed
    }
    const [finding, ...others] = checked(machine(states)).findings
    expect(others).toEqual([])
    expect(finding).toMatchObject({ kind: 'unexpectedState', state: 'Which' })
    expect(finding?.says).toContain('While the store is FAILED, Which fails with States.NoChoiceMatched')
    expect(finding?.beginnings).toEqual([
      'AWS_CLOUDHSM CONNECTING',
      'AWS_CLOUDHSM FAILED',
      'EXTERNAL_KEY_STORE CONNECTING',
      'EXTERNAL_KEY_STORE FAILED'
    ])
  })

  it('are members that an answer has in some states only', () => {
    const which = {
      Type: 'Choice',
      Choices: [
        {
          Variable: '$.result.CustomKeyStores[0].ConnectionErrorCode',
          StringEquals: 'USER_LOCKED_OUT',
          Next: 'Done'
        }
      ],
      Default: 'Done'
    }
    const states = { Look: describeStore('Which'), Which: which, Done: succeed }
    expect(found(machine(states), cloudHsm('FAILED'))).toEqual([])
    expect(found(machine(states), cloudHsm('CONNECTED'))).toEqual(['unexpectedState at Which'])
  })

  it('are requests that are refused because of one before, with the rule and its page', () => {
    const states = {
      Disconnect: kms('disconnectCustomKeyStore', 'Delete'),
      Delete: kms('deleteCustomKeyStore')
    }
    const { findings } = checked(machine(states), cloudHsm('CONNECTED'))
    expect(findings.map(({ kind, state, rule }) => [kind, state, rule?.name])).toEqual([
      ['refusedRequest', 'Delete', 'validConnectionState'],
      ['refusedRequest', 'Delete', 'storeHasNoKeys']
    ])
    expect(findings[0]?.rule).toMatchObject({
      url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html',
      address: 'docs/rules.md#deletecustomkeystore-validconnectionstate'
    })
  })

  it('are requests that are refused from the beginning, unless something catches that', () => {
    const connect = (fields = {}) =>
      machine({ Connect: kms('connectCustomKeyStore', 'Done', fields), Done: fail, GiveUp: fail })
    const options = { without: ['unreachableState'] as const }
    expect(found(connect(), options)).toEqual(['uncaughtError at Connect'])
    expect(found(connect(caught('GiveUp', 'Kms.CustomKeyStoreInvalidStateException')), options)).toEqual([])
    expect(found(connect(caught('GiveUp', 'States.TaskFailed')), options)).toEqual([])
    expect(found(connect(caught('GiveUp', 'CustomKeyStoreInvalidStateException')), options)).toEqual([
      'uncaughtError at Connect'
    ])
    expect(found(connect(caught('GiveUp', 'Kms.KMSInternalException', 'States.Timeout')), options)).toEqual([
      'uncaughtError at Connect'
    ])
  })

  it('are requests that are tried again too seldom', () => {
    const patient = (MaxAttempts: number) =>
      machine({
        Disconnect: kms('disconnectCustomKeyStore', 'Delete'),
        Delete: kms('deleteCustomKeyStore', undefined, {
          Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts }]
        })
      })
    const report = checked(patient(2), cloudHsm('CONNECTED'))
    expect(report.findings.map(({ kind }) => kind)).toEqual(['refusedRequest', 'refusedRequest'])
    expect(report.findings[0]?.path.map(({ state }) => state)).toEqual([
      'Disconnect',
      'Delete',
      'Delete',
      'Delete'
    ])
    expect(checked(patient(1_000_000), cloudHsm('CONNECTED')).isWhole).toBe(true)
  })

  it('are failures of KMS that are neither tried again nor caught', () => {
    const look = (fields: object) =>
      machine({ Look: describeStore('Done', { ...fields }), Done: succeed, GiveUp: fail })
    const options = { without: ['unreachableState'] as const }
    expect(found(look({ Retry: [] }), options)).toEqual(['serviceFailure at Look'])
    expect(found(look({ Retry: [], ...caught('GiveUp') }), options)).toEqual([])
    expect(found(look({ Retry: [{ ErrorEquals: ['Kms.KmsInternalException'] }] }), options)).toEqual([
      'serviceFailure at Look'
    ])
    expect(found(look({ Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }] }), options)).toEqual([
      'serviceFailure at Look'
    ])
  })

  it('are refusals that are caught and forgotten', () => {
    const states = { Delete: kms('deleteCustomKeyStore', 'Done', caught('Done')), Done: succeed }
    const { findings } = checked(machine(states))
    expect(findings.map(({ kind, state }) => [kind, state])).toEqual([['swallowedRefusal', 'Delete']])
    expect(findings[0]?.says).toContain('KMS refused the DeleteCustomKeyStore of Delete with')
  })

  it('are ends that come too soon', () => {
    const connect = machine({
      Connect: kms('connectCustomKeyStore', 'Wait'),
      Wait: wait('Done'),
      Done: succeed
    })
    expect(found(connect, cloudHsm('DISCONNECTED'))).toEqual(['notReached at Connect'])
    const disconnect = machine({ Disconnect: kms('disconnectCustomKeyStore') })
    expect(found(disconnect, cloudHsm('CONNECTED'))).toEqual(['notReached at Disconnect'])
  })

  it('are none where what was refused is so, or something else was asked for later', () => {
    const again = machine({
      Disconnect: kms('disconnectCustomKeyStore', 'Done', caught('Done')),
      Done: succeed
    })
    expect(found(again, cloudHsm('DISCONNECTED'))).toEqual([])
    const undone = machine({
      Disconnect: kms('disconnectCustomKeyStore', 'Delete', caught('Delete')),
      Delete: kms('deleteCustomKeyStore', 'Done', caught('GiveUp')),
      Done: succeed,
      GiveUp: fail
    })
    expect(found(undone)).toEqual([])
  })

  it('are left out by their names', () => {
    const states = { Delete: kms('deleteCustomKeyStore', 'Done', caught('Done')), Done: succeed }
    expect(found(machine(states), { without: ['swallowedRefusal'] })).toEqual([])
  })
})
