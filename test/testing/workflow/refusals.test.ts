/** Requests of a workflow that KMS refuses, and what becomes of that. */
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

describe('faults', () => {
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
    const endless = checked(patient(1_000_000), cloudHsm('CONNECTED'))
    expect([endless.isWhole, endless.findings.map(({ kind }) => kind)]).toEqual([
      true,
      ['refusedRequest', 'refusedRequest']
    ])
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
    const givenUp = machine({
      Connect: kms('connectCustomKeyStore', 'Look'),
      Look: describeStore('Which'),
      Which: byState({ CONNECTED: 'Done', CONNECTING: 'Wait' }, 'Disconnect'),
      Wait: wait('Look'),
      Disconnect: kms('disconnectCustomKeyStore', 'LookAgain'),
      LookAgain: describeStore('WhichNow'),
      WhichNow: byState({ DISCONNECTED: 'Done' }, 'WaitAgain'),
      WaitAgain: wait('LookAgain'),
      Done: succeed
    })
    expect(found(givenUp, cloudHsm('DISCONNECTED'))).toEqual([])
  })
})
