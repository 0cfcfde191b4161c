/** What is unpacked of gzip, and what is told of it when all that can be read has been given. */
import { constants, deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crc32, crc32ByTable } from '../../../src/judge/logs/crc32.js'
import { gunzipped, isGzip } from '../../../src/judge/logs/gunzip.js'
import { stream } from '../../cli/judgeRuns.js'

const unpacked = async (bytes: Buffer, length = 65_536) => {
  const pieces: Array<Buffer> = []
  let fault: unknown
  try {
    for await (const piece of gunzipped(stream(bytes, length))) pieces.push(piece)
  } catch (error) {
    fault = error
  }
  return { text: Buffer.concat(pieces).toString('latin1'), fault }
}

const cutShort = 'the gzip is cut short'
const somethingElse = 'something follows the gzip that is none'
const isBroken = 'the gzip is broken'
const wrongSum = 'the gzip is broken: its checksum does not fit, so what was read may be wrong'

const fault = (message: string) => expect.objectContaining({ message, code: 'PACKING' })
const sound = (text: string) => ({ text, fault: undefined })

const [one, two] = ['first text\n', 'second text\n']
const [first, second] = [gzipSync(one), gzipSync(two)]
const fixedHeader = 10

/** The first text, with a header of so many flags and what they say that follows. */
const withHeader = (flags: number, rest: string | Buffer = '', method = 8): Buffer =>
  Buffer.concat([
    Buffer.from([0x1f, 0x8b, method, flags, 0, 0, 0, 0, 0, 3]),
    Buffer.from(rest),
    first.subarray(fixedHeader)
  ])

/** Text that hardly packs, of so many characters. */
const noise = (length: number): string => {
  let seed = 7
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 0x7fffffff
    return String.fromCharCode(33 + (seed % 90))
  }).join('')
}

describe('gzip', () => {
  it('is known by its first two bytes', () => {
    expect([first, Buffer.from([0x1f, 0x8b])].map(isGzip)).toEqual([true, true])
    for (const bytes of [[], [0x1f], [0x1f, 0x8c], [0x1e, 0x8b], [0x8b, 0x1f]]) {
      expect(isGzip(Buffer.from(bytes))).toBe(false)
    }
  })

  it.each([1, 2, 3, 17, 65_536])('is unpacked in pieces of %i bytes', async (length) => {
    expect(await unpacked(first, length)).toEqual(sound(one))
    expect(await unpacked(Buffer.concat([first, second]), length)).toEqual(sound(one + two))
    expect(await unpacked(gzipSync(noise(200_000)), Math.max(length, 1_000))).toEqual(sound(noise(200_000)))
  })

  it('may hold nothing, or be nothing', async () => {
    expect(await unpacked(gzipSync(''))).toEqual(sound(''))
    expect(await unpacked(Buffer.alloc(0))).toEqual(sound(''))
  })

  it.each<[string, Buffer]>([
    ['a checksum', withHeader(2, 'ab')],
    ['extra bytes', withHeader(4, Buffer.from([3, 0, 0, 7, 0]))],
    ['as many as can be', withHeader(4, Buffer.concat([Buffer.from([255, 255]), Buffer.alloc(65_535, 7)]))],
    ['a name', withHeader(8, 'name\0')],
    ['a comment', withHeader(16, 'comment\0')],
    ['a name without a letter', withHeader(8, '\0')],
    ['a name and a comment', withHeader(24, 'name\0comment\0')],
    [
      'all of these',
      withHeader(30, Buffer.concat([Buffer.from([1, 0, 0]), Buffer.from('name\0comment\0ab')]))
    ],
    ['a mark of text', withHeader(1)],
    ['a long name', withHeader(8, `${'a'.repeat(100_000)}\0`)],
    ['a longer name, all in one piece', withHeader(8, `${'a'.repeat(600_000)}\0`)]
  ])('may have a header with %s', async (_, bytes) => {
    for (const length of [1, 5, 65_536, 1_000_000]) {
      if (length < bytes.length / 9) continue
      expect(await unpacked(bytes, length)).toEqual(sound(one))
    }
  })

  it.each<[string, Buffer]>([
    ['another method', withHeader(0, '', 7)],
    ['a flag that is reserved', withHeader(0x20)],
    ['another one', withHeader(0x40)],
    ['a third one', withHeader(0x80)],
    ['a name that goes on and on', withHeader(8, 'a'.repeat(200_000))]
  ])('is none with a header with %s: what follows it is read', async (_, bytes) => {
    expect(await unpacked(Buffer.concat([bytes, second]))).toEqual({ text: two, fault: fault(somethingElse) })
  })

  it('may be filled up with zeros', async () => {
    const zeros = Buffer.alloc(600)
    for (const length of [1, 100, 65_536]) {
      expect(await unpacked(Buffer.concat([first, zeros, second, zeros]), length)).toEqual(sound(one + two))
    }
  })

  it('may have something else between two members, or behind the last', async () => {
    for (const between of ['x', 'between', '\0\0x', '\u001f', 'a'.repeat(70_000)]) {
      const bytes = Buffer.concat([first, Buffer.from(between), second])
      expect(await unpacked(bytes)).toEqual({ text: one + two, fault: fault(somethingElse) })
      expect(await unpacked(Buffer.concat([first, second, Buffer.from('x')]))).toEqual({
        text: one + two,
        fault: fault(somethingElse)
      })
    }
  })

  it('is found behind something else, whatever pieces it comes in', async () => {
    const bytes = Buffer.concat([first, Buffer.from([7, 7, 0x1f, 0x1f, 0x8b, 7]), second])
    for (let length = 1; length <= bytes.length; length += 1) {
      expect(await unpacked(bytes, length)).toEqual({ text: one + two, fault: fault(somethingElse) })
    }
  })

  it('that is cut short anywhere gives what is there', async () => {
    for (let end = 1; end < first.length; end += 1) {
      for (const length of [1, 65_536]) {
        const { text, fault: told } = await unpacked(first.subarray(0, end), length)
        expect(told).toEqual(fault(cutShort))
        expect(one.startsWith(text)).toBe(true)
        // The last bytes are the trailer, before which the text is whole.
        if (end >= first.length - 8) expect(text).toBe(one)
      }
      expect(await unpacked(Buffer.concat([second, first.subarray(0, end)]))).toMatchObject({
        text: expect.stringContaining(two),
        fault: fault(cutShort)
      })
    }
  })

  it('has a checksum and a size, which must fit', async () => {
    for (const at of [first.length - 8, first.length - 5, first.length - 4, first.length - 1]) {
      const wrong = Buffer.from(first)
      wrong.writeUInt8(wrong.readUInt8(at) ^ 1, at)
      expect(await unpacked(Buffer.concat([wrong, second]))).toEqual({
        text: one + two,
        fault: fault(wrongSum)
      })
    }
  })

  it('tells the first of several faults', async () => {
    const wrong = Buffer.from(first)
    wrong.writeUInt8(wrong.readUInt8(first.length - 8) ^ 1, first.length - 8)
    expect(await unpacked(Buffer.concat([wrong, Buffer.from('x'), second.subarray(0, -2)]))).toEqual({
      text: one + two,
      fault: fault(wrongSum)
    })
  })
})

describe('gzip that is broken within', () => {
  /** Text that is packed without an end, and then what no packed data begins with. */
  const brokenAfter = (text: string, level: number): Buffer =>
    Buffer.concat([
      first.subarray(0, fixedHeader),
      deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH, level }),
      Buffer.alloc(50, 0xff)
    ])

  it.each([20, 65_536, 200_000])(
    'gives all before the fault, of %i characters, and what follows it',
    async (size) => {
      const text = noise(size)
      for (const level of [0, 6]) {
        for (const length of [1_000, 40_000, 1_000_000]) {
          expect(await unpacked(Buffer.concat([brokenAfter(text, level), second]), length)).toEqual({
            text: text + two,
            fault: fault(isBroken)
          })
        }
      }
    }
  )

  it('gives nearly all, where it is too much to hold', async () => {
    const text = 'a'.repeat(17 * 1024 * 1024)
    const { text: read, fault: told } = await unpacked(brokenAfter(text, 0), 1024 * 1024)
    expect(told).toEqual(fault(isBroken))
    expect(text.startsWith(read)).toBe(true)
    expect(text.length - read.length).toBeLessThanOrEqual(65_536)
  })
})

describe('the checksum', () => {
  it('is the one that everybody computes', () => {
    for (const sum of [crc32, crc32ByTable]) {
      expect(sum(Buffer.from('123456789'), 0)).toBe(0xcbf43926)
      expect(sum(Buffer.from('6789'), sum(Buffer.from('12345'), 0))).toBe(0xcbf43926)
      expect(sum(Buffer.alloc(0), 0)).toBe(0)
    }
  })

  it('counts every byte', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
    expect(crc32ByTable(bytes, 0)).toBe(gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8))
  })
})
