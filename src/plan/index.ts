/**
 * The shortest documented way from a store to a goal. The examples begin with:
 *
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as cks from 'kms-custom-key-store'
 * import * as planning from 'kms-custom-key-store/plan'
 *
 * const read = cks.storeFromListEntry({
 *   CustomKeyStoreId: 'cks-1',
 *   CustomKeyStoreName: 'payments',
 *   CustomKeyStoreType: 'AWS_CLOUDHSM',
 *   CloudHsmClusterId: 'cluster-abcdefghijk',
 *   TrustAnchorCertificate: 'content of customerCA.crt',
 *   ConnectionState: 'FAILED',
 *   ConnectionErrorCode: 'USER_NOT_FOUND',
 *   CreationDate: 1700000000
 * })
 * if (E.isLeft(read)) throw new Error(cks.report(read.left).join('\n'))
 * const situation = { store: read.right, keys: [], now: 1700086400 }
 * ```
 *
 * @packageDocumentation
 */

export type { Goal, Situation } from './Goal.js'
export { plansElsewhere } from './elsewhere.js'
export { keysUnusable, type KeysUnusable } from './keysUnusable.js'
export { elsewhereLines, planLines, unreachableLines } from './lines.js'
export { plan, planUnder, type Plan, type Unreachable } from './plan.js'
export { remedies, type Remedy } from './remedies.js'
export type { Call, Fix, Obstacle, PlanStep, Wait } from './PlanStep.js'
