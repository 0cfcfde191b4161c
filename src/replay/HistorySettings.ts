import * as t from 'io-ts'
import { boundedInteger } from '../codec/boundedInteger.js'
import { boundedString } from '../codec/boundedString.js'
import { AccountId } from '../model/identifiers.js'
import { editions } from '../editions/editions.js'
import { closedStruct } from '../codec/closedStruct.js'

const members = {
  account: AccountId,
  region: boundedString('Region', { minLength: 1, maxLength: 32, pattern: /^[a-z0-9-]+$/ }),
  edition: t.keyof(editions, 'EditionName'),
  startsAt: boundedInteger('startsAt', 0, 9_999_999_999)
}

/**
 * @example
 * replay.HistorySettings.is({ edition: 'developer-guide' }) //=> true
 */
export const HistorySettings = closedStruct('HistorySettings', {}, members)

/**
 * The settings on the first line of a history. `startsAt`: when it begins, in seconds since 1970. Absent members
 * have the values of {@link defaultSettings}.
 */
export interface HistorySettings extends Readonly<t.TypeOf<typeof HistorySettings>> {}

/** Whether a line of a history is meant for settings, right or wrong. */
export const isMeantForSettings = (u: unknown): boolean =>
  t.UnknownRecord.is(u) && Object.keys(members).some((member) => Object.hasOwn(u, member))

/** `startsAt`: 2025-12-01T00:00:00Z. */
export const defaultSettings = {
  account: '111122223333' as AccountId,
  region: 'us-east-1',
  startsAt: 1_764_547_200
} as const
