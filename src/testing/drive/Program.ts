import type { requestHandler } from '../../endpoint/requestHandler.js'
import type { Account } from '../../model/Account.js'
import type { CustomKeyStoreId, KeyId } from '../../model/identifiers.js'

/** `AbortSignal`, where the types of the platform have it. */
type Signal = typeof globalThis extends { readonly AbortSignal: { readonly prototype: infer S } }
  ? S
  : { readonly aborted: boolean }

/** What a program is given in each world. */
export interface ProgramWorld {
  /** For `new KMSClient(config)` of the AWS SDK for JavaScript. */
  readonly config: {
    readonly region: string
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
    readonly requestHandler: ReturnType<typeof requestHandler>
  }
  /** The address of KMS for any other client; empty unless the option `http` asks for it. */
  readonly url: string
  /** Aborted when the run is over; what is still going on then is of no interest. */
  readonly signal: Signal
  /** The id of the first store that there is at the beginning; empty if there is none. */
  readonly CustomKeyStoreId: CustomKeyStoreId
  /** The ids of the keys that there are at the beginning. */
  readonly KeyIds: ReadonlyArray<KeyId>
  /** Waits so many milliseconds of virtual time. */
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds since 1970, in virtual time. */
  readonly now: () => number
  /** What there really is at this moment. */
  readonly account: () => Account
}

/** What is tried: it asks KMS, returns when it has done what it is for, and rejects when it could not. */
export type Program = (world: ProgramWorld) => Promise<unknown>
