/** Members of a reply, each absent where the reply has none of the right type. */
import { describe, expect, it } from 'vitest'
import type { EndpointReply, Members } from '../../src/conform/Exchange.js'
import {
  createdIn,
  entriesIn,
  grantIn,
  keyIdIn,
  keyStateIn,
  metadataIn,
  outputOf,
  stateIn
} from '../../src/conform/replyMembers.js'

const output = (members: Members): EndpointReply => ({ output: members })
const refused: EndpointReply = { exception: 'NotFoundException', message: '' }

describe('a reply', () => {
  it('has its output, and none where it is refused', () => {
    expect(outputOf(output({ a: 1 }))).toEqual({ a: 1 })
    expect(outputOf(refused)).toEqual({})
  })

  it.each<[string, (reply: EndpointReply) => unknown, (value: unknown) => Members]>([
    ['the id of a store', createdIn, (value) => ({ CustomKeyStoreId: value })],
    ['the id of a grant', grantIn, (value) => ({ GrantId: value })],
    ['the id of a key', keyIdIn, (value) => ({ KeyMetadata: { KeyId: value } })],
    ['the state of a key', keyStateIn, (value) => ({ KeyMetadata: { KeyState: value } })]
  ])('has %s where that is a text', (_, of, members) => {
    expect(of(output(members('a')))).toBe('a')
    expect(of(output(members('')))).toBe('')
    for (const value of [undefined, null, 7, {}, ['a']]) expect(of(output(members(value)))).toBeUndefined()
    expect(of(refused)).toBeUndefined()
  })

  it('has the metadata of a key where they are an object', () => {
    expect(metadataIn(output({ KeyMetadata: { a: 1 } }))).toEqual({ a: 1 })
    for (const KeyMetadata of [undefined, null, 'a', 7])
      expect(metadataIn(output({ KeyMetadata }))).toEqual({})
  })

  it('has those entries of a list of stores that are objects, and the state of the first', () => {
    const entry = (ConnectionState: unknown) => ({ ConnectionState })
    const list = (...CustomKeyStores: ReadonlyArray<unknown>) => output({ CustomKeyStores })
    expect(entriesIn(list(null, entry('CONNECTED'), 'a', 7, entry('a')))).toEqual([
      entry('CONNECTED'),
      entry('a')
    ])
    expect(entriesIn(output({ CustomKeyStores: 'a' }))).toEqual([])
    expect(entriesIn(refused)).toEqual([])
    expect(stateIn(list(7, entry('FAILED'), entry('CONNECTED')))).toBe('FAILED')
    expect(stateIn(list(entry('a'), entry('CONNECTED')))).toBeUndefined()
    expect(stateIn(list())).toBeUndefined()
  })
})
