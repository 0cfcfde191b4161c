/**
 * Holds CloudTrail events against the rules: which of them can AWS KMS not have logged? The examples begin with:
 *
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import * as O from 'fp-ts/lib/Option.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import { CloudTrailEvent, judge, kmsEvent } from 'kms-custom-key-store/judge'
 *
 * const event = (eventTime: number, eventName: string): CloudTrailEvent => ({
 *   eventSource: 'kms.amazonaws.com',
 *   eventName,
 *   eventTime,
 *   awsRegion: 'us-east-1',
 *   recipientAccountId: '111122223333',
 *   requestParameters: { customKeyStoreId: 'cks-1' }
 * })
 * // A store in which a key can be made is CONNECTED, and cannot be deleted.
 * const events = [event(1700000000, 'CreateKey'), event(1700003600, 'DeleteCustomKeyStore')]
 * const judgement = events.reduce((judged, one) => judge.observe(one)(judged), judge.start())
 * ```
 *
 * @packageDocumentation
 */

export { CloudTrailEvent, kmsEvent } from './CloudTrailEvent.js'
export * as judge from './judge.js'
export type { Judgement, StoreSummary } from './judge.js'
export type { NamedStore, StoreName, Stores } from './Stores.js'
export type { Sighting } from './Sighting.js'
export type { JudgeSettings, StoreJudgement } from './StoreJudgement.js'
export type { Verdict, VerdictStanding } from './Verdict.js'
