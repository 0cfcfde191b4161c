import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { settled } from '../account/process.js'
import { secondsADay } from '../codec/Duration.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KeyId, XksKeyId } from '../model/identifiers.js'
import type { KmsKey } from '../model/KmsKey.js'
import { operationsByName } from '../operations/index.js'
import { accountBefore } from '../possible/before.js'
import { enabledKey } from '../possible/exampleKeys.js'
import { exampleRequestOrNewName } from '../possible/exampleRequests.js'
import { goodCircumstances, keyId, type Kind } from '../possible/examples.js'
import { workedOutOnce } from '../possible/once.js'
import { triedIn, type Tried } from '../possible/tried.js'
import { isSettled } from '../questions/isSettled.js'
import type { Read } from './commandLine.js'
import { circumstancesWith } from './explainFacts.js'

type Members = Readonly<Record<string, unknown>>

/** What `explain` is asked about, besides the operation and the edition. */
export interface AskedCase {
  readonly kind: Kind
  readonly state: ConnectionState
  /** Members in place of those of a good request. */
  readonly request?: Members | undefined
  /** What is not in order behind the store that the request or the store names. */
  readonly facts?: unknown
  /** How many keys are in the store that are not pending deletion. */
  readonly keys?: number | undefined
  /** In how many days each key that is pending deletion will be gone. */
  readonly pending?: ReadonlyArray<number> | undefined
}

/** A good request of the operation with other members; an update is one of the given members alone. */
const requestOf = (operation: OperationName, { kind, request }: AskedCase): Members => {
  const good = exampleRequestOrNewName(operation, kind)
  if (request === undefined) return good
  const { NewCustomKeyStoreName: _, ...others } = good
  return { ...others, ...request }
}

const keyNumber = (n: number): KeyId =>
  n === 0 ? keyId : (`00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as KeyId)

/** Another external key than the one of which a request makes a key. */
const xksKeyNumber = (n: number): XksKeyId => `key-${String(n)}` as XksKeyId

/** The account with the keys that are asked for; the first of them is the one that requests are about. */
const withKeys = (account: Account, { kind, keys, pending }: AskedCase): Account => {
  if (keys === undefined && pending === undefined) return account
  const { DeletionDate: _, ...example } = account.keys[0] ?? enabledKey(kind)
  const numbered = (n: number): KmsKey => {
    const KeyId = keyNumber(n)
    const key = { ...example, KeyId, Arn: example.Arn.replace(keyId, KeyId) }
    return key.Origin === 'EXTERNAL_KEY_STORE'
      ? { ...key, XksKeyConfiguration: { Id: xksKeyNumber(n) } }
      : key
  }
  const usable = Array.from({ length: keys ?? 0 }, (_, n) => numbered(n))
  const goingAway = (pending ?? []).map((days, n) => ({
    ...numbered(usable.length + n),
    DeletionDate: goodCircumstances.now + days * secondsADay
  }))
  return { ...account, keys: [...usable, ...goingAway] }
}

/** The case under any edition. */
export interface Case {
  readonly under: (edition: EditionName) => Tried
  /** Where the work of KMS leads the store after the request, as the facts are; absent if it has nothing to do. */
  readonly ends: (tried: Tried) => CustomKeyStore | undefined
  /** Members that the request has and the operation does not know. */
  readonly unknown: ReadonlyArray<string>
}

const endOf =
  (given: Circumstances) =>
  ({ result }: Tried): CustomKeyStore | undefined => {
    const store = E.isLeft(result) ? undefined : result.right[1].stores[0]
    if (E.isLeft(result) || store === undefined || isSettled(store)) return undefined
    return settled(given, store.CustomKeyStoreId)(result.right[1]).stores[0]
  }

const unknownIn = (operation: OperationName, request: Members = {}): ReadonlyArray<string> => {
  const known = operationsByName[defaultEdition][operation].request.members.map(({ name }) => name)
  return Object.keys(request).filter((member) => !known.includes(member))
}

/** The case that is asked about, or what is wrong with the facts. */
export const caseOf = (operation: OperationName, asked: AskedCase): Read<Case> => {
  const request = requestOf(operation, asked)
  const account = withKeys(accountBefore(operation, asked.kind, asked.state), asked)
  return pipe(
    circumstancesWith(asked.facts ?? {}, asked.kind, asked.request ?? {}),
    E.bimap(
      (complaints) => `--facts: ${complaints.join('; ')}`,
      (given) => ({
        under: workedOutOnce(
          (edition: EditionName) => edition,
          (edition) => triedIn(given)(edition, operation, request)(account)
        ),
        ends: endOf(given),
        unknown: unknownIn(operation, asked.request)
      })
    )
  )
}
