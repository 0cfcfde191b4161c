import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Account } from '../../../model/Account.js'
import type { ConnectionState } from '../../../model/ConnectionState.js'
import { accountIn, type KmsKey } from '../../../model/KmsKey.js'
import type { Vector } from '../../../vectors/index.js'
import type { CheckOutcome } from '../../ConformReport.js'
import { grantIn, keyIdIn, metadataIn, outputOf } from '../../replyMembers.js'
import type { Subject } from '../Subject.js'
import { ask, brought, giveUp, need, outcomeOf, type Planned } from '../trial.js'
import { idOfVector, plannedVector, valuesFor, type Ground } from './Ground.js'
import { createGrant, createKey, encryptsFor } from './requests.js'
import type { OwnValues } from './ownValues.js'
import { takes } from './takes.js'

/** The keys of a vector, and what belongs to them, at the endpoint. */
interface Ready {
  readonly own: OwnValues
  readonly keys: ReadonlyArray<string>
  readonly store: string
}

/** The state in which the store of a vector is. */
const stateIn = ({ params }: Vector): ConnectionState | undefined => params.account.stores[0]?.ConnectionState

/** Makes what belongs to keys: grants, aliases, ciphertexts; then brings each key into its state. */
const equips = async ({ session }: Subject, own: OwnValues, vector: Vector): Promise<void> => {
  const { aliases = [], keys }: Account = vector.params.account
  for (const key of keys) {
    for (const grant of key.Grants ?? []) {
      const { reply } = await ask(session, 'CreateGrant', own.put(createGrant(key, grant)))
      own.learn(grant.GrantId, grantIn(reply) ?? giveUp('no grant could be made', true))
    }
  }
  for (const { AliasName, TargetKeyId } of aliases) {
    await need(session, 'CreateAlias', own.put({ AliasName, TargetKeyId }))
  }
  for (const { ciphertext, request } of encryptsFor(vector)) {
    const { reply } = await ask(session, 'Encrypt', own.put(request))
    own.learn(ciphertext, outputOf(reply)['CiphertextBlob'] ?? giveUp('nothing could be encrypted', true))
  }
  for (const key of keys) {
    const { KeyId } = own.put({ KeyId: key.KeyId })
    if (!key.enabled) await need(session, 'DisableKey', { KeyId })
    if (key.DeletionDate !== undefined) {
      await need(session, 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 })
    }
  }
}

/** Makes a new key, and learns its names. */
const makesKey = async ({ session }: Subject, own: OwnValues, key: KmsKey): Promise<string> => {
  const { reply } = await ask(session, 'CreateKey', own.put(createKey(key)))
  const KeyId = keyIdIn(reply) ?? giveUp('no key could be created', true)
  const arn = metadataIn(reply)['Arn']
  if (t.string.is(arn)) own.learn(accountIn(key.Arn), accountIn(arn))
  own.learn(key.KeyId, KeyId)
  own.learn(key.Arn, arn ?? KeyId)
  return KeyId
}

/** Makes the keys of a vector, in the store that is kept. */
const prepares = async (ground: Ground, subject: Subject, vector: Vector): Promise<Ready> => {
  const { stores, keys } = vector.params.account
  const store = await brought(subject.keeper, 'CONNECTED')
  const own = valuesFor(ground, vector)
  for (const { CustomKeyStoreId } of stores) own.learn(CustomKeyStoreId, store)
  const made: Array<string> = []
  for (const key of keys) made.push(await makesKey(subject, own, key))
  await equips(subject, own, vector)
  return { own, keys: made, store }
}

/** The most stores with keys in them that a group of vectors leaves behind, where each was given up. */
const mostStores = 3

/**
 * The vectors about a key in a store of one kind, whose store is in one state. Each has a key of its own. They share a
 * store as long as nothing is wrong with it: a store that has had a key cannot be removed for days.
 */
const group = (
  ground: Ground,
  subject: Subject,
  vectors: ReadonlyArray<Vector>,
  state: ConnectionState
): ReadonlyArray<Planned> => {
  const { session, keeper } = subject
  const ready = new Map<string, E.Either<CheckOutcome, Ready>>()
  const stores = new Set<string>()
  /** Why no key can be made, once that is so. */
  let hopeless: CheckOutcome | undefined

  const prepare = async (vector: Vector): Promise<void> => {
    let made: Ready | undefined
    if (hopeless !== undefined) return void ready.set(vector.id, E.left(hopeless))
    session.begin(idOfVector(vector))
    const outcome = await outcomeOf(session, async () => {
      if (stores.size > mostStores) giveUp('its stores were of no use any longer, one after the other')
      made = await prepares(ground, subject, vector)
      stores.add(made.store)
    })
    if (outcome.is === 'not reached' && outcome.blocked !== true) hopeless = outcome
    ready.set(vector.id, made === undefined ? E.left(outcome) : E.right(made))
  }

  const isReady = ({ id }: Vector): boolean => {
    const made = ready.get(id)
    return made !== undefined && (E.isLeft(made) || session.knows(made.right.store))
  }

  /** Prepares a vector; all that are still to be played with it, where that needs a store in another state. */
  const preparesAll = async (from: number): Promise<void> => {
    const next = state === 'CONNECTED' ? vectors.slice(from, from + 1) : vectors.slice(from)
    for (const vector of next) if (!isReady(vector)) await prepare(vector)
  }

  const play = async (vector: Vector, { own, keys, store }: Ready): Promise<CheckOutcome> => {
    session.begin(idOfVector(vector))
    const outcome = await outcomeOf(session, async () => {
      if ((await brought(keeper, state)) !== store) giveUp('the store of its key is of no use any longer')
      const made = () => ({ stores: [store], keys })
      await takes({ session, own, patience: ground.patience, made }, vector)
    })
    for (const KeyId of keys) {
      await ground.dispose(KeyId, session.aliasesOf(KeyId))
      session.forgetKey(KeyId)
    }
    return outcome
  }

  return vectors.map((vector, i) =>
    plannedVector(ground, vector, async () => {
      if (!isReady(vector)) await preparesAll(i)
      const made = ready.get(vector.id)
      if (made === undefined) return { is: 'not reached', why: 'no key was made for it' }
      return E.isLeft(made) ? made.left : play(vector, made.right)
    })
  )
}

const states = ['CONNECTED', 'DISCONNECTED'] as const

/** The vectors about a key in a store of the kind of the subject. */
export const keyVectors = (
  ground: Ground,
  subject: Subject,
  vectors: ReadonlyArray<Vector>
): ReadonlyArray<Planned> =>
  states.flatMap((state) =>
    group(
      ground,
      subject,
      vectors.filter((vector) => stateIn(vector) === state),
      state
    )
  )
