import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { redacted, secretString, sensitive } from '../../src/codec/Redacted.js'
import { struct } from '../../src/codec/struct.js'
import { decoded } from '../fixtures.js'
import { constraintsOf, violationsOf } from './violationsOf.js'

const Password = secretString('Password', { minLength: 7, maxLength: 32, pattern: /^[a-z🔑]+$/u })

describe('a secret string', () => {
  it.each(['sevenxx', 'a'.repeat(32), '🔑'.repeat(32)])(
    'is forgotten once it has been looked at',
    (secret) => {
      expect(decoded(Password, secret)).toBe('(redacted)')
    }
  )

  it.each([
    ['sixxxx', 'Member must have length greater than or equal to 7'],
    ['a'.repeat(33), 'Member must have length less than or equal to 32'],
    ['UPPERCASE', 'Member must satisfy regular expression pattern: ^[a-z🔑]+$'],
    [1234567, 'Member must be a string'],
    [['sevenxx'], 'Member must be a string'],
    [null, 'Member must be a string']
  ])('is held against its limits and never repeated', (secret, constraint) => {
    expect(violationsOf(Password, secret)).toEqual([{ path: '', received: "'(redacted)'", constraint }])
  })

  it('is not what stands for a secret, whether that is within the limits or not', () => {
    const Any = secretString('Any', { minLength: 1, maxLength: 32 })
    const standsFor = 'Member must be a secret, which (redacted) only stands for'
    expect(constraintsOf(Any, redacted)).toEqual([standsFor])
    expect(constraintsOf(Password, redacted)).toEqual([
      'Member must be a secret, which (redacted) only stands for'
    ])
    expect(decoded(Any, 'redacted')).toBe(redacted)
  })

  it('is known by what stands for it once it has been read', () => {
    expect(Password.is(redacted)).toBe(true)
    expect(Password.is(decoded(Password, 'sevenxx'))).toBe(true)
    expect(Password.is('sevenxx')).toBe(false)
    expect(Password.encode(redacted)).toBe(redacted)
  })
})

describe('a sensitive codec', () => {
  const Pin = sensitive(struct('Pin', { digits: t.string }, { hint: t.string }))

  it('reads and writes what the codec reads and writes', () => {
    expect(decoded(Pin, { digits: '1234', more: 1 })).toEqual({ digits: '1234' })
    expect(Pin.is({ digits: '1234' })).toBe(true)
    expect(Pin.is('1234')).toBe(false)
    expect(Pin.encode({ digits: '1234' })).toEqual({ digits: '1234' })
    expect(Pin.name).toBe('Pin')
  })

  it('hides itself in the context of an error, and leaves what it is inside of to others', () => {
    const place = { key: 'pin', type: Pin, actual: { digits: 1234 } }
    const read = Pin.validate({ digits: 1234 }, [{ key: '', type: t.unknown, actual: 'outside' }, place])
    expect(read).toMatchObject({
      left: [{ value: redacted, context: [{ actual: 'outside' }, { actual: redacted }, { key: 'digits' }] }]
    })
    expect(JSON.stringify(read)).not.toContain('1234')
  })

  it('does not show what was received', () => {
    expect(violationsOf(Pin, { digits: 1234, hint: 5678 })).toEqual([
      { path: 'hint', received: "'(redacted)'", constraint: 'Member must be a valid string' },
      { path: 'digits', received: "'(redacted)'", constraint: 'Member must be a valid string' }
    ])
    expect(violationsOf(Pin, '1234')).toEqual([
      { path: '', received: "'(redacted)'", constraint: 'Member must be a valid Pin' }
    ])
  })

  it('tells what is not there from what is wrong', () => {
    expect(violationsOf(Pin, {})).toEqual([
      { path: 'digits', received: 'undefined', constraint: 'Member must not be null' }
    ])
  })
})
