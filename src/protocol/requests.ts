import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import type { Account } from '../model/Account.js'
import type { Circumstances } from '../model/Circumstances.js'
import * as keys from '../account/keys.js'
import type { accountUnder, Answered } from '../account/operations.js'
import { decode, type Violation } from '../codec/decode.js'
import type { Operation } from '../model/Operation.js'
import { CreateCustomKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import { CreateKeyRequest } from '../model/requests/CreateKeyRequest.js'
import {
  CustomKeyStoreIdRequest,
  DeleteCustomKeyStoreRequest,
  DisconnectCustomKeyStoreRequest
} from '../model/requests/CustomKeyStoreIdRequest.js'
import { DescribeCustomKeyStoresRequest } from '../model/requests/DescribeCustomKeyStoresRequest.js'
import { GenerateRandomRequest } from '../model/requests/GenerateRandomRequest.js'
import {
  CancelKeyDeletionRequest,
  DisableKeyRequest,
  EnableKeyRequest,
  KeyIdRequest
} from '../model/requests/KeyIdRequest.js'
import { ScheduleKeyDeletionRequest } from '../model/requests/ScheduleKeyDeletionRequest.js'
import { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import type { KeyOperation } from '../rules/keyState.js'
import type { Refusal } from '../rules/Rule.js'
import { describeKey } from './describeKey.js'

/** The operations on the stores of an account, under one edition. */
export type Engine = ReturnType<typeof accountUnder>

/** A request that was read. `request`: without secrets. */
export interface Asked<X extends Refusal> {
  readonly request: object
  readonly result: Answered<X, object>
}

/** Reads a request and carries it out; or tells what is wrong with it. */
export type Ask<Given, X extends Refusal = Refusal> = (
  engine: Engine,
  given: Given,
  input: unknown,
  account: Account
) => E.Either<ReadonlyArray<Violation>, Asked<X>>

/** An operation that reads its request from plain data. */
export const ask = <Request extends object, Given, X extends Refusal>(
  codec: t.Type<Request, unknown>,
  operation: (
    engine: Engine
  ) => (given: Given) => (request: Request) => (account: Account) => Answered<X, object>
): Ask<Given, X> => {
  const read = decode(codec)
  return (engine, given, input, account) =>
    pipe(
      read(input),
      E.map((request) => ({ request, result: operation(engine)(given)(request)(account) }))
    )
}

/** Every operation that needs no cryptography, by its AWS name. GenerateRandom answers without the bytes. */
export const requests = {
  CreateCustomKeyStore: ask(CreateCustomKeyStoreRequest, ({ create }) => create),
  DescribeCustomKeyStores: ask(DescribeCustomKeyStoresRequest, ({ describe }) => describe),
  ConnectCustomKeyStore: ask(CustomKeyStoreIdRequest, ({ connect }) => connect),
  DisconnectCustomKeyStore: ask(DisconnectCustomKeyStoreRequest, ({ disconnect }) => disconnect),
  UpdateCustomKeyStore: ask(UpdateCustomKeyStoreRequest, ({ update }) => update),
  DeleteCustomKeyStore: ask(DeleteCustomKeyStoreRequest, (engine) => engine.delete),
  CreateKey: ask(CreateKeyRequest, ({ createKey }) => createKey),
  GenerateRandom: ask(GenerateRandomRequest, ({ generateRandom }) => generateRandom),

  DescribeKey: ask(KeyIdRequest, () => describeKey),
  EnableKey: ask(EnableKeyRequest, () => keys.enableKey),
  DisableKey: ask(DisableKeyRequest, () => keys.disableKey),
  ScheduleKeyDeletion: ask(ScheduleKeyDeletionRequest, () => keys.scheduleKeyDeletion),
  CancelKeyDeletion: ask(CancelKeyDeletionRequest, () => keys.cancelKeyDeletion)
} as const satisfies Record<Operation | KeyOperation | 'DescribeKey', Ask<Circumstances>>
