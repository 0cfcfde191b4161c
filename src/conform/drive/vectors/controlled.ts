import type { EditionName } from '../../../editions/editions.js'
import type { OperationName } from '../../../exceptions/documentedExceptions.js'
import type { Account } from '../../../model/Account.js'
import type { CustomKeyStore } from '../../../model/CustomKeyStore.js'
import type { KmsKey } from '../../../model/KmsKey.js'
import { defaultSettings } from '../../../replay/HistorySettings.js'
import type { HistoryStep } from '../../../replay/HistoryStep.js'
import { reasonsOf, type Expected, type Vector } from '../../../vectors/index.js'
import type { Statement } from '../../../Evidence.js'
import type { Difference } from '../../Difference.js'
import type { Exchange, Members } from '../../Exchange.js'
import { createdIn, entriesIn, grantIn, keyIdIn, metadataIn, outputOf } from '../../replyMembers.js'
import { reportedDeviation, type ReportedDeviation } from '../../ReportedDeviation.js'
import { answerDifference, isOpenWhole, keyDifference, storeDifference } from '../../vectorDifference.js'
import type { Control } from '../Control.js'
import type { Client, Send } from '../Send.js'
import type { CheckOutcome } from '../../ConformReport.js'
import { idOfVector } from './Ground.js'

/** What came of a vector that was played with the help of the control interface. */
interface Controlled {
  readonly outcome: CheckOutcome
  readonly faults: ReadonlyArray<ReportedDeviation>
}

/** The members without those that are null, which are absent in AWS JSON. */
const given = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined))

/** What KMS reports of the first attempt to connect a store, where it fails itself and the attempt with it. */
const failed = ({ stores }: Expected, id: string): object | undefined => {
  const code = stores.find(({ CustomKeyStoreId }) => CustomKeyStoreId === id)?.ConnectionErrorCode
  return code && { CustomKeyStoreId: id, attempt: 1, outcome: 'connectionFailed', ConnectionErrorCode: code }
}

interface Found {
  readonly operation: OperationName
  readonly difference: Difference
}

/** One playing of a vector: its ids, in the place of which the endpoint has its own. */
const playing = (control: Control, send: Send) => {
  const own = new Map<string, unknown>()
  const exchanges: Array<Exchange> = []
  const put = (text: string): string =>
    [...own].reduce(
      (all, [theirs, mine]) => (typeof mine === 'string' ? all.replaceAll(theirs, mine) : all),
      text
    )
  const translated = <A>(value: A): A => JSON.parse(put(JSON.stringify(value))) as A

  const ask = async (operation: OperationName, request: Members): Promise<Exchange> => {
    const asked = translated(given(request))
    const exchange = { operation, request: asked, reply: await send(operation, asked) }
    exchanges.push(exchange)
    return exchange
  }

  const learn = ({ answer = {} }: Expected, { reply }: Exchange): void => {
    const expected = { output: { ...answer } }
    for (const find of [
      createdIn,
      keyIdIn,
      grantIn,
      (shown: typeof reply) => outputOf(shown)['NextMarker']
    ]) {
      const theirs = find(expected)
      if (typeof theirs === 'string') own.set(theirs, find(reply))
    }
  }

  /** Makes the ciphertext that stands for one of the vector's. */
  const encrypts = async (theirs: string, KeyId: string): Promise<void> => {
    const reply = await send('Encrypt', { KeyId, Plaintext: 'AQIDBA==' })
    own.set(theirs, outputOf(reply)['CiphertextBlob'])
  }

  /** Does a step; the exchange of a request. */
  const does = async (step: HistoryStep, expected: Expected): Promise<Exchange | undefined> => {
    if ('facts' in step) await control.tell('PATCH', 'infrastructure', translated(step.facts))
    else if ('report' in step) await control.tell('POST', 'report', translated(step.report))
    else if ('advance' in step) await control.tell('POST', 'advance', step.advance)
    else if ('settle' in step) {
      const CustomKeyStoreId = translated(step.settle)
      const failure = step.failure === undefined ? undefined : failed(expected, CustomKeyStoreId)
      if (failure === undefined) await control.tell('POST', 'settle', { CustomKeyStoreId })
      else await control.tell('POST', 'report', failure)
    } else {
      if (step.failure !== undefined) await control.tell('POST', 'fail', { failure: step.failure, times: 1 })
      return ask(step.operation, step.request ?? {})
    }
    return undefined
  }
  return { ask, learn, does, encrypts, exchanges }
}

/** Looks at the stores and keys that a vector expects; the first that is shown otherwise. */
const looked = async (
  { ask }: Pick<ReturnType<typeof playing>, 'ask'>,
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

/** The ciphertext that a request of a vector has. */
const ciphertextIn = ({ params }: Vector): string | undefined =>
  params.steps
    .flatMap((step) => ('operation' in step ? [step.request?.['CiphertextBlob']] : []))
    .find((blob): blob is string => typeof blob === 'string')

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
  const ciphertext = ciphertextIn(vector)
  if (ciphertext !== undefined) {
    await control.begin({ account: inOrder(account), now })
    await played.encrypts(ciphertext, account.keys[0]?.KeyId ?? '')
  }
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
