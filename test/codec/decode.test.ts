import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { boundedString } from '../../src/codec/boundedString.js'
import { decode, report, violationAt, violationsAt } from '../../src/codec/decode.js'
import { struct } from '../../src/codec/struct.js'
import { decoded } from '../fixtures.js'
import { allOfViolations, violationsOf } from './violationsOf.js'

const Short = boundedString('Short', { minLength: 1, maxLength: 3 })
const Colour = t.keyof({ red: null, green: null }, 'Colour')
const Point = struct('Point', { x: t.number }, { label: Short })
const Drawing = struct(
  'Drawing',
  {},
  {
    title: Short,
    points: t.readonlyArray(Point),
    byName: t.record(t.string, Point),
    colour: Colour,
    either: t.union([t.literal('none'), Point]),
    any: t.number
  }
)

const received = (u: unknown): string | undefined => violationsOf(Drawing, { any: u })[0]?.received

describe('a decoded value', () => {
  it('is what the codec reads', () => {
    expect(decode(Drawing)({ title: 'a', points: [{ x: 1 }, { x: 2, label: 'b' }], more: true })).toEqual(
      E.right({ title: 'a', points: [{ x: 1 }, { x: 2, label: 'b' }] })
    )
  })
})

describe('the path of a violation', () => {
  it.each([
    [12, ''],
    [{ title: 1 }, 'title'],
    [{ points: 1 }, 'points'],
    [{ points: [{ x: 1 }, 2] }, 'points.1'],
    [{ points: [{ x: 1 }, { x: 'two' }] }, 'points.1.x'],
    [{ byName: { first: { x: 1, label: '' } } }, 'byName.first.label'],
    [{ either: { x: 1, label: '' } }, 'either.label']
  ])('of %o is %j', (u, path) => {
    expect(violationsOf(Drawing, u).map((violation) => violation.path)).toContain(path)
  })

  it('leaves out which branch of a union was tried', () => {
    expect(violationsOf(Drawing, { either: 'some' }).map(({ path }) => path)).toEqual(['either', 'either'])
  })
})

describe('what a violation says was received', () => {
  it.each([
    ['text', "'text'"],
    ['', "''"],
    [true, 'true'],
    [null, 'null'],
    [[1, 2], 'an array'],
    [{ secret: 1 }, 'an object'],
    [() => 1, 'a function'],
    [Symbol('secret'), 'a symbol'],
    [10n ** 100n, 'a bigint']
  ])('of %s is %s', (u, expected) => {
    expect(received(u)).toBe(expected)
  })

  it.each([
    ['text', 'quoted text'],
    ['null', 'quoted text'],
    ["'", 'quoted text'],
    [null, 'nothing'],
    [true, 'words'],
    [{}, 'words']
  ])('of %o is told as %s', (u, expected) => {
    expect(allOfViolations(Drawing, { any: u })[0]?.receivedAs).toBe(expected)
  })

  it('is a string as it is up to sixty characters, of whatever width', () => {
    expect(received('a'.repeat(60))).toBe(`'${'a'.repeat(60)}'`)
    expect(received('🔑'.repeat(60))).toBe(`'${'🔑'.repeat(60)}'`)
  })

  it('is the first sixty characters of a longer string, none of them cut in two', () => {
    expect(received('a'.repeat(61))).toBe(`'${'a'.repeat(60)}…' (length 61)`)
    expect(received('🔑'.repeat(61))).toBe(`'${'🔑'.repeat(60)}…' (length 122)`)
    expect(received(`a${'🔑'.repeat(60)}`)).toBe(`'a${'🔑'.repeat(59)}…' (length 121)`)
  })

  it('is one line without control characters or halves of characters', () => {
    expect(received('a\nb\r\n\u001b[31m\ud83d"')).toBe(String.raw`'a\nb\r\n\u001b[31m\ud83d\"'`)
  })
})

describe('the constraint of a violation', () => {
  it.each([
    [{ title: 'four' }, 'Member must have length less than or equal to 3'],
    [{ colour: 'blue' }, 'Member must satisfy enum value set: [red, green]'],
    [{ colour: 'toString' }, 'Member must satisfy enum value set: [red, green]'],
    [{ any: 'one' }, 'Member must be a valid number'],
    [{ points: [{}] }, 'Member must not be null'],
    [{ points: [undefined] }, 'Member must not be null'],
    [undefined, 'Member must not be null'],
    ['text', 'Member must be a valid Drawing']
  ])('of %o is %j', (u, constraint) => {
    expect(violationsOf(Drawing, u).map((violation) => violation.constraint)).toEqual([constraint])
  })
})

const fails = (): never => {
  throw new Error('the secret')
}
const everyTrapFails = new Proxy({}, new Proxy({}, { get: () => fails }))
const { proxy: revoked, revoke } = Proxy.revocable({}, {})
revoke()
const getterFails = Object.defineProperty({}, 'title', { get: fails, enumerable: true })

describe('an object that throws when it is read', () => {
  it.each([
    ['a getter', getterFails],
    ['a proxy whose every trap throws', everyTrapFails],
    ['a revoked proxy', revoked]
  ])('is refused: %s', (_, u) => {
    expect(decode(Drawing)(u)).toEqual(
      E.left([
        {
          path: '',
          received: 'an object',
          receivedAs: 'words',
          constraint: 'Value must be readable as plain data',
          kind: 'unreadable'
        }
      ])
    )
  })

  it.each([
    ['a proxy whose every trap throws', everyTrapFails],
    ['a revoked proxy', revoked]
  ])('is refused as a member: %s', (_, u) => {
    for (const member of ['title', 'points', 'byName', 'colour', 'either', 'any']) {
      expect(E.isLeft(decode(Drawing)({ [member]: u }))).toBe(true)
    }
  })

  it('is told as an object at the path where it is', () => {
    for (const u of [everyTrapFails, revoked])
      expect(violationAt('any', u, 'type', 'Member must be plain data')).toEqual({
        path: 'any',
        received: 'an object',
        receivedAs: 'words',
        constraint: 'Member must be plain data',
        kind: 'type'
      })
  })

  it('is read where it can be', () => {
    expect(decoded(Drawing, new Proxy({ title: 'a' }, {}))).toEqual({ title: 'a' })
  })
})

it('violations of a value are told from where it is', () => {
  const found = allOfViolations(Drawing, { title: 'abcd' })
  const whole = allOfViolations(Drawing, null)
  expect(violationsAt('drawings.0')([...found, ...whole])).toEqual([
    { ...found[0], path: 'drawings.0.title' },
    { ...whole[0], path: 'drawings.0' }
  ])
})

describe('a report', () => {
  it('has one line for each violation', () => {
    expect(report(allOfViolations(Drawing, { title: 'a\nbcd', points: [{}] }))).toEqual([
      String.raw`title: Member must have length less than or equal to 3; received 'a\nbcd'`,
      'points.0.x: Member must not be null; received undefined'
    ])
    expect(report(allOfViolations(Drawing, null))).toEqual([
      'value: Member must be a valid Drawing; received null'
    ])
  })

  it('is empty where nothing is wrong', () => {
    expect(report([])).toEqual([])
  })
})
