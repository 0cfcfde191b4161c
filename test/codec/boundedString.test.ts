import { describe, expect, it } from 'vitest'
import { asShown, boundedString } from '../../src/codec/boundedString.js'
import { decoded } from '../fixtures.js'
import { constraintsOf, violationsOf } from './violationsOf.js'

const Name = boundedString('Name', { minLength: 2, maxLength: 3 })
const Word = boundedString('Word', { minLength: 0, maxLength: 5, pattern: /^[a-z]*$/ })

const tooLong = 'Member must have length less than or equal to 3'
const tooShort = 'Member must have length greater than or equal to 2'

describe('a bounded string', () => {
  it.each(['ab', 'abc', '  ', '\n\n', 'é€', '\u0000\u0000'])('takes %j', (s) => {
    expect(decoded(Name, s)).toBe(s)
    expect(Name.is(s)).toBe(true)
    expect(Name.encode(decoded(Name, s))).toBe(s)
  })

  it.each([
    ['', tooShort],
    ['a', tooShort],
    ['abcd', tooLong],
    ['a'.repeat(7), tooLong]
  ])('refuses %j', (s, constraint) => {
    expect(violationsOf(Name, s)).toEqual([{ path: '', received: `'${s}'`, constraint }])
    expect(Name.is(s)).toBe(false)
  })

  it('counts characters, not UTF-16 units: a key of two units is one character', () => {
    expect('🔑'.length).toBe(2)
    expect(constraintsOf(Name, '🔑')).toEqual([tooShort])
    expect(constraintsOf(Name, '🔑🔑')).toEqual([])
    expect(constraintsOf(Name, '🔑🔑🔑')).toEqual([])
    expect(constraintsOf(Name, 'a🔑🔑🔑')).toEqual([tooLong])
    expect(constraintsOf(Name, '🔑🔑🔑🔑')).toEqual([tooLong])
  })

  it('counts a letter and its combining accent as two', () => {
    expect(constraintsOf(Name, 'e\u0301')).toEqual([])
    expect(constraintsOf(Name, 'e\u0301e\u0301')).toEqual([tooLong])
  })

  it.each(['a\ud83d', '\udd11a', 'a\udd11\ud83d', '\ud800\ud800'])('refuses a lone surrogate in %j', (s) => {
    expect(constraintsOf(Name, s)).toEqual(['Member must be well-formed Unicode'])
  })

  it.each([[undefined], [null], [12], [true], [['ab']], [{ length: 2 }], [Object('ab')], [Symbol('ab')]])(
    'refuses what is no string: %s',
    (u) => {
      expect(constraintsOf(Name, u)).toEqual(['Member must be a string'])
      expect(Name.is(u)).toBe(false)
    }
  )

  it('holds the whole string against the pattern', () => {
    expect(constraintsOf(Word, 'abc')).toEqual([])
    expect(constraintsOf(Word, '')).toEqual([])
    const broken = ['Member must satisfy regular expression pattern: ^[a-z]*$']
    expect(constraintsOf(Word, 'aBc')).toEqual(broken)
    expect(constraintsOf(Word, 'abc\n')).toEqual(broken)
    expect(constraintsOf(Word, 'ab\nc')).toEqual(broken)
  })

  it('reports the length and the pattern, where a string breaks both', () => {
    const unlike = 'Member must satisfy regular expression pattern: ^[a-z]*$'
    expect(constraintsOf(Word, 'ABCDEF')).toEqual(['Member must have length less than or equal to 5', unlike])
    const Id = boundedString('Id', { minLength: 4, maxLength: 5, pattern: 'id-[0-9]+' })
    expect(constraintsOf(Id, 'a')).toEqual([
      'Member must have length greater than or equal to 4',
      'Member must satisfy regular expression pattern: id-[0-9]+'
    ])
    expect(constraintsOf(Id, 'id-12')).toEqual([])
    expect(constraintsOf(Id, 'id-123')).toEqual(['Member must have length less than or equal to 5'])
  })

  it('shows a pattern as it is printed, and holds the whole string against it', () => {
    const Either = boundedString('Either', { minLength: 0, maxLength: 9, pattern: '^a$|b' })
    expect(constraintsOf(Either, 'a')).toEqual([])
    expect(constraintsOf(Either, 'b')).toEqual([])
    const broken = ['Member must satisfy regular expression pattern: ^a$|b']
    for (const s of ['ab', 'bb', 'xb', 'b\n', '']) expect(constraintsOf(Either, s)).toEqual(broken)
    const Beginning = boundedString('Beginning', { minLength: 0, maxLength: 9, pattern: /^a/ })
    expect(constraintsOf(Beginning, 'ab')).toEqual([])
  })

  it('reports only the length of one that is more than twice too long', () => {
    expect(constraintsOf(Word, 'A'.repeat(11))).toEqual(['Member must have length less than or equal to 5'])
  })

  it('neither counts nor matches ten megabytes, and repeats no more than their beginning', () => {
    const long = '🔑'.repeat(2_500_000)
    const matched: Array<string> = []
    const test = (text: string): boolean => matched.push(text) > 0
    const limits = { minLength: 1, maxLength: 8, pattern: Object.assign(/^a+$/, { test }) }
    const Matched = boundedString('Matched', limits)
    expect(violationsOf(Matched, long)).toEqual([
      {
        path: '',
        received: `'${'🔑'.repeat(60)}…' (length 5000000)`,
        constraint: 'Member must have length less than or equal to 8'
      }
    ])
    expect(matched).toEqual([])
    expect(violationsOf(Matched, 'a')).toEqual([])
    expect(matched).toEqual(['a'])
  })
})

describe('the same kind of string as shown', () => {
  const Shown = asShown(Name)

  it.each(['', 'ab', 'far too long', '\ud83d'])('takes %j, within the limits or not', (s) => {
    expect(decoded(Shown, s)).toBe(s)
    expect(Shown.is(s)).toBe(true)
    expect(Shown.encode(decoded(Shown, s))).toBe(s)
  })

  it.each([[undefined], [null], [12], [['ab']], [Object('ab')]])('refuses what is no string: %s', (u) => {
    expect(constraintsOf(Shown, u)).toEqual(['Member must be a string'])
    expect(Shown.is(u)).toBe(false)
  })

  it('has the same name', () => {
    expect(Shown.name).toBe('Name')
  })
})
