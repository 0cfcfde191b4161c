/** The wrappers in which people keep the events of CloudTrail: `judge` finds the same in all of them. */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { hsm, record } from '../judge/cloudTrail.js'
import { contradictoryOn, found, judged, jsonl, stream } from './judgeRuns.js'

const log = contradictoryOn(hsm)
const json = (u: unknown): string => JSON.stringify(u)
const packed = (u: unknown): string => gzipSync(json(u)).toString('base64')
const plain64 = (u: unknown): string => Buffer.from(json(u)).toString('base64')
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

/** EventBridge's envelope of an event. */
const bridged = (detail: unknown) => ({
  version: '0',
  id: 'a',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.kms',
  account: '111122223333',
  time: '2024-01-01T00:00:00Z',
  region: 'us-east-1',
  resources: [],
  detail
})

/** CloudWatch Logs' envelope of events, as a subscription gets it. */
const subscribed = (events: ReadonlyArray<unknown>) => ({
  messageType: 'DATA_MESSAGE',
  owner: '111122223333',
  logGroup: 'trail',
  logStream: 'a',
  subscriptionFilters: ['all'],
  logEvents: events.map((one, i) => ({ id: String(i), timestamp: i, message: json(one) }))
})

const notified = (message: unknown) => ({ Type: 'Notification', MessageId: 'a', Message: json(message) })

const messages = log.map((one, i) => ({ timestamp: i, message: json(one), ingestionTime: i }))

describe('events of CloudTrail are found', () => {
  it.each<[string, string | Buffer]>([
    [
      'as lookup-events prints them',
      json({
        Events: log.map((one) => ({
          EventId: 'a',
          Username: 'b',
          Resources: [{ ResourceName: 'c' }],
          CloudTrailEvent: json(one)
        })),
        NextToken: 'a'
      })
    ],
    [
      'the same laid out, the list last',
      JSON.stringify(
        { NextToken: 'a', Events: log.map((one) => ({ CloudTrailEvent: json(one), EventId: 'a' })) },
        null,
        4
      )
    ],
    ['as strings in a list', JSON.stringify(log.map(json), null, 4)],
    ['as strings on lines', log.map((one) => `${json(json(one))}\n`).join('')],
    ['as text between tabs', log.map(json).join('\t')],
    ['from EventBridge, on lines', jsonl(log.map(bridged))],
    ['from EventBridge, one after the other', log.map(bridged).map(json).join('')],
    [
      'from EventBridge, laid out',
      log
        .map(bridged)
        .map((one) => JSON.stringify(one, null, 2))
        .join('\n')
    ],
    ['as a subscription of CloudWatch Logs gets them', json(subscribed(log))],
    [
      'the same, one after the other, with a test before',
      [
        { messageType: 'CONTROL_MESSAGE', logEvents: [{ id: '', message: 'CWL CONTROL MESSAGE' }] },
        ...log.map((one) => subscribed([one]))
      ]
        .map(json)
        .join('')
    ],
    ['the same, each packed by itself', Buffer.concat(log.map((one) => gzipSync(json(subscribed([one])))))],
    ['as a function gets them of CloudWatch Logs', json({ awslogs: { data: packed(subscribed(log)) } })],
    [
      'as GetLogEvents and FilterLogEvents answer',
      json({ events: messages, nextForwardToken: 'f', searchedLogStreams: [{ logStreamName: 'a' }] })
    ],
    [
      'as CloudWatch Logs exports them',
      gzipSync(log.map((one) => `2024-01-01T00:00:00.000Z ${json(one)}\n`).join(''))
    ],
    [
      'as a query of CloudWatch Logs Insights answers',
      json({
        status: 'Complete',
        results: log.map((one) => [
          { field: '@timestamp', value: 'a' },
          { field: '@message', value: json(one) }
        ])
      })
    ],
    ['as SNS delivers EventBridge', log.map(bridged).map(notified).map(json).join('\n')],
    [
      'as SQS answers, with EventBridge',
      json({ Messages: log.map((one) => ({ MessageId: 'a', Body: json(bridged(one)) })) })
    ],
    [
      'as SQS answers, with SNS, with EventBridge',
      json({ Messages: log.map((one) => ({ Body: json(notified(bridged(one))), MessageId: 'a' })) })
    ],
    [
      'as a function gets them of SQS',
      json({
        Records: log.map((one) => ({ messageId: 'a', body: json(bridged(one)), eventSource: 'aws:sqs' }))
      })
    ],
    [
      'as a function gets them of SNS',
      json({ Records: log.map((one) => ({ EventSource: 'aws:sns', Sns: notified(bridged(one)) })) })
    ],
    [
      'as a function gets them of Kinesis',
      json({
        Records: log.map((one) => ({
          kinesis: { data: packed(subscribed([one])) },
          eventSource: 'aws:kinesis'
        }))
      })
    ],
    [
      'as Kinesis answers',
      json({
        Records: log.map((one) => ({ SequenceNumber: '1', Data: plain64(bridged(one)) })),
        MillisBehindLatest: 0
      })
    ],
    [
      'as a function gets them of Firehose',
      json({
        invocationId: 'a',
        records: log.map((one) => ({ recordId: 'a', data: packed(subscribed([one])) }))
      })
    ],
    [
      'as CloudTrail Lake answers',
      json({ QueryStatus: 'FINISHED', QueryResultRows: log.map((one) => [{ eventJson: json(one) }]) })
    ],
    [
      'in an envelope of another program',
      json({ took: 1, hits: { hits: log.map((one) => ({ _id: 'a', _source: one })) } })
    ],
    ['one after the other', log.map(json).join('')],
    ['laid out, without a break between them', log.map((one) => JSON.stringify(one, null, 2)).join('')],
    ['on lines with commas between them', log.map(json).join(',\n')],
    ['with record separators', log.map((one) => `\u001e${json(one)}\n`).join('')],
    ['in UTF-16', utf16(`\ufeff${jsonl(log)}`)],
    ['in UTF-16, without a mark', utf16(json({ Records: log }))],
    ['in UTF-16, the higher byte first', utf16(`\ufeff${json(log)}`).swap16()],
    ['the same without a mark', utf16(json(log)).swap16()],
    ['in UTF-16, packed', gzipSync(utf16(`\ufeff${json({ Records: log })}`))],
    ['in a list that comes late', json({ a: 'a'.repeat(3 * 1024 * 1024), b: [[1]], Records: log, c: 'c' })],
    ['in two lists of a document', json({ Records: log.slice(0, 1), b: 1, Events: log.slice(1) })]
  ])('%s', async (_, content) => {
    for (const length of [65_536, 7, 1]) {
      if (length < 100 && content.length > 100_000) continue
      const { code, stderr, verdicts, log: summary } = await judged(['-'], stream(content, length))
      expect({ code, stderr, verdicts, events: summary.kmsEvents }).toEqual({
        code: 1,
        stderr: '',
        verdicts: found,
        events: 2
      })
    }
  })
})

describe('what has no event of AWS KMS, as AWS writes it, is no fault', () => {
  it.each([
    ['records of other services', { Records: [{ eventSource: 's3.amazonaws.com' }] }],
    ['a record of an anomaly', { Records: [{ eventType: 'AwsCloudTrailInsight', insightDetails: {} }] }],
    ['no record', { Records: [] }],
    ['an answer without an event', { Events: [], NextToken: 'a' }],
    ['an empty list', []],
    ['a digest', { awsAccountId: '1', digestStartTime: 'a', logFiles: [{ s3Object: 'a' }] }],
    ['another event of EventBridge', { 'detail-type': 'KMS CMK Rotation', source: 'aws.kms', detail: {} }],
    ['an empty list in a message', { Messages: [{ Body: '{"Records":[]}' }] }]
  ])('%s', async (_, document) => {
    expect(await judged(['--allow-empty', '-'], json(document))).toMatchObject({ code: 0, stderr: '' })
    expect(await judged(['-'], json(document))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^No event/)
    })
  })
})

describe('what holds no record of CloudTrail is a fault with its place', () => {
  const other = json(record('ListKeys', 0))

  it.each([
    ['an object', '{"hello":"world"}', ':1'],
    ['text that is no JSON', '{"message":"{bad"}', ':1'],
    ['a sign that JSON has not', '{"a":é}', ':1'],
    ['a word', 'hello', ':1'],
    ['a number on a line', `${other}\n\n7\n`, ':3'],
    ['a list without records', '[[], 1]', ', record 2'],
    ['an object in a list', `{"Records":[${other},{"a":1},${other}]}`, ', record 2'],
    ['an object in a list of a later document', `${other}\n{"Records":[${other},{"a":1}]}`, ':2, record 2'],
    [
      'a notice of a file',
      json({ Records: [{ eventVersion: '2.1', eventSource: 'aws:s3', eventName: 'ObjectCreated:Put' }] }),
      ', record 1'
    ],
    ['a notice of CloudTrail', json({ s3Bucket: 'a', s3ObjectKey: ['b'] }), ':1'],
    [
      'a message that is none, among others',
      json({ logEvents: [{ message: other }, { message: 'hello' }] }),
      ', record 2'
    ],
    ['one of several in an envelope', json({ a: [other, { b: 1 }] }), ':1, event 2'],
    [
      'an envelope in too many others',
      json(Array.from({ length: 20 }).reduce<unknown>((inner) => ({ a: inner }), record('ListKeys', 0))),
      ':1'
    ],
    ['what seems to be packed', json({ data: 'H4sIAAAAAAAA' }), ':1'],
    ['bytes', Buffer.from([0, 159, 146, 150, 10]), ':1'],
    ['a nest', '['.repeat(100_000), ', record 1']
  ])('%s', async (_, content, place) => {
    const { code, stderr, log: summary } = await judged(['--allow-empty', '-'], content)
    expect({ code, broken: summary.broken, stderr }).toEqual({
      code: 2,
      broken: 1,
      stderr: expect.stringMatching(new RegExp(`^standard input${place}: .*; skipped\\n$`))
    })
  })
})
