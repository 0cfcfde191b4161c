/** Which operation is to blame for a difference, and which editions allow it. */
import { describe, expect, it } from 'vitest'
import { nothingBelieved, withDeviation, type Belief, type Last } from '../../src/conform/Belief.js'
import { deviationOf } from '../../src/conform/Deviation.js'
import { ofStatement } from '../../src/conform/Difference.js'
import type { EndpointReply, Exchange, Members } from '../../src/conform/Exchange.js'
import { describeShowsTheStore } from '../../src/conform/statements.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import type { Account } from '../../src/model/Account.js'
import type { ConnectionState } from '../../src/model/ConnectionState.js'
import { stateIsKept } from '../../src/rules/effects.js'
import {
  accountId,
  accountWith,
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  region,
  withKeys
} from '../fixtures.js'

const accepted: EndpointReply = { output: {} }
const refused: EndpointReply = { exception: 'CustomKeyStoreInvalidStateException', message: '' }
const exchange = (
  operation: OperationName,
  reply: EndpointReply = accepted,
  members: Members = {}
): Exchange => ({
  operation,
  request: { CustomKeyStoreId: cloudHsmId, ...members },
  reply
})
const at = (state: ConnectionState): Account => accountWith(cloudHsmStore(state))
const believing = (last: ReadonlyArray<Last>, changes: Partial<Belief> = {}): Belief => ({
  ...nothingBelieved(accountId, region),
  last: new Map(last.map((one) => [cloudHsmId, one])),
  ...changes
})
const look = exchange('DescribeCustomKeyStores')
const ofState = (state: ConnectionState) => ({
  difference: ofStatement(stateIsKept, 'DISCONNECTED', state),
  shown: cloudHsmStore(state),
  ofState: true as const
})

/** The operation to blame where a state is shown after a last exchange about the store. */
const blamed = (state: ConnectionState, last: ReadonlyArray<Last>, changes: Partial<Belief> = {}) => {
  const { operation, difference } = deviationOf(
    'exception-text-2022',
    believing(last, changes),
    look,
    [at('DISCONNECTED')],
    ofState(state)
  )
  return [operation, difference.rule]
}

describe('a state that is shown as it cannot be', () => {
  it('is the fault of the one that shows it, where nothing was done to the store', () => {
    expect(blamed('CONNECTED', [])).toEqual(['DescribeCustomKeyStores', 'stateIsKept'])
  })

  it('is that of the last exchange, by what AWS states of the state after it', () => {
    const after = (operation: OperationName, reply: EndpointReply = accepted) =>
      blamed('FAILED', [{ exchange: exchange(operation, reply), before: [at('DISCONNECTED')] }])
    expect(after('ConnectCustomKeyStore')).toEqual(['ConnectCustomKeyStore', 'connectionIsMade'])
    expect(after('ConnectCustomKeyStore', refused)).toEqual(['ConnectCustomKeyStore', 'stateIsKept'])
    expect(after('DisconnectCustomKeyStore')).toEqual(['DisconnectCustomKeyStore', 'connectionIsEnded'])
    expect(after('UpdateCustomKeyStore')).toEqual(['UpdateCustomKeyStore', 'stateIsKept'])
    expect(after('CreateKey')).toEqual(['CreateKey', 'stateIsKept'])
  })

  it('tells in hindsight that the last exchange was wrongly accepted or refused, where the store was in it', () => {
    const random = exchange('GenerateRandom', { output: { Plaintext: 'AA==' } }, { NumberOfBytes: 1 })
    const before = [at('CONNECTED'), at('FAILED')]
    expect(blamed('FAILED', [{ exchange: random, before }])).toEqual([
      'GenerateRandom',
      'validConnectionState'
    ])
    expect(blamed('CONNECTED', [{ exchange: random, before }])).toEqual(['GenerateRandom', 'stateIsKept'])
    expect(blamed('FAILED', [{ exchange: random, before: [at('CONNECTED')] }])).toEqual([
      'GenerateRandom',
      'stateIsKept'
    ])
  })

  it('says nothing of an exchange whose work goes on after the answer', () => {
    const connect = exchange('ConnectCustomKeyStore')
    const before = [at('DISCONNECTED'), at('CONNECTED')]
    expect(blamed('CONNECTED', [{ exchange: connect, before }])).toEqual([
      'ConnectCustomKeyStore',
      'connectionIsMade'
    ])
    const disconnect = exchange('DisconnectCustomKeyStore')
    expect(blamed('DISCONNECTED', [{ exchange: disconnect, before }])).toEqual([
      'DisconnectCustomKeyStore',
      'connectionIsEnded'
    ])
    const wronglyRefused = { ...connect, reply: refused }
    expect(blamed('DISCONNECTED', [{ exchange: wronglyRefused, before }])).toEqual([
      'ConnectCustomKeyStore',
      'validConnectionState'
    ])
  })

  it('is that of Connect where no connection can succeed', () => {
    const faulty = { faulty: new Set([cloudHsmId]) }
    expect(blamed('CONNECTED', [], faulty)).toEqual(['ConnectCustomKeyStore', 'faultyConnectionFails'])
    expect(blamed('FAILED', [], faulty)).toEqual(['DescribeCustomKeyStores', 'stateIsKept'])
  })
})

describe('a property that is shown as it cannot be', () => {
  const mismatch = {
    difference: ofStatement(describeShowsTheStore, 'a', 'b'),
    shown: cloudHsmStore('DISCONNECTED')
  }
  const after = (last: ReadonlyArray<Last>) =>
    deviationOf('exception-text-2022', believing(last), look, [at('DISCONNECTED')], mismatch).operation

  it('is the fault of an update before it, or else of the one that shows it', () => {
    const last = (operation: OperationName) => [
      { exchange: exchange(operation), before: [at('DISCONNECTED')] }
    ]
    expect(after(last('UpdateCustomKeyStore'))).toBe('UpdateCustomKeyStore')
    expect(after(last('ConnectCustomKeyStore'))).toBe('DescribeCustomKeyStores')
    expect(after([])).toBe('DescribeCustomKeyStores')
  })
})

describe('the editions that allow it', () => {
  const update = exchange('UpdateCustomKeyStore', accepted, { NewCustomKeyStoreName: 'n' })
  const allowedBy = (before: ReadonlyArray<Account>) =>
    deviationOf('exception-text-2022', believing([]), update, before, {
      difference: ofStatement(stateIsKept, 'a', 'b')
    }).allowedBy

  it('are those by which it is as documented on one of the accounts that were possible', () => {
    const editions = ['exception-text-2026', 'operation-page-2026']
    expect(allowedBy([at('CONNECTED')])).toEqual(editions)
    expect(allowedBy([accountWith(), at('CONNECTED')])).toEqual(editions)
    expect(allowedBy([at('CONNECTED'), accountWith()])).toEqual(editions)
    expect(allowedBy([accountWith()])).toEqual([])
  })
})

it('a deviation leaves all doubtful that the store had before it, and has after it', () => {
  const key = cloudHsmKey()
  const [withKey, without] = [withKeys(key)(at('DISCONNECTED')), at('DISCONNECTED')]
  const deletes = exchange('DeleteCustomKeyStore')
  for (const [before, after] of [
    [withKey, without],
    [without, withKey]
  ] as const) {
    const belief = withDeviation(
      believing([], { possible: [after] }),
      { possible: [before] },
      deletes,
      'a fault'
    )
    expect([...belief.suspects.keys()]).toEqual(expect.arrayContaining([cloudHsmId, key.KeyId, key.Arn]))
  }
})
