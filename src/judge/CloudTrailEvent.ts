import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'
import { decode, reading, type Violation } from '../codec/decode.js'
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

/**
 * One record of CloudTrail about AWS KMS, as far as a judge needs it. `eventTime` in seconds since 1970. Strict about
 * when, where and what; lenient about all else, for AWS's own examples do not agree with each other.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export const CloudTrailEvent = struct(
  'CloudTrailEvent',
  { eventSource: t.literal(kms), eventName: t.string, eventTime: Timestamp, awsRegion: t.string },
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
export interface CloudTrailEvent extends Readonly<t.TypeOf<typeof CloudTrailEvent>> {}

/** The event of AWS KMS that a record of a log holds; none in the record of another service. */
export const kmsEvent = (record: unknown): E.Either<ReadonlyArray<Violation>, O.Option<CloudTrailEvent>> =>
  reading(() =>
    pipe(
      decode(t.UnknownRecord)(record),
      E.chain((known) =>
        known['eventSource'] === kms ? pipe(known, decode(CloudTrailEvent), E.map(O.some)) : E.right(O.none)
      )
    )
  )
