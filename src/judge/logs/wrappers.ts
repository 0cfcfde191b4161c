import { gunzipSync } from 'node:zlib'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { parsedJson } from '../../codec/parsedJson.js'
import { isListOfRecords } from './beginnings.js'

/** A record of CloudTrail, or what is wrong where there should be one. */
type Read = E.Either<string, unknown>

type Members = Readonly<Record<string, unknown>>

const noRecord: Read = E.left('no record of CloudTrail')

/** How many envelopes may lie in one another: an event in EventBridge's, in that of SNS, in that of SQS, in a list. */
const mostWrappers = 12
/** In bytes. */
const largestUnpacked = 16 * 1024 * 1024

/** Other services send notices that look much the same, whose sources begin like this. */
const ofNotice = /^aws:/

/** Whether a value is a record of CloudTrail, about whatever service. One about an anomaly has no source. */
const isRecord = (members: Members): boolean => {
  const { eventSource, eventType } = members
  return typeof eventSource === 'string'
    ? !ofNotice.test(eventSource)
    : eventSource === undefined && eventType === 'AwsCloudTrailInsight'
}

/** Stands for a document that is known to hold no record. */
const nothing: Read = E.right('nothing')

const isTest = ({ message }: Members): boolean =>
  typeof message === 'string' && message.startsWith('CWL CONTROL MESSAGE')

/** A column of a query by CloudWatch Logs Insights that is not the message. */
const isOtherColumn = ({ field, value }: Members): boolean =>
  typeof field === 'string' && typeof value === 'string' && field !== '@message'

const isOtherEvent = (members: Members): boolean =>
  typeof members['detail-type'] === 'string' && !/CloudTrail/i.test(members['detail-type'])

const isDigest = (members: Members): boolean => 'digestStartTime' in members && 'logFiles' in members

/** Whether AWS writes a document like this that holds no event by its nature. */
const holdsNone = (members: Members): boolean =>
  [isTest, isOtherColumn, isOtherEvent, isDigest].some((is) => is(members))

const base64 = /^(?:H4sI|ey|W3)[A-Za-z0-9+/\s]*={0,2}\s*$/

/** The text in a string that holds base64, of gzip or not, as Kinesis and CloudWatch Logs write it. */
const unpacked = (text: string): string => {
  const bytes = Buffer.from(text, 'base64')
  return text.startsWith('H4sI')
    ? gunzipSync(bytes, { maxOutputLength: largestUnpacked }).toString()
    : bytes.toString()
}

const textIn = (value: string): string => (base64.test(value) ? unpacked(value) : value)

const inText = (text: string, left: number): ReadonlyArray<Read> => {
  const found = E.tryCatch(
    () => textIn(text).trim(),
    () => 'unreadable'
  )
  if (E.isLeft(found) || !/^["{[]/.test(found.right)) return []
  const parsed = parsedJson(found.right)
  return E.isLeft(parsed) ? [] : held(parsed.right, left)
}

/** Of a list that holds records, an element that holds none is told. */
const inList = (values: ReadonlyArray<unknown>, left: number): ReadonlyArray<Read> => {
  const found = values.map((value) => held(value, left))
  return found.every((records) => records.length === 0)
    ? []
    : found.flatMap((records) => (records.length === 0 ? [noRecord] : records))
}

/** The records in a value, however it wraps them. */
const held = (value: unknown, left: number): ReadonlyArray<Read> => {
  if (left === 0) return []
  if (typeof value === 'string') return inText(value, left - 1)
  if (Array.isArray(value)) return inList(value, left - 1)
  if (!t.UnknownRecord.is(value)) return []
  if (isRecord(value)) return [E.right(value)]
  if (holdsNone(value)) return [nothing]
  return Object.entries(value).flatMap(([name, member]) =>
    isListOfRecords(name) && isEmptyList(member) ? [nothing] : held(member, left - 1)
  )
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** Whether a value is a record itself, as nearly all are. */
export const isDirect = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && isRecord(value as Members)

/** The records of CloudTrail that envelopes of AWS, or of anybody else, hold. */
export const unwrapped = (value: unknown): ReadonlyArray<Read> => {
  const records = held(value, mostWrappers)
  return records.length > 0 || isEmptyList(value) ? records.filter((one) => one !== nothing) : [noRecord]
}
