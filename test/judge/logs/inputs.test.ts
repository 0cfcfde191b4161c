/** Which logs some arguments stand for, and their bytes. */
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { inputs, unpacked } from '../../../src/judge/logs/inputs.js'
import { fileIn, stream, temporaryFolder } from '../../cli/judgeRuns.js'

const folder = temporaryFolder()
const file = fileIn(folder)

const bytesOf = async (input: AsyncIterable<Buffer>): Promise<string> => {
  const pieces: Array<Buffer> = []
  for await (const piece of input) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

/** The names of the logs without the folder, and what is not read, with the reason where there is one. */
const found = async (...paths: ReadonlyArray<string>) => {
  const all: Array<string> = []
  for await (const one of inputs(paths, stream('in'))) {
    const name = (E.isRight(one) ? one.right.name : one.left.name).replace(`${folder}/`, '')
    all.push(
      E.isRight(one) ? `${name}: ${await bytesOf(one.right.open())}` : `${name} ✗ ${one.left.why ?? ''}`
    )
  }
  return all
}

describe('the logs of some arguments', () => {
  it('are files of any name, and standard input', async () => {
    const [one, two] = [file('files/a.txt', '1'), file('files/b.json', '2')]
    expect(await found(two, '-', one)).toEqual(['files/b.json: 2', 'standard input: in', 'files/a.txt: 1'])
  })

  it('are those in folders by their names, however deep', async () => {
    for (const name of ['b.json', 'a/2.log', 'a/1.JSONL', 'c.ndjson', 'd.gz', 'e', 'f-1-2', 'a/z/0.json']) {
      file(`deep/${name}`, name)
    }
    for (const name of ['.hidden', 'g.txt', 'h.json.txt', 'i.jsonx', 'j.xjson.md']) file(`deep/${name}`, '')
    expect(await found(join(folder, 'deep'))).toEqual([
      'deep/.hidden ✗ ',
      'deep/a/1.JSONL: a/1.JSONL',
      'deep/a/2.log: a/2.log',
      'deep/a/z/0.json: a/z/0.json',
      'deep/b.json: b.json',
      'deep/c.ndjson: c.ndjson',
      'deep/d.gz: d.gz',
      'deep/e: e',
      'deep/f-1-2: f-1-2',
      'deep/g.txt ✗ ',
      'deep/h.json.txt ✗ ',
      'deep/i.jsonx ✗ ',
      'deep/j.xjson.md ✗ '
    ])
  })

  it('are read once, whatever links lead to their folder, also of several arguments', async () => {
    file('links/real/a.json', '1')
    symlinkSync(join(folder, 'links/real'), join(folder, 'links/again'))
    symlinkSync(join(folder, 'links'), join(folder, 'links/real/up'))
    expect(await found(join(folder, 'links'), join(folder, 'links/real'))).toEqual(['links/again/a.json: 1'])
  })

  it('leave out what is no file, and say so', async () => {
    mkdirSync(join(folder, 'odd'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'odd/a.json'))
    symlinkSync('/dev/null', join(folder, 'odd/b.json'))
    symlinkSync(file('odd-target.txt', '3'), join(folder, 'odd/c.json'))
    expect(await found(join(folder, 'odd'))).toEqual([
      expect.stringMatching(/^odd\/a\.json ✗ cannot be read: ENOENT/),
      'odd/b.json ✗ is no file; name it, and it is read',
      'odd/c.json: 3'
    ])
  })

  it('are told of by their reader where they are not there', async () => {
    await expect(found(join(folder, 'none'))).rejects.toThrow('ENOENT')
  })
})

describe('the bytes of a log', () => {
  it('are unpacked of a file that is longer than a piece of it', async () => {
    const text = Array.from({ length: 60_000 }, (_, i) => String(Math.sin(i))).join('\n')
    const packed = gzipSync(text)
    expect(packed.length).toBeGreaterThan(300_000)
    for await (const one of inputs([file('big.gz', packed)], stream(''))) {
      expect(E.isRight(one) && (await bytesOf(unpacked(one.right.open())))).toBe(text)
    }
  })

  it.each([1, 2, 65_536])('are unpacked if they are gzip, in pieces of %i', async (length) => {
    for (const text of ['', 'a', 'ab', 'some text']) {
      expect(await bytesOf(unpacked(stream(text, length)))).toBe(text)
      expect(await bytesOf(unpacked(stream(gzipSync(text), length)))).toBe(text)
    }
  })
})
