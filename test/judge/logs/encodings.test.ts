/** The text of a log in UTF-8 or UTF-16, in whatever pieces its bytes come. */
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { decoded, withFirst } from '../../../src/judge/logs/encodings.js'
import { stream } from '../../cli/judgeRuns.js'

const collected = async <A>(input: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const all: Array<A> = []
  for await (const one of input) all.push(one)
  return all
}

const textOf = async (bytes: Buffer, length: number) =>
  (await collected(decoded(stream(bytes, length)))).join('')

const low = (text: string): Buffer => Buffer.from(text, 'utf16le')
const high = (text: string): Buffer => low(text).swap16()

describe('the text of bytes', () => {
  const texts = ['{"a":"é€😀"}', '["é"]', '"é"', ' {"a":1}', '\t[1]', '\r\n{}', '\n"b"']

  it.each([1, 2, 3, 4, 5, 65_536])('in pieces of %i', async (length) => {
    for (const text of texts) {
      for (const bytes of [
        Buffer.from(text),
        low(text),
        high(text),
        low(`\ufeff${text}`),
        high(`\ufeff${text}`)
      ]) {
        expect(await textOf(bytes, length)).toBe(text)
      }
    }
    for (const text of ['{', '', 'a', '😀']) expect(await textOf(Buffer.from(text), length)).toBe(text)
    expect(await textOf(low('\ufeffé'), length)).toBe('é')
  })

  it('is not taken for UTF-16 because of one zero, nor because of two after what begins no JSON', async () => {
    for (const bytes of [
      [0x7b, 0, 0x22, 0x61],
      [0, 0x7b, 0x22, 0x61],
      [0x7b, 0x22, 0, 0x61],
      [0x7b, 0x22, 0x61, 0],
      [0x61, 0, 0x62, 0],
      [0, 0x61, 0, 0x62],
      [0x7b, 0],
      [0, 0x7b]
    ]) {
      const text = String.fromCharCode(...bytes)
      expect([bytes, await textOf(Buffer.from(bytes), 65_536)]).toEqual([bytes, text])
    }
    for (const bytes of [
      [0xff, 0x61, 0x62, 0x63],
      [0x61, 0xfe, 0x62, 0x63],
      [0xfe, 0x61, 0x62, 0x63],
      [0x61, 0xff, 0x62, 0x63]
    ]) {
      expect(await textOf(Buffer.from(bytes), 65_536)).toContain('bc')
    }
  })

  it('that ends within a sign ends with the sign for what cannot be read', async () => {
    expect(await textOf(Buffer.from('aé').subarray(0, 2), 1)).toBe('a\ufffd')
    expect(await textOf(low('{"é').subarray(0, 5), 1)).toBe('{"\ufffd')
  })
})

describe('withFirst', () => {
  const pieces = async (lengths: ReadonlyArray<number>, count: number) => {
    const input = Readable.from(lengths.map((length) => Buffer.alloc(length, 'a')))
    return (await collected(withFirst(input, count))).map(({ length }) => length)
  }

  it.each<[ReadonlyArray<number>, number, ReadonlyArray<number>]>([
    [[], 4, []],
    [[0], 4, []],
    [[3], 4, [3]],
    [[4], 4, [4]],
    [[1, 1, 1], 4, [3]],
    [[1, 1, 2, 1, 5], 4, [4, 1, 5]],
    [[3, 9, 2], 4, [12, 2]],
    [[0, 5, 1], 4, [5, 1]],
    [[7, 1, 1], 4, [7, 1, 1]]
  ])('makes of pieces of %j bytes, with %i first, %j', async (lengths, count, expected) => {
    expect(await pieces(lengths, count)).toEqual(expected)
  })
})
