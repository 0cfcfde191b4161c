import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/codec/decode.js'
import { Report, reportOf } from '../../src/connection/Report.js'
import { isRead, cloudHsmId, cloudHsmStore, decoded, externalStore } from '../fixtures.js'

const about = { CustomKeyStoreId: cloudHsmId, attempt: 3 }
const succeeded = { ...about, outcome: 'connectionSucceeded' }
const failed = { ...about, outcome: 'connectionFailed', ConnectionErrorCode: 'USER_LOCKED_OUT' }
const disconnected = { ...about, outcome: 'disconnectionCompleted' }

describe('a report as data', () => {
  it.each([succeeded, failed, disconnected, { ...failed, ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT' }])(
    'is read: %j',
    (report) => {
      expect(decode(Report)(report)).toEqual(E.right(report))
    }
  )

  it.each([
    { ...succeeded, outcome: '' },
    { ...succeeded, outcome: 'connected' },
    { ...succeeded, ConnectionErrorCode: 'USER_LOCKED_OUT' },
    { ...disconnected, ConnectionErrorCode: 'USER_LOCKED_OUT' },
    { ...failed, ConnectionErrorCode: 'NO_SUCH_CODE' },
    { ...about, outcome: 'connectionFailed' },
    { outcome: 'connectionSucceeded', attempt: 3 },
    { outcome: 'connectionSucceeded', CustomKeyStoreId: cloudHsmId },
    { ...succeeded, attempt: -1 },
    { ...succeeded, attempt: 1.5 },
    { ...failed, more: true }
  ])('is refused where it is none: %j', (report) => {
    expect(isRead(Report, report)).toBe(false)
  })

  it.each([
    [succeeded, 'CONNECTING', cloudHsmStore('CONNECTED')],
    [failed, 'CONNECTING', cloudHsmStore('FAILED', { ConnectionErrorCode: 'USER_LOCKED_OUT' })],
    [disconnected, 'DISCONNECTING', cloudHsmStore('DISCONNECTED')]
  ] as const)('does to a store what it tells: %j', (report, state, after) => {
    expect(reportOf(decoded(Report, report))(cloudHsmStore(state))).toEqual(after)
  })

  it('does nothing to a store that cannot have its error code', () => {
    const store = externalStore('CONNECTING')
    expect(reportOf(decoded(Report, failed))(store)).toBe(store)
  })
})
