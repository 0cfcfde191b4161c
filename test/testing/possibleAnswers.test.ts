import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { StoreAtFirst } from '../../src/testing/beginning.js'
import type { Call, Reply } from '../../src/testing/carryOut.js'
import { backingBreaks, othersMoveStores } from '../../src/testing/nature.js'
import { possibleAnswers, type Nature } from '../../src/testing/possibleAnswers.js'
import { atTime, identityOf, type Situation } from '../../src/testing/Situation.js'
import { beginningWith, plain } from './natures.js'

const id = 'cks-1234567890abcdef0'
const storeCall = (operation: Call['operation']): Call => ({ operation, input: { CustomKeyStoreId: id } })
const describeStore = storeCall('DescribeCustomKeyStores')

interface Shown {
  readonly CustomKeyStores: ReadonlyArray<{
    readonly ConnectionState: string
    readonly ConnectionErrorCode?: string
  }>
}

/** The state that an answer of Describe shows, or the name of the error. */
const seen = (reply: Reply): string => {
  if (E.isLeft(reply)) return reply.left.name
  const store = (reply.right as Shown).CustomKeyStores?.[0]
  if (store === undefined) return 'success'
  return [store.ConnectionState, store.ConnectionErrorCode].filter((part) => part !== undefined).join(' ')
}

const answersTo = (nature: Nature, call: Call, situation: Situation) =>
  possibleAnswers(nature)(call)(situation).map(({ choices, reply }) => [
    choices.map(({ kind }) => kind).join(),
    seen(reply)
  ])

const cloudHsmCodes = [
  'INTERNAL_ERROR',
  'NETWORK_ERRORS',
  'INVALID_CREDENTIALS',
  'CLUSTER_NOT_FOUND',
  'INSUFFICIENT_CLOUDHSM_HSMS',
  'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
  'SUBNET_NOT_FOUND',
  'USER_LOCKED_OUT',
  'USER_LOGGED_IN',
  'USER_NOT_FOUND'
]

describe('a look at a store that is being connected', () => {
  it('shows it CONNECTED, FAILED for each reason of its type, or still CONNECTING', () => {
    expect(answersTo(plain, describeStore, beginningWith([{ ConnectionState: 'CONNECTING' }]))).toEqual([
      ['', 'CONNECTED'],
      ...cloudHsmCodes.map((code) => ['connectionFails', `FAILED ${code}`]),
      ['takesLonger', 'CONNECTING']
    ])
  })

  it.each([
    ['EXTERNAL_KEY_STORE', 9],
    ['VPC_ENDPOINT_SERVICE', 11]
  ] as const)('of kind %s has %i reasons to fail', (kind, reasons) => {
    const answers = answersTo(plain, describeStore, beginningWith([{ kind, ConnectionState: 'CONNECTING' }]))
    expect(answers.filter(([choice]) => choice === 'connectionFails')).toHaveLength(reasons)
  })

  it('shows it CONNECTING as often as was chosen, and then as it ends', () => {
    const nature = { ...plain, looks: [2] }
    const states = [1, 2, 3].reduce<ReadonlyArray<[string, Situation]>>(
      (looks) => {
        const answers = possibleAnswers(nature)(describeStore)(looks.at(-1)![1])
        const slow = answers.find(({ choices: [choice] }) => choice?.kind === 'takesLonger') ?? answers[0]!
        return [...looks, [seen(slow.reply), slow.after]]
      },
      [['', beginningWith([{ ConnectionState: 'CONNECTING' }])]]
    )
    expect(states.map(([state]) => state)).toEqual(['', 'CONNECTING', 'CONNECTING', 'CONNECTED'])
  })

  it('shows it CONNECTING any number of times where no number is given, and spends nothing of the bounds', () => {
    const before = beginningWith([{ ConnectionState: 'CONNECTING' }])
    const still = possibleAnswers({ ...plain, looks: 'any number' })(describeStore)(before).at(-1)!
    expect([seen(still.reply), identityOf(still.after)]).toEqual(['CONNECTING', identityOf(before)])
  })
})

describe('what no answer tells apart', () => {
  it('is left open: Connect again answers the same whether the store is still CONNECTING or CONNECTED', () => {
    const before = beginningWith([{ ConnectionState: 'CONNECTING' }])
    const [first, ...others] = possibleAnswers(plain)(storeCall('ConnectCustomKeyStore'))(before)
    expect(first!.after.account.stores[0]!.ConnectionState).toBe('CONNECTING')
    expect(others.map(({ reply }) => seen(reply))).toEqual(
      cloudHsmCodes.map(() => 'CustomKeyStoreInvalidStateException')
    )
  })

  it('is no look: a request that does not concern the store leaves it as it is', () => {
    const before = beginningWith([{ ConnectionState: 'CONNECTING' }, {}])
    const call: Call = { operation: 'ListAliases', input: {} }
    expect(possibleAnswers(plain)(call)(before).map(({ after }) => identityOf(after))).toEqual([
      identityOf(before)
    ])
  })
})

describe('a disconnection', () => {
  it('ends in DISCONNECTED, sooner or later', () => {
    expect(answersTo(plain, describeStore, beginningWith([{ ConnectionState: 'DISCONNECTING' }]))).toEqual([
      ['', 'DISCONNECTED'],
      ['takesLonger', 'DISCONNECTING']
    ])
  })
})

const wild: Nature = {
  ...plain,
  failures: [
    { error: 'KMSInternalException', times: 1 },
    { error: 'ThrottlingException', times: 3 }
  ],
  others: othersMoveStores,
  changes: backingBreaks
}

const answersAt = (
  at: StoreAtFirst,
  operation: Call['operation'],
  input: object = { CustomKeyStoreId: id }
) => answersTo(wild, { operation, input }, beginningWith([at]))

describe('what comes in between', () => {
  it('meets Connect: a refusal of KMS, the same though carried out, a deletion, a broken cluster', () => {
    expect(answersAt({}, 'ConnectCustomKeyStore')).toEqual([
      ['', 'success'],
      ['anotherCaller', 'CustomKeyStoreNotFoundException'],
      ['backingChanges', 'CloudHsmClusterNotActiveException'],
      ['requestFails', 'KMSInternalException'],
      ['requestFails', 'ThrottlingException'],
      ['answerIsLost', 'KMSInternalException']
    ])
  })

  it('is carried out where the answer is lost, and not where KMS refuses', () => {
    const answers = possibleAnswers(wild)(storeCall('ConnectCustomKeyStore'))(beginningWith([{}]))
    const stateAfter = (kind: string) =>
      answers.find(({ choices: [choice] }) => choice?.kind === kind)!.after.account.stores[0]!.ConnectionState
    expect([stateAfter('answerIsLost'), stateAfter('requestFails')]).toEqual(['CONNECTING', 'DISCONNECTED'])
  })

  it('lasts as long as was chosen: three requests are throttled, and the next is not', () => {
    const names = [1, 2, 3, 4].reduce<ReadonlyArray<[string, Situation]>>(
      (told) => {
        const answers = possibleAnswers(wild)(storeCall('ConnectCustomKeyStore'))(told.at(-1)![1])
        const throttled = answers.find(
          ({ reply }) => E.isLeft(reply) && reply.left.name === 'ThrottlingException'
        )
        const { reply, after } = told.length === 1 ? throttled! : answers[0]!
        return [...told, [seen(reply), after]]
      },
      [['', beginningWith([{}])]]
    )
    const throttled = 'ThrottlingException'
    expect(names.map(([name]) => name)).toEqual(['', throttled, throttled, throttled, 'success'])
  })

  it('is left out where it makes no difference: nobody else can make Delete of a store with a key succeed', () => {
    expect(
      answersAt({ keys: 1 }, 'DeleteCustomKeyStore').map(([choice, answer]) => `${choice} ${answer}`)
    ).toEqual([
      ' CustomKeyStoreHasCMKsException',
      'anotherCaller CustomKeyStoreInvalidStateException',
      'requestFails KMSInternalException',
      'requestFails ThrottlingException'
    ])
  })

  it('is an answer that is late: what there was before the latest change', () => {
    const connecting = possibleAnswers(wild)(storeCall('ConnectCustomKeyStore'))(beginningWith([{}]))[0]!
      .after
    const late = answersTo(wild, describeStore, connecting).filter(([choice]) => choice === 'shownLate')
    expect(late).toEqual([['shownLate', 'DISCONNECTED']])
  })

  it.each([
    'takesLonger',
    'connectionFails',
    'requestFails',
    'answerIsLost',
    'shownLate',
    'anotherCaller',
    'backingChanges'
  ] as const)('%s comes only as often as the bounds allow', (kind) => {
    const connecting = (bounds: object) => {
      const before = beginningWith([{ ConnectionState: 'CONNECTING' }], bounds)
      const earlier = beginningWith([{ ConnectionState: 'DISCONNECTED' }]).account
      return { ...before, earlier }
    }
    const kinds = (bounds: object) =>
      (['DescribeCustomKeyStores', 'CreateKey', 'DisconnectCustomKeyStore'] as const).flatMap((operation) =>
        possibleAnswers(wild)({ operation, input: { CustomKeyStoreId: id } })(connecting(bounds)).flatMap(
          ({ choices }) => choices.map((one) => one.kind)
        )
      )
    const cloudHsmIsBroken = kinds({}).concat(
      possibleAnswers(wild)(storeCall('ConnectCustomKeyStore'))(beginningWith([{}])).flatMap(({ choices }) =>
        choices.map((one) => one.kind)
      )
    )
    expect(cloudHsmIsBroken).toContain(kind)
    expect(kinds({ [kind]: 0 })).not.toContain(kind)
    expect(kinds({ together: 0 })).toEqual([])
  })
})

it('keys whose waiting period is over are gone at a later time', () => {
  const schedule: Call = {
    operation: 'ScheduleKeyDeletion',
    input: { KeyId: '1234abcd-12ab-34cd-56ef-000000000000', PendingWindowInDays: 7 }
  }
  const [scheduled] = possibleAnswers(plain)(schedule)(beginningWith([{ keys: 1 }]))
  const after = (days: number) => atTime(scheduled!.after.now + days * 86_400)(scheduled!.after).account.keys
  expect([after(6).length, after(7).length]).toEqual([1, 0])
})

it('ids are those of no other request, and the same in every world', () => {
  const create: Call = { operation: 'CreateKey', input: { CustomKeyStoreId: id, Origin: 'AWS_CLOUDHSM' } }
  const [one] = possibleAnswers(plain)(create)(beginningWith([{ ConnectionState: 'CONNECTED' }]))
  const [two] = possibleAnswers(plain)(create)(one!.after)
  const [again] = possibleAnswers(plain)(create)(beginningWith([{ ConnectionState: 'CONNECTED' }]))
  expect(two!.after.account.keys.map(({ KeyId }) => KeyId)).toHaveLength(2)
  expect(new Set(two!.after.account.keys.map(({ KeyId }) => KeyId)).size).toBe(2)
  expect(again!.reply).toEqual(one!.reply)
})
