import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { reported, settled } from '../account/process.js'
import { decode } from '../codec/decode.js'
import { latestMoment } from '../codec/Moment.js'
import { defaultEdition } from '../editions/editions.js'
import { storeWithId, type Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import type { XksProxyConfiguration } from '../model/XksProxyConfiguration.js'
import { handled } from '../protocol/handled.js'
import { responseTo } from '../protocol/respond.js'
import { afterEach } from './afterEach.js'
import { asRequest } from './asRequest.js'
import { keyOf } from './Caller.js'
import { changed, infrastructureBehind, type ConfiguredInfrastructure } from './ConfiguredInfrastructure.js'
import { cryptographyUnder } from './cryptography.js'
import type { Endpoint, Told } from './Endpoint.js'
import { readFailing, Recovery, withFailing, withoutFailing } from './Failing.js'
import { caughtUp, heldAccount, heldAfter, unused, type HeldAccount } from './HeldAccount.js'
import { heldAccounts } from './HeldAccounts.js'
import { settingsEntry, type Kept } from './Kept.js'
import { changedEntries } from './KeptAccounts.js'
import type { Memory } from './keptEntry.js'
import { frozen } from './frozen.js'
import { imposedOn, isAnsweredWith } from './imposedOn.js'
import { newIds } from './newIds.js'
import { isReport, noReport } from './noReport.js'
import { noStore } from './noStore.js'
import { passingBefore, Quotas, quotasIn, type CheckedOptions } from './Options.js'
import { readWorld } from './readWorld.js'
import { requestLog } from './requestLog.js'
import { begunState, firstState, haveSameSettings, settingsOf, stateKept, type State } from './State.js'

/** What an endpoint is made of. */
interface Made {
  readonly options: CheckedOptions
  readonly configured: ConfiguredInfrastructure
  /** What it has at first. */
  readonly account: Account | undefined
  readonly kept: Kept
}

/** An endpoint that goes on with what was kept. */
export const livingEndpoint = (
  { options, configured, account: atFirst, kept }: Made,
  keep: Memory['keep']
): Endpoint => {
  const { edition = defaultEdition, connectionDelay = 0 } = options
  const quotas = quotasIn(options)
  const cryptography = cryptographyUnder(kept.secret)
  const first = firstState({ configured, quotas, connectionDelay })
  let state = stateKept(first, kept)
  const accounts = heldAccounts(kept.accounts)
  const log = requestLog()
  let told: State | undefined = kept.settings && state

  const put = (changed: Partial<State>): void => {
    state = { ...state, ...changed }
  }

  const tell = (): void => {
    for (const [name, entry] of accounts.changes().flatMap(changedEntries)) keep(name, entry)
    if (told === undefined || !haveSameSettings(told, state))
      keep(settingsEntry, settingsOf(state, kept.secret))
    told = state
  }

  const now = (): number => Date.now() + state.ahead

  /** Ends what should have ended by now. Nobody can see a state but by asking, so there is no need of a timer. */
  const upToDate = (held: HeldAccount): HeldAccount => caughtUp(state.infrastructure, now())(held)

  const catchUp = (some: ReadonlyArray<HeldAccount>): void => {
    for (const held of some) accounts.hold(upToDate(held))
  }

  /** Forgets every account and request, and begins with an account, if there is one. */
  const beginWith = (account: Account | undefined): void => {
    log.clear()
    accounts.forgetAll()
    if (account !== undefined) accounts.hold(heldAccount(account))
  }

  const change: Endpoint['changeInfrastructure'] = (of) => {
    catchUp(accounts.waiting())
    return pipe(
      state.configured,
      changed(of),
      E.map((after) => {
        put({ configured: after, infrastructure: infrastructureBehind(after) })
        return after.facts
      })
    )
  }

  const onStore = (id: string | undefined, change: (account: Account) => Account): Told<CustomKeyStore> => {
    const found = accounts.withStore(id ?? '')
    if (found === undefined) return E.left([noStore(id)])
    const held = upToDate(found)
    const store = storeWithId(held.account, id as CustomKeyStoreId)
    if (store === undefined) return E.left([noStore(id)])
    const account = change(held.account)
    accounts.hold(heldAfter(account)(held))
    return E.right(storeWithId(account, store.CustomKeyStoreId) as CustomKeyStore)
  }

  if (kept.settings === undefined) beginWith(atFirst)
  tell()
  return afterEach(tell)({
    answer: (caller, given) => {
      const request = asRequest(given)
      const before = upToDate(accounts.get(keyOf(caller)) ?? unused(caller.account, caller.region))
      const { imposed, after } = imposedOn(state.failures, request)
      const circumstances = {
        ...state.quotas,
        edition,
        cryptography,
        principal: caller.principal,
        infrastructure: state.infrastructure,
        storesOfOtherAccounts: (configuration: XksProxyConfiguration) =>
          accounts.neighbours(before.account, configuration),
        ...imposed,
        now: Math.floor(now()) / 1000,
        ...newIds()
      }
      const came = handled(circumstances)(request)(before.account)
      if (isAnsweredWith(imposed, came)) put({ failures: after })
      const response = responseTo(circumstances.requestId, before.account, came)
      const end = state.connectionDelay === 'manual' ? undefined : now() + state.connectionDelay
      accounts.hold(heldAfter(response.account, end)(before))
      if (response.infrastructureChange) change(response.infrastructureChange)
      log.add({ caller, time: circumstances.now, answered: response.answer.body.length }, came)
      return response.answer
    },

    accounts: () => {
      catchUp(accounts.all())
      return accounts.all().map(({ account }) => frozen(account))
    },

    infrastructure: () => state.configured.facts,

    requests: log.all,

    changeInfrastructure: change,

    settle: (id) => onStore(id, settled({ infrastructure: state.infrastructure }, id as CustomKeyStoreId)),

    report: (id, what) =>
      isReport(what) ? onStore(id, reported(id as CustomKeyStoreId, what)) : E.left([noReport(what)]),

    fail: (failing) =>
      pipe(
        readFailing(failing),
        E.map((read) => put({ failures: withFailing(read)(state.failures) }))
      ),

    recover: (operation) =>
      pipe(
        decode(Recovery)({ operation }),
        E.map(({ operation: of }) =>
          put({ failures: of === undefined ? [] : withoutFailing(of)(state.failures) })
        )
      ),

    changeQuotas: (quotas) =>
      pipe(
        decode(Quotas)(quotas),
        E.map((changed) => put({ quotas: { ...state.quotas, ...changed } }))
      ),

    advance: (seconds) =>
      pipe(
        decode(passingBefore(latestMoment - now() / 1000))({ seconds }),
        E.map((passing) => {
          put({ ahead: state.ahead + passing.seconds * 1000 })
          catchUp(accounts.waiting())
        })
      ),

    begin: (world) =>
      pipe(
        readWorld(world, Date.now() / 1000),
        E.map(({ account, configured, now, delay = connectionDelay }) => {
          const begun = { configured, quotas, connectionDelay: delay }
          state = begunState(begun, now === undefined ? 0 : now * 1000 - Date.now())
          beginWith(account)
        })
      ),

    reset: () => {
      state = first
      beginWith(atFirst)
    }
  })
}
