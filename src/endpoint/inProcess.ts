import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { storeWithId, type Account } from '../model/Account.js'
import { reported, settled } from '../account/process.js'
import { ServiceFailure } from '../model/BackingKeyStore.js'
import type { ErrorName } from '../protocol/imposed.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { decode } from '../codec/decode.js'
import { latestMoment } from '../codec/Moment.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { respond } from '../protocol/respond.js'
import { defaultEdition } from '../editions/editions.js'
import {
  configuredInfrastructure,
  changed,
  infrastructureBehind,
  type ConfiguredInfrastructure
} from './ConfiguredInfrastructure.js'
import { cryptographyUnder } from './cryptography.js'
import { caughtUp, heldAccount, heldAfter, unused, type HeldAccount } from './HeldAccount.js'
import { heldAccounts } from './HeldAccounts.js'
import { asRequest } from './asRequest.js'
import { keyOf } from './Caller.js'
import type { Endpoint, Told } from './Endpoint.js'
import { readKept, settingsEntry, type Kept } from './Kept.js'
import { changedEntries } from './KeptAccounts.js'
import type { Memory } from './keptEntry.js'
import { afterEach } from './afterEach.js'
import { newIds } from './newIds.js'
import { firstState, haveSameSettings, settingsOf, stateKept, type State } from './State.js'
import { CheckedOptions, Failures, passingBefore, Quotas, World, type Options } from './Options.js'

/**
 * A new endpoint without accounts, or the violations in its options.
 *
 * @example
 * pipe(inProcess.endpoint({ connectionDelay: 'manual' }), E.map((made) => made.accounts())) //=> E.right([])
 * E.isLeft(inProcess.endpoint({ storeQuota: -1 })) //=> true
 */
export const endpoint = (options: Options = {}): Told<Endpoint> =>
  rememberingEndpoint(options, { entries: new Map(), keep: () => undefined })

/** An endpoint that goes on with what a memory has kept, and tells it of each change. */
export const rememberingEndpoint = (options: Options, memory: Memory): Told<Endpoint> =>
  pipe(
    E.Do,
    E.bind('checked', () => decode(CheckedOptions)(options)),
    E.bind('configured', ({ checked }) => configuredInfrastructure(checked.infrastructure)),
    E.bind('kept', () => readKept(memory.entries)),
    E.map(({ checked, configured, kept }) => withConfigured(checked, configured, kept, memory.keep))
  )

const withConfigured = (
  options: CheckedOptions,
  configured: ConfiguredInfrastructure,
  kept: Kept,
  keep: Memory['keep']
): Endpoint => {
  const { edition = defaultEdition, connectionDelay = 0, infrastructure: _, ...quotas } = options
  const cryptography = cryptographyUnder(kept.secret)
  const first = firstState({ configured, quotas, connectionDelay })
  let state = stateKept(first, kept)
  const accounts = heldAccounts(kept.accounts)
  let told: State | undefined = kept.settings && state

  const tell = (): void => {
    for (const [name, entry] of accounts.changes().flatMap(changedEntries)) keep(name, entry)
    if (told === undefined || !haveSameSettings(told, state))
      keep(settingsEntry, settingsOf(state, kept.secret))
    told = state
  }

  const now = (): number => Date.now() + state.ahead

  const settledIn = (account: Account, { CustomKeyStoreId: id }: CustomKeyStore): Account =>
    settled({ infrastructure: state.infrastructure }, id)(account)

  /** Ends what should have ended by now. Nobody can see a state but by asking, so there is no need of a timer. */
  const upToDate = (held: HeldAccount): HeldAccount => caughtUp(state.infrastructure, now())(held)

  const catchUp = (some: ReadonlyArray<HeldAccount>): void => {
    for (const held of some) accounts.hold(upToDate(held))
  }

  const nextFailure = (): ErrorName | undefined => {
    if (state.failuresLeft === 0) return undefined
    state = { ...state, failuresLeft: state.failuresLeft - 1 }
    return state.failure
  }

  const change: Endpoint['changeInfrastructure'] = (of) => {
    catchUp(accounts.waiting())
    return pipe(
      state.configured,
      changed(of),
      E.map((after) => {
        state = { ...state, configured: after, infrastructure: infrastructureBehind(after) }
        return after.facts
      })
    )
  }

  const onStore = (
    id: CustomKeyStoreId,
    change: (account: Account, store: CustomKeyStore) => Account
  ): CustomKeyStore | undefined => {
    const found = accounts.withStore(id)
    if (found === undefined) return undefined
    const held = upToDate(found)
    const store = storeWithId(held.account, id)
    if (store === undefined) return undefined
    const account = change(held.account, store)
    accounts.hold(heldAfter(account)(held))
    return storeWithId(account, id)
  }

  tell()
  return afterEach(tell)({
    answer: (caller, request) => {
      const before = upToDate(accounts.get(keyOf(caller)) ?? unused(caller.account, caller.region))
      const failure = nextFailure()
      const response = respond({
        ...state.quotas,
        edition,
        cryptography,
        principal: caller.principal,
        infrastructure: state.infrastructure,
        storesOfOtherAccounts: (configuration) => accounts.neighbours(before.account, configuration),
        ...(ServiceFailure.is(failure) ? { failure } : { refusedWith: failure }),
        now: Math.floor(now()) / 1000,
        ...newIds()
      })(asRequest(request))(before.account)
      const end = state.connectionDelay === 'manual' ? undefined : now() + state.connectionDelay
      accounts.hold(heldAfter(response.account, end)(before))
      if (response.infrastructureChange) change(response.infrastructureChange)
      return response.answer
    },

    accounts: () => {
      catchUp(accounts.all())
      return accounts.all().map(({ account }) => account)
    },

    infrastructure: () => state.configured.facts,

    changeInfrastructure: change,

    settle: (id) => onStore(id, settledIn),

    report: (id, what) => onStore(id, reported(id, what)),

    fail: (failure, times) =>
      pipe(
        decode(Failures)({ failure, times }),
        E.map(({ failure, times = 0 }) => {
          state = { ...state, failure, failuresLeft: times }
        })
      ),

    changeQuotas: (quotas) =>
      pipe(
        decode(Quotas)(quotas),
        E.map((changed) => {
          state = { ...state, quotas: { ...state.quotas, ...changed } }
        })
      ),

    advance: (seconds) =>
      pipe(
        decode(passingBefore(latestMoment - now() / 1000))({ seconds }),
        E.map((passing) => {
          state = { ...state, ahead: state.ahead + passing.seconds * 1000 }
          catchUp(accounts.waiting())
        })
      ),

    begin: (world) =>
      pipe(
        decode(World)(world),
        E.chain(({ account, infrastructure, now }) =>
          pipe(
            configuredInfrastructure(infrastructure),
            E.map((configured) => {
              accounts.forgetAll()
              state = {
                ...first,
                configured,
                infrastructure: infrastructureBehind(configured),
                ahead: now === undefined ? 0 : now * 1000 - Date.now(),
                connectionDelay: 'manual',
                begun: true
              }
              accounts.hold(heldAccount(account))
            })
          )
        )
      ),

    reset: () => {
      accounts.forgetAll()
      state = first
    }
  })
}
