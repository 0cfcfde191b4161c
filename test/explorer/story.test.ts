/** The story of a page: `replay` reads it and comes to the same answers, and what the page foretells comes true. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionNames } from '../../src/editions/editions.js'
import { asksWithoutStore, keyAsks, numberOfKey, storeAsks } from '../../src/explorer/asks.js'
import { kindNames } from '../../src/explorer/beginning.js'
import { moveNamed, type Move } from '../../src/explorer/moves.js'
import type { Page } from '../../src/explorer/Page.js'
import { playStory, storyLines, type Story } from '../../src/explorer/Story.js'
import { endingIn, verdictOn, type Outcome } from '../../src/explorer/verdicts.js'
import { becameOf, listed, moveWords, outcomeWords, reasonsOf } from '../../src/explorer/words.js'
import { isFailed } from '../../src/model/CustomKeyStore.js'
import { ended } from '../cli/ended.js'
import { pages } from './arbitraryPages.js'

const storyOf = ({ kind, edition, moves }: Page): Story => playStory(kind, edition, moves)

const replayed = async (lines: string): Promise<ReadonlyArray<unknown>> => {
  const { code, stdout, stderr } = await ended(['replay', '-', '--json'], lines)
  expect([code, stderr]).toEqual([0, ''])
  return stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a story', () => {
  it('gives the same answers in replay', async () => {
    await fc.assert(
      fc.asyncProperty(pages(25), async (page) => {
        const story = storyOf(page)
        expect(await replayed(storyLines(story))).toEqual(asJson(story.told.map(({ outcome }) => outcome)))
      }),
      { numRuns: 30 }
    )
  })

  it.each(kindNames)('begins with a store of kind %s that is DISCONNECTED', (kind) => {
    const { place, told } = playStory(kind, 'exception-text-2022', [])
    expect(place.store?.ConnectionState).toBe('DISCONNECTED')
    expect(told.map(({ after, outcome }) => [after, 'exception' in outcome])).toEqual([
      [0, false],
      [0, false]
    ])
  })

  it('tells every move but how KMS fails from then on, and there is never a second store', () => {
    fc.assert(
      fc.property(pages(20), (page) => {
        const { told, place } = storyOf(page)
        const expected = page.moves.flatMap(({ does }, i) => (does === 'failure' ? [] : [i + 1]))
        const stores = place.world.account.stores.length
        const counted = told.slice(2).map(({ after }) => after)
        // What KMS does by itself is told of a store alone.
        const untold = expected.filter((i) => !counted.includes(i))
        expect(untold.filter((i) => page.moves[i - 1]?.does !== 'own work')).toEqual([])
        expect(counted.filter((i) => !expected.includes(i))).toEqual([])
        expect(stores).toBeLessThanOrEqual(1)
      })
    )
  })
})

/** What came of the last move, in the form of what was foretold. */
const cameTrue = (page: Page, move: Move): Outcome => {
  const [before, after] = [storyOf(page), storyOf({ ...page, moves: [...page.moves, move] })]
  const outcome = after.told.at(-1)?.outcome
  if (outcome !== undefined && 'exception' in outcome) return { is: 'refused', by: outcome.exception }
  const state = after.place.store?.ConnectionState
  return { is: 'accepted', state, changesState: state !== before.place.store?.ConnectionState }
}

const brief = (outcome: Outcome): string =>
  outcome.is === 'refused' ? outcome.by.name : `${String(outcome.state)} ${String(outcome.changesState)}`

describe('what becomes of a request', () => {
  it('comes true when it is sent, and is of the first rule that does not hold', () => {
    fc.assert(
      fc.property(pages(12), fc.nat(), (page, n) => {
        const story = storyOf(page)
        const all = [...storeAsks(page.kind), ...asksWithoutStore(page.kind), ...keyAsks(1)]
        const ask = all[n % all.length]!
        const { outcome, explanation } = verdictOn(story)(ask)
        expect(brief(outcome)).toBe(brief(cameTrue(page, { does: 'ask', ask })))
        const broken = explanation.rules.find(({ verdict }) => verdict === 'does not hold')
        expect(broken?.otherwise).toBe(outcome.is === 'refused' ? outcome.by.name : undefined)
      })
    )
  })

  it('is told of every edition that answers otherwise there, and of no other', () => {
    fc.assert(
      fc.property(pages(10), (page) => {
        const story = storyOf(page)
        for (const ask of storeAsks(page.kind)) {
          const { outcome, elsewhere } = verdictOn(story)(ask)
          const named = elsewhere.flatMap(({ editions }) => editions)
          for (const edition of editionNames) {
            const place = { ...story.place, world: { ...story.place.world, edition } }
            const there = verdictOn({ ...story, place, edition })(ask).outcome
            expect(named.includes(edition), edition).toBe(brief(there) !== brief(outcome))
          }
        }
      }),
      { numRuns: 20 }
    )
  })

  it('hangs on the edition for a new name of a store that is CONNECTED', () => {
    const moves = ['ConnectCustomKeyStore', 'kms.settle'].map((text) => moveNamed('AWS_CLOUDHSM', text)!)
    const ask = storeAsks('AWS_CLOUDHSM').find(({ id }) => id.endsWith('NewCustomKeyStoreName'))!
    const { outcome, elsewhere } = verdictOn(playStory('AWS_CLOUDHSM', 'exception-text-2022', moves))(ask)
    expect(brief(outcome)).toBe('CustomKeyStoreInvalidStateException')
    expect(elsewhere.map(({ editions, is }) => [editions, brief(is)])).toEqual([
      [['exception-text-2026', 'operation-page-2026'], 'CONNECTED false']
    ])
  })
})

it('how KMS will end its work comes true when it does', () => {
  fc.assert(
    fc.property(pages(12), (page) => {
      const story = storyOf(page)
      const before = story.place.store
      const ending = endingIn(story.place, story.failure)
      const isWorking =
        before?.ConnectionState === 'CONNECTING' || before?.ConnectionState === 'DISCONNECTING'
      expect(ending !== undefined).toBe(isWorking)
      if (ending === undefined) return
      const settle = moveNamed(page.kind, 'kms.settle')!
      const after = storyOf({ ...page, moves: [...page.moves, settle] }).place.store!
      expect([ending.state, ending.code]).toEqual([
        after.ConnectionState,
        isFailed(after) ? after.ConnectionErrorCode : undefined
      ])
      expect(ending.because !== undefined).toBe(isFailed(after))
    }),
    { numRuns: 200 }
  )
})

describe('a step in words', () => {
  const told = (text: string, ...before: ReadonlyArray<string>) =>
    playStory(
      'AWS_CLOUDHSM',
      'exception-text-2022',
      [...before, text].map((each) => moveNamed('AWS_CLOUDHSM', each)!)
    ).told.at(-1)!
  const connected = ['ConnectCustomKeyStore', 'kms.settle']
  const withKey = [...connected, 'CreateKey']

  it.each<[string, ReadonlyArray<string>, string, string, number]>([
    ['ConnectCustomKeyStore', [], 'good', 'accepted → CONNECTING', 2],
    ['DisconnectCustomKeyStore', [], 'bad', 'CustomKeyStoreInvalidStateException', 1],
    ['DeleteCustomKeyStore', [], 'good', 'accepted → deleted', 1],
    ['DescribeCustomKeyStores', [], 'good', 'accepted', 0],
    ['kms.settle', ['password.no', 'ConnectCustomKeyStore'], 'bad', 'FAILED, INVALID_CREDENTIALS', 1],
    [
      'kms.settle',
      ['ConnectCustomKeyStore', 'failure.KMSInternalException'],
      'bad',
      'FAILED, INTERNAL_ERROR',
      1
    ],
    ['ConnectCustomKeyStore', ['failure.KMSInternalException'], 'bad', 'KMSInternalException', 1],
    [
      'ConnectCustomKeyStore',
      ['failure.KMSInternalException', 'failure.none'],
      'good',
      'accepted → CONNECTING',
      2
    ],
    ['kms.USER_LOCKED_OUT', ['ConnectCustomKeyStore'], 'bad', 'FAILED, USER_LOCKED_OUT', 0],
    ['kms.settle', [], 'plain', 'nothing changes', 0],
    ['kms.connected', connected, 'plain', 'nothing changes', 0],
    ['kms.disconnected', [...connected, 'DisconnectCustomKeyStore'], 'plain', 'DISCONNECTED', 0],
    ['hsms.one', [], 'plain', '', 0],
    ['days.7', [...withKey, 'ScheduleKeyDeletion.1'], 'plain', 'a key is deleted', 0],
    [
      'days.30',
      [...withKey, 'CreateKey', 'ScheduleKeyDeletion.1', 'ScheduleKeyDeletion.2'],
      'plain',
      '2 keys are deleted',
      0
    ]
  ])('%s after %j is %s: %s', (text, before, tone, words, reasons) => {
    expect(becameOf(told(text, ...before))).toEqual({ tone, words })
    expect(reasonsOf(told(text, ...before))).toHaveLength(reasons)
  })

  it.each([
    ['hsms.one', 'Cluster: HSMs, one active'],
    ['password.no', 'kmsuser: no longer “KMS holds its password”'],
    ['password.yes', 'kmsuser: again “KMS holds its password”'],
    ['UpdateCustomKeyStore.KeyStorePassword', 'UpdateCustomKeyStore: the password of kmsuser'],
    ['kms.settle', 'KMS ends its work'],
    ['kms.connected', 'KMS has connected'],
    ['kms.disconnected', 'KMS has disconnected'],
    ['kms.USER_NOT_FOUND', 'KMS could not connect: USER_NOT_FOUND'],
    ['days.7', '7 days pass'],
    ['failure.none', 'KMS works again'],
    ['failure.KMSInternalException', 'KMS fails from now on: KMSInternalException']
  ])('%s: %s', (text, words) => {
    expect(moveWords(moveNamed('AWS_CLOUDHSM', text)!)).toBe(words)
  })

  it('what becomes of a request is said with the state after it, where that is another', () => {
    const became = (id: string, ...before: ReadonlyArray<string>) => {
      const moves = before.map((text) => moveNamed('AWS_CLOUDHSM', text)!)
      const ask = storeAsks('AWS_CLOUDHSM').find((each) => each.id === id)!
      const { outcome } = verdictOn(playStory('AWS_CLOUDHSM', 'exception-text-2022', moves))(ask)
      return outcomeWords(outcome)
    }
    expect(became('ConnectCustomKeyStore')).toEqual({ tone: 'good', words: 'accepted → CONNECTING' })
    expect(became('ConnectCustomKeyStore', ...connected)).toEqual({ tone: 'good', words: 'accepted' })
    expect(became('DeleteCustomKeyStore')).toEqual({ tone: 'good', words: 'accepted → deleted' })
    expect(became('CreateKey')).toEqual({ tone: 'bad', words: 'CustomKeyStoreInvalidStateException' })
  })

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b', 'c'], 'a, b or c']
  ])('%j are listed as %s', (words, text) => {
    expect(listed(words, 'or')).toBe(text)
  })

  it('a key is called by when it was created', () => {
    const { place } = playStory(
      'AWS_CLOUDHSM',
      'exception-text-2022',
      [...withKey, 'CreateKey'].map((text) => moveNamed('AWS_CLOUDHSM', text)!)
    )
    expect(place.keys.map(({ KeyId }) => numberOfKey(KeyId))).toEqual([1, 2])
  })
})
