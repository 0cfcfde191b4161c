/** States of a workflow, of stores and of answers that do not fit together. */
import { describe, expect, it } from 'vitest'
import { CloudHsmConnectionErrorCode } from '../../../src/model/ConnectionErrorCode.js'
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

describe('faults', () => {
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
      'AWS_CLOUDHSM FAILED',
      'AWS_CLOUDHSM CONNECTING',
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

  it('are no states that only an error leads to which is not looked at here', () => {
    const states = {
      Look: describeStore('Done', caught('Late', 'States.Timeout')),
      Done: succeed,
      Late: fail
    }
    expect(found(machine(states))).toEqual([])
  })

  it('are ConnectionErrorCodes that no rule of a Choice expects', () => {
    const Variable = '$.result.CustomKeyStores[0].ConnectionErrorCode'
    const codes = (...known: ReadonlyArray<string>) => ({
      Type: 'Choice',
      Choices: known.map((StringEquals) => ({ Variable, StringEquals, Next: 'Done' }))
    })
    const states = (...known: ReadonlyArray<string>) => ({
      Look: describeStore('Which'),
      Which: byState({ FAILED: 'Why', CONNECTING: 'Wait' }, 'Done'),
      Wait: wait('Look'),
      Why: codes(...known),
      Done: succeed
    })
    const options = cloudHsm('CONNECTING')
    expect(found(machine(states('INTERNAL_ERROR')), options)).toEqual(['unexpectedState at Why'])
    const all = Object.keys(CloudHsmConnectionErrorCode.keys)
    expect(found(machine(states(...all)), options)).toEqual([])
  })

  it('are none that hang on asking the same twice of what is not known', () => {
    const ask = (next: string, fields: object) => ({
      Type: 'Choice',
      Choices: [{ Variable: '$.mode', StringEquals: 'look', Next: next }],
      ...fields
    })
    const states = {
      First: ask('Look', { Default: 'Done' }),
      Look: describeStore('Second'),
      Second: ask('Done', {}),
      Done: succeed
    }
    expect(found(machine(states), cloudHsm('CONNECTED'))).toEqual([])
    expect(
      found(
        { ...machine(states), StartAt: 'Look' },
        { ...cloudHsm('CONNECTED'), without: ['unreachableState'] }
      )
    ).toEqual(['unexpectedState at Second'])
  })

  it('are left out by their names', () => {
    const states = { Delete: kms('deleteCustomKeyStore', 'Done', caught('Done')), Done: succeed }
    expect(found(machine(states), { without: ['swallowedRefusal'] })).toEqual([])
  })

  it('show no secret that a request has', () => {
    const update = kms('updateCustomKeyStore', undefined, {
      Parameters: { 'CustomKeyStoreId.$': '$.CustomKeyStoreId', KeyStorePassword: 'a-real-secret' }
    })
    const report = checked(machine({ Update: update }), cloudHsm('CONNECTED'))
    expect(report.findings.map(({ kind }) => kind)).toEqual(['uncaughtError'])
    expect(JSON.stringify(report)).toContain('"KeyStorePassword":"<secret>"')
    expect(JSON.stringify(report)).not.toContain('a-real-secret')
  })

  it('are looked for with stores of the type that the requests are for', () => {
    const members = (names: object) =>
      machine({ Update: kms('updateCustomKeyStore', undefined, { Parameters: names }) })
    const typesOf = (names: object) =>
      new Set(checked(members(names)).beginnings.map((name) => name.split(' ')[0]))
    expect(typesOf({ 'KeyStorePassword.$': '$.p' })).toEqual(new Set(['AWS_CLOUDHSM']))
    expect(typesOf({ XksProxyUriPath: '/x/kms/xks/v1' })).toEqual(new Set(['EXTERNAL_KEY_STORE']))
    expect(typesOf({ NewCustomKeyStoreName: 'x' })).toEqual(new Set(['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE']))
  })
})
