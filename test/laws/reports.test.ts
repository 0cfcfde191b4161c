/** Laws of the reports that KMS makes of its own work. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { namedBy } from '../named.js'
import { decoded } from '../fixtures.js'
import { ofEveryHistory, ofEveryStep, storeNamed } from './everyHistory.js'
import { reportTo, type Command, type Report } from './history.js'

const waitedFor = {
  connectionSucceeded: { in: 'CONNECTING', leadsTo: 'CONNECTED' },
  connectionFailed: { in: 'CONNECTING', leadsTo: 'FAILED' },
  disconnectionCompleted: { in: 'DISCONNECTING', leadsTo: 'DISCONNECTED' }
} as const

const isReport = (command: Command): command is Report => command.does in waitedFor

/** Codes of a VPC endpoint service only where one connects the store. */
const codesOf = (store: cks.CustomKeyStore): ReadonlyArray<string> => {
  if (store.CustomKeyStoreType === 'AWS_CLOUDHSM') return any.cloudHsmCodes
  return store.XksProxyConfiguration.Connectivity === 'PUBLIC_ENDPOINT'
    ? any.externalCodes.filter((code) => !code.startsWith('XKS_VPC'))
    : any.externalCodes
}

describe('what KMS reports', () => {
  ofEveryStep(
    '8. a report of another attempt, of a state that is over, or of a code that the store cannot have changes nothing',
    (step) => {
      const { command, before, after } = step
      if (!isReport(command)) return
      const { does, id, attempt, code } = command
      const [was, is] = [storeNamed(before, id), storeNamed(after, id)]
      const isWaitedFor =
        was?.ConnectionState === waitedFor[does].in && (attempt === undefined || attempt === was.attempt)
      if (isWaitedFor && (does !== 'connectionFailed' || codesOf(was).includes(code))) {
        expect(is?.ConnectionState).toBe(waitedFor[does].leadsTo)
      } else expect(after).toStrictEqual(before)
    }
  )

  ofEveryHistory('9. a report may be delivered again, at once or at any later time', (steps) => {
    const delivered: Array<Report> = []
    for (const { command, before, after } of steps) {
      if (isReport(command)) {
        const present = storeNamed(before, command.id)?.attempt ?? -1
        const attempt = command.attempt ?? present
        // KMS reports nothing of an attempt that has not begun.
        if (attempt <= present) delivered.push({ ...command, attempt })
      }
      for (const report of delivered) {
        const id = decoded(cks.CustomKeyStoreId, report.id)
        expect(cks.reported(id, reportTo(report))(after)).toStrictEqual(after)
      }
    }
  })

  test('10. a store is settled if and only if nothing can be ended in it', () => {
    fc.assert(
      fc.property(any.store, any.backing, (store, backing) => {
        const facts = namedBy(backing, store)
        expect(cks.isSettled(store)).toBe(cks.settle(facts)(store).ConnectionState === store.ConnectionState)
        expect(cks.isSettled(cks.settle(facts)(store))).toBe(true)
      })
    )
  })
})
