/** Records of CloudTrail, written in few words. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { judge, kmsEvent, type CloudTrailEvent, type Judgement, type Verdict } from '../../src/judge/index.js'
import { sighting, type Sighting } from '../../src/judge/Sighting.js'

type Members = Readonly<Record<string, unknown>>

export const hsm = 'cks-1234567890abcdef0'
export const xks = 'cks-9876543210fedcba9'

/** 2024-01-01T00:00:00Z, and so many seconds. */
export const iso = (seconds: number): string =>
  new Date((1_704_067_200 + seconds) * 1000).toISOString().replace('.000Z', 'Z')

/** A record as CloudTrail writes it. */
export const record = (eventName: string, seconds: number, members: Members = {}): Members => ({
  eventVersion: '1.08',
  userIdentity: { type: 'IAMUser', accountId: '111122223333', userName: 'Alice' },
  eventTime: iso(seconds),
  eventSource: 'kms.amazonaws.com',
  eventName,
  awsRegion: 'us-east-1',
  responseElements: null,
  eventID: `${eventName} at ${String(seconds)}`,
  eventType: 'AwsApiCall',
  recipientAccountId: '111122223333',
  ...members
})

/** An operation on a store by its id, and the exception if there is one. */
export const on =
  (store: string) =>
  (operation: string, seconds: number, errorCode?: string, request: Members = {}): Members =>
    record(operation, seconds, {
      requestParameters: { customKeyStoreId: store, ...request },
      ...(errorCode !== undefined && { errorCode })
    })

/** The use of a key in a store. */
export const uses =
  (store: string) =>
  (operation: string, seconds: number, errorCode?: string): Members =>
    record(operation, seconds, {
      requestParameters: { keyId: 'arn:aws:kms:us-east-1:111122223333:key/0987dcba' },
      additionalEventData: { customKeyStoreId: store },
      resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key' }],
      ...(errorCode !== undefined && { errorCode })
    })

/** A store that was created. */
export const created = (store: string, seconds: number, request: Members = {}): Members =>
  record('CreateCustomKeyStore', seconds, {
    requestParameters: { customKeyStoreName: 'ExampleKeyStore', ...request },
    responseElements: { customKeyStoreId: store }
  })

/** The event that a record holds; a record that holds none is a mistake in a test. */
export const event = (of: Members): CloudTrailEvent => {
  const read = kmsEvent(of)
  if (E.isRight(read) && O.isSome(read.right)) return read.right.value
  throw new Error(`no event of KMS: ${JSON.stringify(of)}`)
}

/** What is seen of a store in a record; one in which nothing is seen is a mistake in a test. */
export const seen = (of: Members): Sighting => {
  const found = sighting(event(of))
  if (O.isSome(found)) return found.value
  throw new Error(`nothing is seen of a store: ${JSON.stringify(of)}`)
}

export const judged = (
  log: ReadonlyArray<Members>,
  settings: Parameters<typeof judge.start>[0] = {}
): Judgement => log.reduce<Judgement>((j, one) => judge.observe(event(one))(j), judge.start(settings))

/** A verdict in one line: the rule, the event, and in brackets what it contradicts. */
export const inShort = ({ standing, rule, event, because }: Verdict): string => {
  const named = [event, ...because].map(
    ({ operation, refusal, time }) =>
      `${operation}${refusal === undefined ? '' : ` ✗`} ${String(time - 1_704_067_200)}`
  )
  const doubt = standing === 'contradiction' ? '' : ', perhaps'
  return `${rule}${doubt}: ${named[0]!} [${named.slice(1).join(', ')}]`
}

export const verdictsOn = (...log: ReadonlyArray<Members>): ReadonlyArray<string> =>
  judge.verdicts(judged(log)).map(inShort)
