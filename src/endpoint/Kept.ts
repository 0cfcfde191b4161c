import { randomBytes } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { blob } from '../codec/blob.js'
import { closedStruct } from '../codec/closedStruct.js'
import { sensitive } from '../codec/Redacted.js'
import { InfrastructureFacts } from '../model/Infrastructure.js'
import { Failing } from './Failing.js'
import type { HeldAccount } from './HeldAccount.js'
import { readAccounts } from './KeptAccounts.js'
import { milliseconds, misplaced, readAs, type Memory, type Read } from './keptEntry.js'
import { Delay, quotas } from './Options.js'

/** Everything but the accounts. */
const Settings = closedStruct(
  'Settings',
  {
    /** Under which ciphertexts are made, in the clear. */
    secret: sensitive(blob('secret', 32, 32)),
    facts: InfrastructureFacts,
    restIsHealthy: t.boolean,
    gone: t.readonlyArray(t.string),
    failures: t.readonlyArray(Failing),
    /** How far the clock is ahead, in milliseconds. */
    ahead: milliseconds,
    /** Whether it has begun with a world. */
    begun: t.boolean
  },
  {
    /** Of a world. Absent where attempts in it end only by `settle` or `report`, as in all that were kept before there was another. */
    connectionDelay: Delay,
    ...quotas
  }
)
export type Settings = t.TypeOf<typeof Settings>

/** What is kept, read. `settings`: none of a new endpoint. */
export interface Kept {
  readonly secret: Uint8Array
  readonly settings: Settings | undefined
  readonly accounts: ReadonlyArray<HeldAccount>
}

/** The name of the settings. */
export const settingsEntry = 'settings'

/** Reads what was kept; or tells what is wrong with it. */
export const readKept = (entries: Memory['entries']): Read<Kept> => {
  const ofAccounts = new Map(entries)
  ofAccounts.delete(settingsEntry)
  if (entries.has(settingsEntry))
    return pipe(
      E.Do,
      E.bind('settings', () => readAs(Settings, settingsEntry, entries.get(settingsEntry))),
      E.bind('accounts', () => readAccounts(ofAccounts)),
      E.map((read) => ({ ...read, secret: Buffer.from(read.settings.secret, 'base64') }))
    )
  const [first] = entries.keys()
  return first === undefined
    ? E.right({ settings: undefined, accounts: [], secret: randomBytes(32) })
    : E.left([misplaced(first)])
}
