import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'
import { decode, reading, type Violation } from '../codec/decode.js'
import { latestMoment } from '../codec/Moment.js'
import { struct } from '../codec/struct.js'
import { Timestamp } from '../codec/Timestamp.js'

/** Reads what is there if it is of the right kind, and takes everything else for absent. */
const ifReadable = <A>(codec: t.Type<A, unknown>): t.Type<A | undefined, unknown> =>
  new t.Type(
    codec.name,
    t.union([codec, t.undefined]).is,
    (u, context) =>
      pipe(
        codec.validate(u, context),
        E.orElse((): t.Validation<A | undefined> => t.success(undefined))
      ),
    t.identity
  )

const text = ifReadable<string>(t.string)
const members = ifReadable<Readonly<Record<string, unknown>>>(t.UnknownRecord)

const kms = 'kms.amazonaws.com'

/** When an event happened, in seconds since 1970: a time that can be written as a date. */
const EventTime: t.Type<number, unknown> = new t.Type(
  'time from 1970 to 9999',
  (u): u is number => Timestamp.is(u) && u >= 0 && u <= latestMoment,
  (u, context) =>
    pipe(
      Timestamp.validate(u, context),
      E.chain((time) => (EventTime.is(time) ? t.success(time) : t.failure(u, context)))
    ),
  t.identity
)

const event = struct(
  'CloudTrailEvent',
  { eventSource: t.literal(kms), eventName: t.string, eventTime: EventTime, awsRegion: t.string },
  {
    eventID: text,
    errorCode: text,
    recipientAccountId: text,
    userIdentity: members,
    requestParameters: members,
    responseElements: members,
    additionalEventData: members,
    resources: ifReadable(t.UnknownArray)
  }
)
export interface CloudTrailEvent extends Readonly<t.TypeOf<typeof event>> {}

/**
 * One record of CloudTrail about AWS KMS, as far as a judge needs it. `eventTime` in seconds since 1970. Strict about
 * when, where and what; lenient about all else, for AWS's own examples do not agree with each other.
 *
 * @example
 * CloudTrailEvent.is(events[0]) //=> true
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export const CloudTrailEvent: t.Type<CloudTrailEvent, unknown> = event

/** Whether a record is one of AWS KMS. */
export const isOfKms = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && 'eventSource' in record && record.eventSource === kms

/**
 * The event of AWS KMS that a record of a log holds; none in the record of another service.
 *
 * @example
 * kmsEvent({ eventSource: 's3.amazonaws.com' }) //=> E.right({ _tag: 'None' })
 * pipe(kmsEvent(events[0]), E.map(O.isSome)) //=> E.right(true)
 */
export const kmsEvent = (record: unknown): E.Either<ReadonlyArray<Violation>, O.Option<CloudTrailEvent>> =>
  reading(() => {
    const known = decode(t.UnknownRecord)(record)
    if (E.isLeft(known)) return known
    return isOfKms(known.right) ? pipe(known.right, decode(CloudTrailEvent), E.map(O.some)) : E.right(O.none)
  })
