/** Loops of a workflow that cannot be left, and those that can. */
import { describe, expect, it } from 'vitest'
import {
  byState,
  caught,
  checked,
  cloudHsm,
  describeStore,
  fail,
  found,
  kms,
  machine,
  succeed,
  wait
} from './machines.js'

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

  it('is another fault than one that asks without a Wait', () => {
    const states = {
      Connect: kms('connectCustomKeyStore', 'Look'),
      Look: describeStore('Which'),
      Which: byState({ CONNECTED: 'Done', CONNECTING: 'Look' }, 'GiveUp'),
      Done: succeed,
      GiveUp: fail
    }
    expect(found(machine(states), cloudHsm('DISCONNECTED'))).toEqual(['busyLoop at Look'])
  })
})
