import { randomBytes } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { asShown } from '../codec/boundedString.js'
import { blob } from '../codec/blob.js'
import { closedStruct } from '../codec/closedStruct.js'
import { decode, type Violation } from '../codec/decode.js'
import { latestMoment } from '../codec/Moment.js'
import { sensitive } from '../codec/Redacted.js'
import { Account } from '../model/Account.js'
import { CustomKeyStoreId } from '../model/identifiers.js'
import { InfrastructureFacts } from '../model/Infrastructure.js'
import { ErrorName } from '../protocol/imposed.js'
import { endOf, heldAccount, type HeldAccount } from './HeldAccount.js'
import { nameOf } from './HeldAccounts.js'
import { quotas } from './Options.js'

/** Keeps what an endpoint is told, for another one that goes on in its place. */
export interface Memory {
  /** What was kept last, by name, as plain data; empty for a new endpoint. */
  readonly entries: ReadonlyMap<string, unknown>
  /** Is told each entry that has changed, in plain data, before anybody is answered; undefined where it is gone. */
  readonly keep: (name: string, entry: object | undefined) => void
}

const milliseconds = t.refinement(t.number, (n) => Math.abs(n) <= latestMoment * 1000, 'Milliseconds')

/** An account, and when what has begun with a store ends, in milliseconds since 1970, unless only `settle` or `report` ends it. */
const KeptAccount = closedStruct(
  'KeptAccount',
  { account: Account, ends: t.readonlyArray(t.tuple([asShown(CustomKeyStoreId), milliseconds])) },
  {}
)

/** Everything but the accounts. */
const Settings = closedStruct(
  'Settings',
  {
    /** Under which ciphertexts are made, in the clear. */
    secret: sensitive(blob('secret', 32, 32)),
    facts: InfrastructureFacts,
    restIsHealthy: t.boolean,
    gone: t.readonlyArray(t.string),
    failuresLeft: t.Int,
    /** How far the clock is ahead, in milliseconds. */
    ahead: milliseconds,
    /** Whether it has begun with a world, so that attempts end only by `settle` or `report`. */
    begun: t.boolean
  },
  { failure: ErrorName, ...quotas }
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
export const accountEntry = (name: string): string => `account ${name}`

export const keptAccount = (held: HeldAccount): object => ({
  account: held.account,
  ends: held.account.stores.flatMap((store) => {
    const end = endOf(held, store)
    return end === undefined ? [] : [[store.CustomKeyStoreId, end]]
  })
})

const heldOf = ({ account, ends }: t.TypeOf<typeof KeptAccount>): HeldAccount =>
  heldAccount(
    account,
    ends.map(([CustomKeyStoreId, time]) => ({ CustomKeyStoreId, time }))
  )

type Read<A> = E.Either<ReadonlyArray<Violation>, A>

const readAs = <A>(codec: t.Type<A, unknown>, name: string, entry: unknown): Read<A> =>
  pipe(
    decode(codec)(entry),
    E.mapLeft((violations) =>
      violations.map((one) => ({ ...one, path: one.path === '' ? name : `${name}.${one.path}` }))
    )
  )

const misplaced = (path: string): Violation => ({
  path,
  received: 'an entry',
  receivedAs: 'words',
  constraint:
    'Entry must be the settings, or an account under its own name, and none is there without the settings',
  kind: 'unknown member'
})

const readAccount = (name: string, entry: unknown): Read<HeldAccount> =>
  pipe(
    readAs(KeptAccount, name, entry),
    E.map(heldOf),
    E.filterOrElseW(
      ({ account }) => name === accountEntry(nameOf(account)),
      () => [misplaced(name)]
    )
  )

/** Reads what was kept; or tells what is wrong with it. */
export const readKept = (entries: Memory['entries']): Read<Kept> => {
  const accounts: Array<HeldAccount> = []
  let settings: Settings | undefined
  for (const [name, entry] of entries) {
    if (name === settingsEntry) {
      const read = readAs(Settings, name, entry)
      if (E.isLeft(read)) return read
      settings = read.right
      continue
    }
    const read = readAccount(name, entry)
    if (E.isLeft(read)) return read
    accounts.push(read.right)
  }
  const [first] = entries.keys()
  if (first !== undefined && settings === undefined) return E.left([misplaced(first)])
  return E.right({
    settings,
    accounts,
    secret: settings === undefined ? randomBytes(32) : Buffer.from(settings.secret, 'base64')
  })
}
