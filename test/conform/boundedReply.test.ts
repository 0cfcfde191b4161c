/** What is kept of an answer that is far longer than any of AWS KMS. */
import { describe, expect, it } from 'vitest'
import { boundedReply } from '../../src/conform/boundedReply.js'
import type { Members } from '../../src/conform/Exchange.js'

const own = new Set<unknown>(['own-1', 'own-2'])

const kept = (output: Members): Members => {
  const reply = boundedReply(own)({ output, status: 200 })
  if (!('output' in reply)) throw new Error('no output')
  expect(reply.status).toBe(200)
  return reply.output
}

const store = (id: string, more: Members = {}): Members => ({ CustomKeyStoreId: id, ...more })
const others = (count: number, more: Members = {}): ReadonlyArray<Members> =>
  Array.from({ length: count }, (_, i) => store(`other-${String(i)}`, more))
const idsOf = ({ CustomKeyStores: listed }: Members): ReadonlyArray<unknown> =>
  (listed as ReadonlyArray<Members>).map(({ CustomKeyStoreId: id }) => id)

/** A text that takes so many characters as JSON. */
const text = (length: number): string => 'a'.repeat(length - 2)

describe('a list of stores', () => {
  it('stays as it is up to a hundred entries', () => {
    const output = { CustomKeyStores: [store('own-1'), ...others(99)], Truncated: false }
    expect(kept(output)).toBe(output)
  })

  it('stays as it is up to 65,536 characters', () => {
    const output = { CustomKeyStores: [store('own-1')], a: '' }
    const most = { ...output, a: 'a'.repeat(65_536 - JSON.stringify(output).length) }
    expect(kept(most)).toBe(most)
    expect(kept({ ...most, a: `${most.a}a` })).toHaveProperty('entriesInAnswer')
  })

  it('that is longer keeps one’s own stores and twenty others, and says how long it was', () => {
    const listed = [...others(60), store('own-1'), ...others(60), store('own-2')]
    const output = kept({ CustomKeyStores: listed, NextMarker: 'm' })
    expect(idsOf(output)).toEqual(['own-1', 'own-2', ...others(20).map(({ CustomKeyStoreId: id }) => id)])
    expect(output).toMatchObject({ NextMarker: 'm', entriesInAnswer: 122 })
  })

  it('keeps no more than a hundred of one’s own', () => {
    const output = kept({ CustomKeyStores: Array.from({ length: 130 }, () => store('own-1')) })
    expect(idsOf(output)).toHaveLength(100)
  })

  it('of few entries that are long leaves out those, of one’s own too', () => {
    const output = kept({
      CustomKeyStores: [store('own-1'), store('own-2', { a: text(80_000) }), ...others(2, { a: text(9_000) })]
    })
    expect(idsOf(output)).toEqual(['own-1'])
    expect(output['entriesInAnswer']).toBe(4)
  })

  it('keeps an entry of 8192 characters', () => {
    const base = JSON.stringify(store('own-1', { a: '' })).length
    const [fits, tooLong] = [8192, 8193].map((length) => store('own-1', { a: 'a'.repeat(length - base) }))
    const filling = Array.from({ length: 110 }, () => store('own-2'))
    expect(idsOf(kept({ CustomKeyStores: [fits!, ...filling] }))[0]).toBe('own-1')
    expect(idsOf(kept({ CustomKeyStores: [tooLong!, ...filling] }))[0]).toBe('own-2')
  })
})

describe('any other answer', () => {
  it('stays as it is up to 65,536 characters', () => {
    const output = { a: text(65_536 - '{"a":}'.length) }
    expect(JSON.stringify(output)).toHaveLength(65_536)
    expect(kept(output)).toBe(output)
    expect(kept({ a: `${output.a}a` })).toEqual({ a: 'a value of 65531 characters' })
  })

  it('that is longer keeps what is short, the first of a list, and tells how long the rest was', () => {
    const keys = Array.from({ length: 4_000 }, (_, i) => ({ KeyId: `key-${String(i)}` }))
    const output = kept({
      KeyId: 'short',
      Keys: keys,
      Long: text(4_097),
      Fits: text(4_096),
      Lists: Array.from({ length: 5 }, () => text(2_000)),
      Empty: [],
      CustomKeyStores: [store('own-1')],
      [`name ${'a'.repeat(200)}`]: 1
    })
    expect(output).toEqual({
      KeyId: 'short',
      Keys: keys.slice(0, 20),
      Long: 'a value of 4097 characters',
      Fits: text(4_096),
      Lists: `a value of ${String(5 * 2_000 + 6)} characters`,
      Empty: [],
      CustomKeyStores: [store('own-1')],
      [`name ${'a'.repeat(95)}`]: 1,
      entriesInAnswer: 1
    })
  })

  it('has its list of stores as it was bounded, however long that is', () => {
    const CustomKeyStores = Array.from({ length: 90 }, () => store('own-1', { a: text(50) }))
    expect(JSON.stringify(CustomKeyStores).length).toBeGreaterThan(4_096)
    expect(kept({ CustomKeyStores, Long: text(70_000) })).toMatchObject({ CustomKeyStores })
  })

  it('keeps the first twenty of a list up to 8192 characters, and a hundred of a name', () => {
    // Twenty texts, the commas between them and the brackets.
    const first = [...Array.from({ length: 19 }, () => text(400)), text(8_192 - 19 * 401 - 2)]
    expect(JSON.stringify(first)).toHaveLength(8_192)
    const more = Array.from({ length: 60 }, () => text(1_000))
    const tooLong = [`${first[0]!}a`, ...first.slice(1)]
    const name = 'n'.repeat(101)
    expect(kept({ Fits: [...first, ...more], Not: [...tooLong, ...more], [name]: text(5_000) })).toEqual({
      Fits: first,
      Not: expect.stringMatching(/^a value of/),
      [name.slice(1)]: 'a value of 5000 characters'
    })
  })

  it('without a list of stores gets none', () => {
    const Keys = Array.from({ length: 4_000 }, (_, i) => ({ KeyId: `key-${String(i)}` }))
    expect(kept({ Keys })).toEqual({ Keys: Keys.slice(0, 20) })
    expect(kept({ CustomKeyStores: 'none', Keys })).toEqual({
      CustomKeyStores: 'none',
      Keys: Keys.slice(0, 20)
    })
  })

  it('keeps a hundred members', () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`m${String(i)}`, text(1_000)]))
    expect(Object.keys(kept(many))).toEqual(Object.keys(many).slice(0, 100))
  })

  it('that is no output is left alone', () => {
    for (const reply of [
      { exception: 'a'.repeat(70_000), message: '' },
      { unreadable: 'a' },
      { notImplemented: 'a', status: 501 }
    ]) {
      expect(boundedReply(own)(reply)).toBe(reply)
    }
  })
})
