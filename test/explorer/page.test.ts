/** What the page shows after each action. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindNames } from '../../src/explorer/beginning.js'
import { moveNamed, moveText } from '../../src/explorer/moves.js'
import {
  hasRoom,
  mostMoves,
  mostOpen,
  reduce,
  startPage,
  type Action,
  type Page
} from '../../src/explorer/Page.js'
import { playStory } from '../../src/explorer/Story.js'
import { storeAsks } from '../../src/explorer/asks.js'
import { connectionStates } from '../../src/model/ConnectionState.js'
import { pages } from './arbitraryPages.js'

const stateOf = ({ kind, edition, moves }: Page) =>
  playStory(kind, edition, moves).place.store?.ConnectionState
const connect = moveNamed('AWS_CLOUDHSM', 'ConnectCustomKeyStore')!

describe('an action', () => {
  it.each(kindNames.flatMap((kind) => connectionStates.map((state) => [kind, state] as const)))(
    'begins with a store of kind %s that is %s',
    (kind, state) => {
      const page: Page = { ...startPage, kind, moves: [connect, connect], key: 3 }
      const after = reduce(page, { type: 'state', state })
      expect([stateOf(after), after.key, after.kind]).toEqual([state, 1, kind])
    }
  )

  it('takes another kind of store in the same state, and forgets what that kind has not', () => {
    const page: Page = {
      ...startPage,
      moves: [connect],
      open: ['UpdateCustomKeyStore.KeyStorePassword', 'CreateKey']
    }
    const after = reduce(page, { type: 'kind', kind: 'PUBLIC_ENDPOINT', state: 'CONNECTING' })
    expect([after.kind, stateOf(after), after.open]).toEqual(['PUBLIC_ENDPOINT', 'CONNECTING', ['CreateKey']])
    const deleted = reduce(page, { type: 'kind', kind: 'PUBLIC_ENDPOINT', state: undefined })
    expect(stateOf(deleted)).toBe('DISCONNECTED')
  })

  it('makes a move, and takes it back', () => {
    fc.assert(
      fc.property(pages(5), (page) => {
        const moved = reduce(page, { type: 'move', move: connect })
        expect(moved.moves.map(moveText)).toEqual([...page.moves.map(moveText), 'ConnectCustomKeyStore'])
        expect(reduce(moved, { type: 'undo' })).toEqual(page)
      })
    )
  })

  it('does nothing where there is nothing to take back, or no more room', () => {
    expect(reduce(startPage, { type: 'undo' })).toEqual(startPage)
    const full: Page = { ...startPage, moves: Array.from({ length: mostMoves }, () => connect) }
    expect(hasRoom(full)).toBe(false)
    expect(reduce(full, { type: 'move', move: connect })).toBe(full)
  })

  it('chooses the edition and the key, and leaves the rest', () => {
    const after = (action: Action) => reduce(startPage, action)
    expect(after({ type: 'edition', edition: 'developer-guide' })).toEqual({
      ...startPage,
      edition: 'developer-guide'
    })
    expect(after({ type: 'key', key: 2 })).toEqual({ ...startPage, key: 2 })
  })

  it('folds the rules of requests in and out', () => {
    const open = (page: Page, ask: string, isOpen = true) => reduce(page, { type: 'open', ask, isOpen })
    const two = open(open(startPage, 'CreateKey'), 'GenerateRandom')
    expect(two.open).toEqual(['CreateKey', 'GenerateRandom'])
    expect(open(two, 'CreateKey').open).toEqual(['GenerateRandom', 'CreateKey'])
    expect(open(two, 'CreateKey', false).open).toEqual(['GenerateRandom'])
    const many = Array.from({ length: mostOpen + 1 }, (_, i) => `Encrypt.${String(i + 1)}`)
    const all = many.reduce((page, ask) => open(page, ask), startPage)
    expect(all.open).toEqual(many.slice(1))
    expect(storeAsks('AWS_CLOUDHSM').length).toBeLessThan(mostOpen)
  })
})
