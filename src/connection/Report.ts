import * as t from 'io-ts'
import { connectionFailed, connectionSucceeded, disconnectionCompleted } from './process.js'
import { boundedInteger } from '../codec/boundedInteger.js'
import { CloudHsmConnectionErrorCode, ExternalConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { CustomKeyStoreId } from '../model/identifiers.js'
import { taggedUnion } from '../codec/taggedUnion.js'
import { closedStruct } from '../codec/closedStruct.js'

const ConnectionErrorCode = t.keyof(
  { ...CloudHsmConnectionErrorCode.keys, ...ExternalConnectionErrorCode.keys },
  'ConnectionErrorCode'
)

const attemptOf = {
  CustomKeyStoreId,
  attempt: boundedInteger('attempt', 0, Number.MAX_SAFE_INTEGER)
}
const outcome = <Name extends string>(name: Name) => ({ ...attemptOf, outcome: t.literal(name) })

/** KMS says how one attempt to connect or disconnect a store has ended. */
export const Report = taggedUnion('Report', 'outcome', {
  connectionSucceeded: closedStruct('Report', outcome('connectionSucceeded'), {}),
  connectionFailed: closedStruct('Report', { ...outcome('connectionFailed'), ConnectionErrorCode }, {}),
  disconnectionCompleted: closedStruct('Report', outcome('disconnectionCompleted'), {})
})
export type Report = Readonly<t.TypeOf<typeof Report>>

/** The effect of a report on the store that it is about. */
export const reportOf = (report: Report): ((store: CustomKeyStore) => CustomKeyStore) => {
  switch (report.outcome) {
    case 'connectionSucceeded':
      return connectionSucceeded(report.attempt)
    case 'connectionFailed':
      return connectionFailed(report.attempt, report.ConnectionErrorCode)
    case 'disconnectionCompleted':
      return disconnectionCompleted(report.attempt)
  }
}
