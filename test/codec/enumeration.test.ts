import { describe, expect, it } from 'vitest'
import { enumeration } from '../../src/codec/enumeration.js'
import { decoded } from '../fixtures.js'
import { allOfViolations } from './violationsOf.js'

const Colour = enumeration('Colour', ['red', 'green'], 'API_ConnectCustomKeyStore')
const oneOfThem = 'Member must satisfy enum value set: [red, green]'

describe('an enumeration', () => {
  it.each(['red', 'green'])('reads %s', (value) => {
    expect(decoded(Colour, value)).toBe(value)
    expect(Colour.is(value)).toBe(true)
    expect(Colour.encode(decoded(Colour, value))).toBe(value)
  })

  it.each([
    ['blue', 'limit', oneOfThem],
    ['', 'limit', oneOfThem],
    ['Red', 'limit', oneOfThem],
    ['toString', 'limit', oneOfThem],
    [1, 'type', oneOfThem],
    [null, 'type', oneOfThem],
    [['red'], 'type', oneOfThem],
    [undefined, 'missing', 'Member must not be null']
  ])('refuses %o as one of its kind: %s', (u, kind, constraint) => {
    expect(allOfViolations(Colour, u)).toMatchObject([{ kind, constraint }])
    expect(Colour.is(u)).toBe(false)
  })
})
