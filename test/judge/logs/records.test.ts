/** The records of a log with their places, and where these lie. */
import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { placeText, recordsIn, type LogRecord } from '../../../src/judge/logs/records.js'
import { stream } from '../../cli/judgeRuns.js'
import { event } from './scanned.js'

const value = E.right(null)

it.each<[Pick<LogRecord, 'line' | 'record' | 'inner'>, string]>([
  [{ line: 1 }, ':1'],
  [{ line: 12 }, ':12'],
  [{ line: 1, record: 3 }, ', record 3'],
  [{ line: 2, record: 3 }, ':2, record 3'],
  [{ line: 1, inner: 4 }, ':1, event 4'],
  [{ line: 1, record: 3, inner: 4 }, ', record 3, event 4'],
  [{ line: 2, record: 3, inner: 4 }, ':2, record 3, event 4']
])('the place of %j is %s', (place, text) => {
  expect(placeText({ ...place, value })).toBe(text)
})

describe('the records of a log', () => {
  const direct = (name: string) => ({ eventSource: 'a', name })
  const all = async (input: AsyncIterable<Buffer>) => {
    const found: Array<LogRecord> = []
    try {
      for await (const some of recordsIn(input)) found.push(...some)
    } catch (error) {
      return { found, error }
    }
    return { found, error: undefined }
  }

  it('are those of its envelopes, with the number of each where there are several', async () => {
    const log = [direct('a'), { x: direct('b') }, { x: direct('c'), y: direct('d') }, { x: 1 }]
    const text = `${log.map((one) => JSON.stringify(one)).join('\n')}\n{"x":`
    expect(await all(stream(text, 7))).toEqual({
      error: undefined,
      found: [
        { line: 1, value: E.right(direct('a')) },
        { line: 2, value: E.right(direct('b')) },
        { line: 3, inner: 1, value: E.right(direct('c')) },
        { line: 3, inner: 2, value: E.right(direct('d')) },
        { line: 4, value: E.left('no record of CloudTrail') },
        { line: 5, value: E.left('cut short') }
      ]
    })
  })

  it('are given before the error of what they are read from', async () => {
    const fault = new Error('gone')
    const input = async function* () {
      yield Buffer.from(`${JSON.stringify(direct('a'))}\n${event(1).slice(0, -1)}`)
      await Promise.resolve()
      throw fault
    }
    expect(await all(input())).toEqual({
      error: fault,
      found: [
        { line: 1, value: E.right(direct('a')) },
        { line: 2, value: E.left('cut short') }
      ]
    })
  })
})
