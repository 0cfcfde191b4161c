import type { EditionName } from '../../../editions/editions.js'
import type { OperationName } from '../../../exceptions/documentedExceptions.js'
import type { Account } from '../../../model/Account.js'
import type { CustomKeyStore } from '../../../model/CustomKeyStore.js'
import type { KmsKey } from '../../../model/KmsKey.js'
import { defaultSettings } from '../../../replay/HistorySettings.js'
import { reasonsOf, type Expected, type Vector } from '../../../vectors/index.js'
import type { Statement } from '../../../Evidence.js'
import type { Difference } from '../../Difference.js'
import { entriesIn, metadataIn } from '../../replyMembers.js'
import { reportedDeviation, type ReportedDeviation } from '../../ReportedDeviation.js'
import { answerDifference, isOpenWhole, keyDifference, storeDifference } from '../../vectorDifference.js'
import type { Control } from '../Control.js'
import type { Client } from '../Send.js'
import type { CheckOutcome } from '../../ConformReport.js'
import { idOfVector } from './Ground.js'
import { playing, type Playing } from './playing.js'
import { encryptsFor } from './requests.js'

/** What came of a vector that was played with the help of the control interface. */
interface Controlled {
  readonly outcome: CheckOutcome
  readonly faults: ReadonlyArray<ReportedDeviation>
}

interface Found {
  readonly operation: OperationName
  readonly difference: Difference
}

/** Looks at the stores and keys that a vector expects; the first that is shown otherwise. */
const looked = async (
  { ask }: Pick<Playing, 'ask'>,
  { stores, keys }: Expected,
  reason: Statement | undefined
): Promise<Found | undefined> => {
  for (const store of stores) {
    const operation = 'DescribeCustomKeyStores'
    const { reply } = await ask(operation, { CustomKeyStoreId: store.CustomKeyStoreId })
    const difference = storeDifference(store, entriesIn(reply)[0] ?? {}, reason)
    if (difference !== undefined) return { operation, difference }
  }
  for (const key of keys) {
    const { reply } = await ask('DescribeKey', { KeyId: key.KeyId })
    const difference = keyDifference(key, metadataIn(reply))
    if (difference !== undefined) return { operation: 'DescribeKey', difference }
  }
  return undefined
}

/** The account with its stores connected and its keys enabled, so that they can encrypt. */
const inOrder = (account: Account): Account => ({
  ...account,
  stores: account.stores.map((store): CustomKeyStore => {
    const { ConnectionErrorCode: _, ...known } = { ConnectionErrorCode: undefined, ...store }
    return { ...known, ConnectionState: 'CONNECTED' }
  }),
  keys: account.keys.map(({ DeletionDate: _, ...key }): KmsKey => ({ ...key, enabled: true }))
})

/** The quota of stores that a vector needs. */
const quotaIn = ({ needs }: Vector): number | undefined => {
  const quota = needs.find((need) => need.startsWith('quota'))
  return quota === undefined ? undefined : Number(quota.split(':')[1])
}

const plays = async (
  edition: EditionName,
  control: Control,
  client: Client,
  vector: Vector
): Promise<Controlled> => {
  const { account, infrastructure, steps } = vector.params
  const reasons = reasonsOf(edition)(vector)
  const now = defaultSettings.startsAt
  const played = playing(control, client.as(account.AccountId))
  const encrypts = encryptsFor(vector)
  if (encrypts.length > 0) await control.begin({ account: inOrder(account), now })
  for (const { ciphertext, request } of encrypts) await played.encrypts(ciphertext, request)
  await control.begin({ account, infrastructure, now })
  const quota = quotaIn(vector)
  if (quota !== undefined) await control.tell('PATCH', 'quotas', { storeQuota: quota })
  const told = ({ operation, difference }: Found): Controlled => {
    const deviation = { operation, difference, allowedBy: [] }
    const reported = reportedDeviation(deviation, idOfVector(vector), played.exchanges)
    return { outcome: { is: 'different', faults: [reported.id] }, faults: [reported] }
  }
  for (const [i, step] of steps.entries()) {
    const isOpen = i === steps.length - 1 && isOpenWhole(vector)
    const expected = vector.expect[i] ?? { stores: [], keys: [] }
    const exchange = await played.does(step, expected)
    if (exchange !== undefined) {
      const { operation, reply } = exchange
      if ('notImplemented' in reply) return { outcome: { is: 'not implemented', operation }, faults: [] }
      const difference = answerDifference(vector, operation, expected, reasons[i], reply)
      if (difference !== undefined && !isOpen) return told({ operation, difference })
      played.learn(expected, exchange)
    }
    const found = isOpen ? undefined : await looked(played, expected, reasons[i])
    if (found !== undefined) return told(found)
  }
  return { outcome: { is: isOpenWhole(vector) ? 'left open' : 'as documented' }, faults: [] }
}

const unreached = (why: unknown): Controlled => ({
  outcome: { is: 'not reached', why: why instanceof Error ? why.message : String(why), blocked: true },
  faults: []
})

/** Plays a vector; once more where it shows a deviation, which counts where it shows again. */
export const playsControlled = async (
  edition: EditionName,
  control: Control,
  client: Client,
  vector: Vector
): Promise<Controlled> => {
  const play = (): Promise<Controlled> => plays(edition, control, client, vector).catch(unreached)
  const first = await play()
  if (first.faults.length === 0) return first
  const again = await play()
  const shows = (id: string): boolean => again.faults.some((fault) => fault.id === id)
  return {
    ...first,
    faults: first.faults.map(({ why, untried, ...fault }) =>
      shows(fault.id)
        ? { ...fault, reproduced: true }
        : { ...fault, reproduced: false, why: 'it did not show itself again' }
    )
  }
}
