/** Texts within the members of a request or an answer. */
import { expect, it } from 'vitest'
import { inTexts } from '../../src/conform/inTexts.js'

const named = (text: string, name: string): string => `${name}=${text}`

it('each text is changed, at whatever depth, with the name of the nearest member', () => {
  expect(inTexts({ a: 'x', b: { c: 'y', d: ['z', { e: 'u' }, ['v']] }, f: [] }, named)).toEqual({
    a: 'a=x',
    b: { c: 'c=y', d: ['d=z', { e: 'e=u' }, ['d=v']] },
    f: []
  })
})

it('what is no text stays', () => {
  const members = { a: null, b: 7, c: true, d: undefined, e: [null, 7] }
  expect(inTexts(members, named)).toEqual(members)
})

it('a member that is called __proto__ is a member', () => {
  const members = JSON.parse('{"__proto__":{"a":"x"}}') as Record<string, unknown>
  expect(JSON.stringify(inTexts(members, named))).toBe('{"__proto__":{"a":"a=x"}}')
  expect(JSON.stringify(inTexts({ b: members }, named))).toBe('{"b":{"__proto__":{"a":"a=x"}}}')
})
