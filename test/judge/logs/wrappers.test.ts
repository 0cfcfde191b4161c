/** The records in a document, however it wraps them; and what holds none. */
import { gzipSync } from 'node:zlib'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { isDirect, unwrapped } from '../../../src/judge/logs/wrappers.js'

const record = (name: string) => ({ eventSource: 'kms.amazonaws.com', eventName: name })
const [a, b] = [record('a'), record('b')]
const json = (u: unknown): string => JSON.stringify(u)
const none = 'no record of CloudTrail'

/** The names of the records, and what is wrong where there is none. */
const found = (value: unknown) =>
  unwrapped(value).map((read) =>
    E.isRight(read) ? (read.right as { readonly eventName?: string }).eventName : read.left
  )

const within = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: inner }), a)

const listed = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => [inner], a)

const written = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>(json, a)

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64')

describe('a record', () => {
  it('is what has the source of an event, or is about an anomaly', () => {
    for (const value of [
      a,
      { eventSource: 'awsnotify' },
      { eventSource: 'my.aws:source' },
      { eventSource: '' },
      { eventType: 'AwsCloudTrailInsight' }
    ]) {
      expect(isDirect(value)).toBe(true)
      expect(unwrapped(value)).toEqual([E.right(value)])
    }
  })

  it('is nothing else', () => {
    for (const value of [
      null,
      undefined,
      7,
      'a',
      {},
      [],
      { eventSource: 'aws:s3' },
      { eventSource: 'aws:s3', eventType: 'AwsCloudTrailInsight' },
      { eventSource: null, eventType: 'AwsCloudTrailInsight' },
      { eventType: 'AwsApiCall' }
    ]) {
      expect([value, isDirect(value)]).toEqual([value, false])
    }
  })
})

describe('records are found', () => {
  it.each<[string, unknown, ReadonlyArray<string | undefined>]>([
    ['in members', { x: a, y: b, z: 1 }, ['a', 'b']],
    ['in a list', [a, b], ['a', 'b']],
    ['in text', json(a), ['a']],
    ['in text of text', json(json(a)), ['a']],
    ['in text with blanks', `  ${json([a, b])}\n`, ['a', 'b']],
    ['in packed text', base64(gzipSync(json([a, b]))), ['a', 'b']],
    ['in packed text of an object', base64(json(a)), ['a']],
    ['in packed text of a list', base64(json([a])), ['a']],
    ['in packed text on lines', base64(json([a, b])).replace(/.{10}/g, '$&\n'), ['a', 'b']],
    ['in packed text that ends with a line', `${base64(json(a))}\n`, ['a']],
    [
      'in packed text within a document',
      { data: base64(gzipSync(json({ logEvents: [{ message: json(a) }] }))) },
      ['a']
    ],
    ['beside one that holds none', [a, 7], ['a', none]],
    ['beside text that holds none', { logEvents: [{ message: 'hello' }, { message: json(b) }] }, [none, 'b']],
    ['in eleven envelopes', within(11), ['a']],
    ['in eleven lists', listed(11), ['a']],
    ['in eleven texts', written(11), ['a']]
  ])('%s', (_, value, names) => {
    expect(found(value)).toEqual(names)
  })
})

describe('no record is', () => {
  it.each<[string, unknown]>([
    ['in a number', 7],
    ['in nothing', null],
    ['in an object', { a: { b: 1 } }],
    ['in a list', [1, { a: 1 }]],
    ['in text that is no JSON', '{"eventSource"'],
    ['in text before JSON', `x ${json(a)}`],
    ['in twelve envelopes', within(12)],
    ['in twelve lists', listed(12)],
    ['in twelve texts', written(12)],
    ['in text that seems to be packed', 'H4sIAAAAAAAA'],
    ['in packed text that holds another', base64('hello')],
    ['in packed text with something behind it', `${base64(json(a))}!`],
    ['in packed text with something before it', `!${base64(json(a))}`],
    [
      'in a bomb',
      base64(gzipSync(Buffer.concat([Buffer.from(json(a)), Buffer.alloc(17 * 1024 * 1024, ' ')])))
    ],
    ['in a notice of a file', { eventSource: 'aws:s3', s3: { object: {} } }],
    ['in text about controlling', { message: 'a CWL CONTROL MESSAGE' }],
    ['in a column without a name', { value: 'a' }],
    ['in a column of a number', { field: 'a', value: 1 }],
    ['in a message that is none', { field: '@message', value: 'hello' }],
    ['in half a digest', { digestStartTime: 'a' }],
    ['in the other half', { logFiles: [{}] }],
    [
      'in an event of CloudTrail that is broken',
      { 'detail-type': 'AWS API Call via CloudTrail', detail: {} }
    ],
    ['in an event without a type', { 'detail-type': 1, detail: {} }],
    ['in an empty list that is none of records', { a: [] }]
  ])('%s, which is told', (_, value) => {
    expect(found(value)).toEqual([none])
  })
})

describe('no record is looked for', () => {
  it.each<[string, unknown]>([
    ['in an empty list', []],
    ['in an empty list of records', { Records: [] }],
    ['in any of those', { records: [], Events: [], events: [], logEvents: [], Messages: [] }],
    ['in a test', { message: 'CWL CONTROL MESSAGE: Checking health of destination' }],
    ['in another column', { field: '@timestamp', value: 'a' }],
    ['in another event', { 'detail-type': 'KMS CMK Rotation', detail: {} }],
    ['in a digest', { digestStartTime: 'a', logFiles: [{ s3Object: 'a' }] }]
  ])('%s', (_, value) => {
    expect(unwrapped(value)).toEqual([])
  })

  it('beside others, which are found', () => {
    expect(found([{ message: 'CWL CONTROL MESSAGE' }, { message: json(a) }])).toEqual(['a'])
    expect(found({ 'detail-type': 'AWS API Call via CloudTrail', detail: a })).toEqual(['a'])
    expect(found({ Records: [], Events: [a] })).toEqual(['a'])
  })
})
