/** Holds CloudTrail events against the rules: which of them can AWS KMS not have logged? */
export { CloudTrailEvent, kmsEvent } from './CloudTrailEvent.js'
export * as judge from './judge.js'
export type { Judgement, StoreSummary } from './judge.js'
export type { NamedStore, StoreName, Stores } from './Stores.js'
export type { Sighting } from './Sighting.js'
export type { JudgeSettings, StoreJudgement } from './StoreJudgement.js'
export type { Verdict, VerdictStanding } from './Verdict.js'
