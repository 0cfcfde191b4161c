import { connectionErrorCodesOf } from './connectionErrorCodes.js'
import { settled } from '../account/process.js'
import { connectionFailed } from '../connection/process.js'
import { infrastructureBehind } from '../endpoint/ConfiguredInfrastructure.js'
import { storeWithId, withStore } from '../model/Account.js'
import { isConnecting, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { isSettled } from '../questions/isSettled.js'
import { carryOut, isSameReply, type Call, type Terms } from './carryOut.js'
import { choice } from './Choice.js'
import { attemptOf, chosen, mayChoose, withAccount, type Moment, type Situation } from './Situation.js'

/** How long KMS may take: after how many looks it may be done; `any number` where it need never be, as for a graph. */
export type Looks = ReadonlyArray<number> | 'any number'

/** What the progress of KMS with its own work depends on. */
export interface Pace extends Terms {
  readonly looks: Looks
}

const endedWell = (situation: Situation, { CustomKeyStoreId: id }: CustomKeyStore): Situation => {
  const infrastructure = infrastructureBehind(situation.configured)
  return withAccount(situation, settled({ infrastructure }, id)(situation.account))
}

const withLooks = (situation: Situation, store: CustomKeyStore, looks: number): Situation => ({
  ...situation,
  looksLeft: { ...situation.looksLeft, [attemptOf(store)]: looks }
})

const failures = (moment: Moment, store: CustomKeyStore): ReadonlyArray<Moment> => {
  const { situation } = moment
  if (!isConnecting(store) || !mayChoose(situation, 'connectionFails')) return []
  return connectionErrorCodesOf(store).map((code) => {
    const failed = connectionFailed(store.attempt, code)(store)
    const name = `${store.CustomKeyStoreId} fails to connect: ${code}`
    return chosen(
      choice('connectionFails', name),
      withAccount(situation, withStore(situation.account, failed))
    )(moment)
  })
}

const times = (n: number): string => (n === 1 ? 'once' : `${String(n)} times`)

const delays = (moment: Moment, store: CustomKeyStore, looks: Looks): ReadonlyArray<Moment> => {
  const { situation } = moment
  if (looks === 'any number') return [moment]
  if (!mayChoose(situation, 'takesLonger')) return []
  return looks.map((n) =>
    chosen(
      choice('takesLonger', `${store.CustomKeyStoreId} is seen ${store.ConnectionState} ${times(n)}`),
      withLooks(situation, store, n - 1)
    )(moment)
  )
}

/**
 * What may have become of a store that KMS is at work on when a request comes. Only what the answer tells apart counts: the
 * rest is decided when something does.
 */
const progressOf =
  (pace: Pace, call: Call, id: CustomKeyStoreId) =>
  (moment: Moment): ReadonlyArray<Moment> => {
    const { situation } = moment
    const store = storeWithId(situation.account, id)
    if (store === undefined || isSettled(store)) return [moment]
    const replyIn = (one: Situation) => carryOut(pace, call)(one).reply
    const still = replyIn(situation)
    const isSeen = (one: Situation): boolean => !isSameReply(replyIn(one), still)
    const well = endedWell(situation, store)
    const left = situation.looksLeft[attemptOf(store)] ?? 0
    if (left > 0)
      return [isSeen(well) ? { ...moment, situation: withLooks(situation, store, left - 1) } : moment]
    const failing = failures(moment, store).filter((failed) => isSeen(failed.situation))
    return isSeen(well)
      ? [{ ...moment, situation: well }, ...failing, ...delays(moment, store, pace.looks)]
      : [moment, ...failing]
  }

/** The moments at which a request may come: how far KMS has got with every store, the smooth course first. */
export const progress =
  (pace: Pace, call: Call) =>
  (situation: Situation): ReadonlyArray<Moment> =>
    situation.account.stores.reduce<ReadonlyArray<Moment>>(
      (moments, { CustomKeyStoreId: id }) => moments.flatMap(progressOf(pace, call, id)),
      [{ choices: [], situation }]
    )
