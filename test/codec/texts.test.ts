/** Texts that are read from outside or shown: JSON, tables, numbers of things, what must not be seen as it is. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { amount } from '../../src/codec/amount.js'
import { markdownTable } from '../../src/codec/markdownTable.js'
import { parsedJson } from '../../src/codec/parsedJson.js'
import { shortened, visible } from '../../src/codec/visible.js'

it.each([
  ['0 keys', amount(0, 'key')],
  ['1 key', amount(1, 'key')],
  ['2 keys', amount(2, 'key')],
  ['1 entry', amount(1, 'entry', 'entries')],
  ['10 entries', amount(10, 'entry', 'entries')]
])('a number of things: %s', (text, told) => {
  expect(told).toBe(text)
})

it('a table keeps a stroke within its cell', () => {
  expect(
    markdownTable(
      ['State', 'Rule'],
      [
        ['CONNECTED', 'a|b|c'],
        ['FAILED', '']
      ]
    )
  ).toEqual(['| State | Rule |', '| --- | --- |', String.raw`| CONNECTED | a\|b\|c |`, '| FAILED |  |'])
})

describe('a JSON text', () => {
  it('is read', () => {
    expect(parsedJson('{"a":[1]}')).toEqual(E.right({ a: [1] }))
  })

  it('that is none is told by the place of the error, counted from 1, and never quoted', () => {
    expect(parsedJson('{"Plaintext":secret}')).toEqual(E.left('not JSON'))
    expect(parsedJson('{"Plaintext":"secret",}')).toEqual(E.left('not JSON, at character 23'))
    expect(parsedJson(`{"a":"${'b'.repeat(200)}",}`)).toEqual(E.left('not JSON, at character 209'))
    expect(parsedJson('')).toEqual(E.left('not JSON'))
  })
})

describe('text from outside', () => {
  it.each([
    ['plain – ünïcode 字 😀', 'plain – ünïcode 字 😀'],
    ['a\u0000b\u001b[31m', String.raw`a\u{0000}b\u{001b}[31m`],
    ['\u200b\u202e\ufeff', String.raw`\u{200b}\u{202e}\u{feff}`],
    ['\u2028\u2029', String.raw`\u{2028}\u{2029}`],
    ['\ud800', String.raw`\u{d800}`],
    ['\u{e0001}', String.raw`\u{e0001}`]
  ])('has nothing that is not seen: %#', (text, seen) => {
    expect(visible(text)).toBe(seen)
  })

  it('is cut where it is long', () => {
    expect(shortened('a'.repeat(200))).toBe('a'.repeat(200))
    expect(shortened('a'.repeat(201))).toBe(`${'a'.repeat(200)}… (201 characters)`)
    expect(shortened('abc', 2)).toBe('ab… (3 characters)')
  })
})
