import type { AssumptionNumber } from '../leavesOpen.js'
import type { Account } from '../model/Account.js'
import type { ConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { KeyState } from '../model/KmsKey.js'
import { kinds, type Kind } from '../possible/examples.js'
import type { OpenTo } from '../rules/Rule.js'
import type { Source } from '../sources.js'
import type { HistoryStep } from '../replay/HistoryStep.js'

const purposes = {
  GoodFacts: 'Nothing is wrong but, perhaps, the ConnectionState.',
  SingleFault: 'One thing is wrong, and the ConnectionState is one in which the operation is valid.',
  Sequence: 'More than one step, with what KMS does by itself.',
  Ciphertext:
    'What a request to encrypt or decrypt says of ciphertexts, algorithms and dry runs counts, and not only its keys.',
  KmsFailure: 'The step says that KMS itself fails; skip it where that cannot be brought about.',
  Assumed: 'AWS is silent or contradicts itself; `assumes` names what was chosen.'
} as const

type Flags = Pick<typeof purposes, keyof typeof purposes>

/**
 * The purposes of vectors. Every file has these notes on them.
 *
 * @example
 * vectors.flags.Sequence //=> 'More than one step, with what KMS does by itself.'
 */
export const flags: Flags = purposes
/** The name of a purpose of vectors. */
export type Flag = Extract<keyof typeof flags, string>

/**
 * What a vector needs besides requests. Every word is explained here, and in docs/vectors/README.md.
 *
 * @example
 * vectors.needs.clock //=> 'Days pass.'
 */
export const needs = {
  infrastructure:
    'What stands behind a store has, or has had, a fault, or the answer depends on what stands there. FAILED counts.',
  state: 'Something happens while a store is CONNECTING or DISCONNECTING, which passes by itself.',
  report: 'KMS tells the end of one attempt by its number.',
  clock: 'Days pass.',
  failure: 'KMS itself fails.',
  quota: 'The account may have as many stores as the number after the word.'
} as const

/** `quota` comes with the number: `quota: 10`. */
export type Need = Exclude<keyof typeof needs, 'quota'> | `quota: ${number}`

/** How a step was answered, if it is a request, and the stores and keys of the account after it. */
export interface Expected {
  readonly answer?: object
  readonly exception?: { readonly name: string; readonly httpStatus: number }
  readonly stores: ReadonlyArray<{
    readonly CustomKeyStoreId: string
    readonly ConnectionState: ConnectionState
    readonly ConnectionErrorCode?: ConnectionErrorCode
  }>
  readonly keys: ReadonlyArray<{ readonly KeyId: string; readonly KeyState: KeyState }>
}

/**
 * One case. Its id names the operation and the kind of store: `CreateKey/PUBLIC_ENDPOINT/CONNECTED`. `result` is about its last step: `valid` when that is to be accepted, `invalid` when it is to be refused as
 * expected, and `acceptable` when AWS leaves something open: the exception where `orExceptions` is there, or else the
 * outcome, so that any is right.
 */
export interface Vector {
  readonly id: string
  readonly documentation: string
  readonly source: Source
  readonly flags: ReadonlyArray<Flag>
  /** What a tester must be able to do besides sending requests and waiting for connections to end; often nothing. */
  readonly needs: ReadonlyArray<Need>
  readonly result: 'valid' | 'invalid' | 'acceptable'
  /** The assumptions because of which something is open. */
  readonly assumes?: ReadonlyArray<AssumptionNumber>
  /** The exceptions that are as right as the expected one, where the request must be refused. */
  readonly orExceptions?: OpenTo
  readonly params: {
    /** The stores and keys that there are before. */
    readonly account: Account
    /** The infrastructure, each entry with its faults. */
    readonly infrastructure: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>
    /** The steps of a history that `replay` reads. */
    readonly steps: ReadonlyArray<HistoryStep>
  }
  /** The expectation for each step. */
  readonly expect: ReadonlyArray<Expected>
}

/**
 * The kind of store that a vector is about.
 *
 * @example
 * vectors.kindIn({ id: 'CreateKey/PUBLIC_ENDPOINT/CONNECTED' }) //=> 'PUBLIC_ENDPOINT'
 */
export const kindIn: (vector: Pick<Vector, 'id'>) => Kind = ({ id }) => {
  const kind = id.split('/').find((part) => Object.hasOwn(kinds, part))
  return kind === undefined ? 'AWS_CLOUDHSM' : (kind as Kind)
}
