import * as t from 'io-ts'
import { storeWithId, type Account } from '../model/Account.js'
import { listEntry } from '../model/CustomKeyStoresListEntry.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { operations, type AnyOperation } from '../operations/index.js'
import { ofStatement, type Difference } from './Difference.js'
import type { Exchange, Members } from './Exchange.js'
import { listedStoreIsWhole } from './statements.js'

/** An answer with everything that it leaves out of the stores that are known, and what that was. */
export interface Completed {
  readonly exchange: Exchange
  readonly missing: ReadonlyArray<Difference>
}

const isMissing = (value: unknown): boolean => value === undefined || value === null

/** The entry of a known store, filled in, and the paths of the members that it lacks. */
const filled = (
  expected: Members,
  entry: Members,
  within = ''
): { readonly entry: Members; readonly lacks: ReadonlyArray<string> } =>
  Object.entries(expected).reduce<{ entry: Members; lacks: ReadonlyArray<string> }>(
    (before, [name, value]) => {
      const shown = entry[name]
      // A code comes with its state, and not every store of that state has the same.
      if (value === undefined || name === 'ConnectionErrorCode') return before
      if (isMissing(shown)) {
        return { entry: { ...before.entry, [name]: value }, lacks: [...before.lacks, within + name] }
      }
      if (!t.UnknownRecord.is(value) || !t.UnknownRecord.is(shown)) return before
      const inside = filled(value, shown, `${within}${name}.`)
      return { entry: { ...before.entry, [name]: inside.entry }, lacks: [...before.lacks, ...inside.lacks] }
    },
    { entry, lacks: [] }
  )

const lacking = (path: string): Difference =>
  ofStatement(listedStoreIsWhole, `an entry with ${path}`, `an entry without ${path}`)

/**
 * An exchange in which each store that is known is shown whole: what an entry leaves out is taken from the account. So a
 * member that is missing is one difference, and nothing else follows from it. Of a doubtful store nothing is missing.
 */
export const completed = (
  account: Account | undefined,
  exchange: Exchange,
  isDoubtful: (store: CustomKeyStore) => boolean
): Completed => {
  const { operation, reply } = exchange
  const { shows }: AnyOperation = operations[operation]
  if (shows !== 'stores' || account === undefined || !('output' in reply)) return { exchange, missing: [] }
  const listed = reply.output['CustomKeyStores']
  if (!Array.isArray(listed)) return { exchange, missing: [] }
  const missing: Array<Difference> = []
  const entries = listed.map((entry: unknown): unknown => {
    if (!t.UnknownRecord.is(entry)) return entry
    const only = listed.length === 1 ? exchange.request['CustomKeyStoreId'] : undefined
    const store = storeWithId(account, (entry['CustomKeyStoreId'] ?? only) as CustomKeyStoreId)
    if (store === undefined) return entry
    const whole = filled({ ...listEntry(store) }, entry)
    if (!isDoubtful(store)) missing.push(...whole.lacks.map(lacking))
    return whole.entry
  })
  return {
    exchange: { ...exchange, reply: { ...reply, output: { ...reply.output, CustomKeyStores: entries } } },
    missing
  }
}
