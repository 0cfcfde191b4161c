/** Where an event, or a list of events, is seen to begin. */
import { describe, expect, it } from 'vitest'
import {
  lastBeginning,
  namesRecords,
  nextBeginning,
  stampLength
} from '../../../src/judge/logs/beginnings.js'

const blanks = (count: number): string => ' '.repeat(count)

describe('the next beginning', () => {
  it('is a bracket before the version of an event, with up to forty blanks between', () => {
    for (const [before, after] of [
      [0, 0],
      [1, 1],
      [40, 40]
    ] as const) {
      expect(nextBeginning(`x{${blanks(before)}"eventVersion"${blanks(after)}:`, 0, true)).toBe(1)
    }
    expect(nextBeginning('x{\n\t"eventVersion"\r\n :', 0, true)).toBe(1)
    for (const text of [
      `{${blanks(41)}"eventVersion":`,
      `{"eventVersion"${blanks(41)}:`,
      '{a"eventVersion":',
      '{"eventVersion"a:',
      '{"eventVersion"',
      '"eventVersion":',
      '{"eventversion":'
    ]) {
      expect([text, nextBeginning(text, 0, true), nextBeginning(text, 0, false)]).toEqual([text, -1, -1])
    }
  })

  it('is at a place or after it', () => {
    const text = '{"eventVersion":1}{"eventVersion":2}'
    expect([0, 1, 18, 19].map((from) => nextBeginning(text, from, true))).toEqual([0, 18, 18, -1])
  })

  it('is a bracket that begins a line too, outside of a list of records', () => {
    for (const text of ['x\n{', 'x\n[']) {
      expect([nextBeginning(text, 0, false), nextBeginning(text, 0, true)]).toEqual([2, -1])
    }
    for (const text of ['{', '[', 'x{', '\n x', '\n {', '\n"', '\n}']) {
      expect([text, nextBeginning(text, 0, false)]).toEqual([text, -1])
    }
    expect(nextBeginning('a {"eventVersion":\n{', 0, false)).toBe(2)
  })
})

it('the last beginning comes after the first character', () => {
  const event = '{"eventVersion":1}'
  expect(lastBeginning(event, true)).toBe(-1)
  expect(lastBeginning(`x${event}`, true)).toBe(1)
  expect(lastBeginning(event + event + event, true)).toBe(36)
  expect(lastBeginning(`${event}\n[`, false)).toBe(19)
  expect(lastBeginning('', true)).toBe(-1)
})

describe('a list of records', () => {
  it('is named so just before', () => {
    for (const name of ['Records', 'records', 'Events', 'events', 'logEvents', 'Messages']) {
      for (const text of [`"${name}":`, `{"a":[],"${name}" : `, `"${name}"\n:\n`]) {
        expect([text, namesRecords(text)]).toEqual([text, true])
      }
    }
  })

  it('is none under another name, or after something else', () => {
    for (const text of [
      '',
      '"Record":',
      '"xRecords":',
      '"Records"',
      '"Records":[',
      'Records:',
      '"Records":1',
      ':'
    ]) {
      expect([text, namesRecords(text)]).toEqual([text, false])
    }
  })
})

it('a time may stand before the event of a line', () => {
  expect(stampLength('2024-01-01T00:00:00.000Z {"a":1}')).toBe(25)
  expect(stampLength('2024-01-01 00:00:00  \t{"a":1}')).toBe(22)
  for (const line of [
    '{"a":1}',
    'x 2024-01-01T00:00:00Z {"a":1}',
    ' 2024-01-01T00:00:00Z {"a":1}',
    '2024-01-01T00:00:00Z{"a":1}',
    '2024-01-01T00:00:00Z x{"a":1}',
    '2024-01-01T00:00:00Z [1]',
    '2024-1-1T00:00:00Z {"a":1}',
    ''
  ]) {
    expect([line, stampLength(line)]).toEqual([line, 0])
  }
})
