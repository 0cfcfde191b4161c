import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { Empty } from '../account/operations.js'
import { asShown } from '../codec/boundedString.js'
import { CloudHsmClusterId, CustomKeyStoreId, KeyId, XksKeyId } from '../model/identifiers.js'
import type { Operation } from '../model/Operation.js'
import { awsJsonStruct } from '../codec/struct.js'
import type { DescribeCustomKeyStoresResponse as Described } from '../operations/describe.js'
import { CustomKeyStoresListEntry } from './storeFromListEntry.js'
import { Timestamp } from '../codec/Timestamp.js'

/** Nulls are absent members and unknown members are dropped, as in a request. */
const shown = <R extends t.Props, O extends t.Props>(name: string, required: R, optional: O) =>
  awsJsonStruct(name, { required, optional })

/** An object whatever it holds, or nothing at all: AWS documents both. @assumes A37 */
const Nothing: t.Type<Empty, unknown> = new t.Type(
  'Empty',
  (u): u is Empty => t.UnknownRecord.is(u) && Object.keys(u).length === 0,
  (u, context) =>
    u === undefined || u === '' || t.UnknownRecord.is(u) ? t.success({}) : t.failure(u, context),
  t.identity
)

export type DescribeCustomKeyStoresResponse = Described
const Listed = shown(
  'DescribeCustomKeyStoresResponse',
  { CustomKeyStores: t.readonlyArray(CustomKeyStoresListEntry) },
  { Truncated: t.boolean, NextMarker: t.string }
)
export const DescribeCustomKeyStoresResponse: t.Type<Described, unknown> = new t.Type(
  Listed.name,
  (u): u is Described => Listed.is(u) && u.Truncated !== undefined,
  (u, context) =>
    pipe(
      Listed.validate(u, context),
      E.map((response) => ({ Truncated: false, ...response }))
    ),
  t.identity
)

/** What AWS shows of a key in a custom key store. @see API_KeyMetadata */
export const KeyMetadata = shown(
  'KeyMetadata',
  { KeyId: asShown(KeyId) },
  {
    AWSAccountId: t.string,
    Arn: t.string,
    CreationDate: Timestamp,
    DeletionDate: Timestamp,
    Enabled: t.boolean,
    Description: t.string,
    KeyUsage: t.string,
    KeyState: t.string,
    KeyManager: t.string,
    KeySpec: t.string,
    EncryptionAlgorithms: t.readonlyArray(t.string),
    MultiRegion: t.boolean,
    Origin: t.string,
    CustomKeyStoreId: asShown(CustomKeyStoreId),
    CloudHsmClusterId: asShown(CloudHsmClusterId),
    XksKeyConfiguration: shown('XksKeyConfiguration', { Id: asShown(XksKeyId) }, {})
  }
)

export type KeyMetadata = t.TypeOf<typeof KeyMetadata>

/** Reads what AWS answers to each operation, leniently. */
export const answers = {
  CreateCustomKeyStore: shown(
    'CreateCustomKeyStoreResponse',
    { CustomKeyStoreId: asShown(CustomKeyStoreId) },
    {}
  ),
  DescribeCustomKeyStores: DescribeCustomKeyStoresResponse,
  ConnectCustomKeyStore: Nothing,
  DisconnectCustomKeyStore: Nothing,
  UpdateCustomKeyStore: Nothing,
  DeleteCustomKeyStore: Nothing,
  CreateKey: shown('CreateKeyResponse', { KeyMetadata }, {}),
  GenerateRandom: shown('GenerateRandomResponse', { Plaintext: t.string }, {})
} as const satisfies Record<Operation, t.Mixed>

/** An error as AWS answers it: its name, and what it says. */
export interface ErrorAnswer {
  readonly name: string
  readonly message: string
}

const members = shown('ErrorAnswer', { __type: t.string }, { message: t.string, Message: t.string })

/** Reads an error. A namespace may stand before the name, and the member with the message may begin with a capital. */
export const ErrorAnswer: t.Type<ErrorAnswer, unknown> = new t.Type(
  'ErrorAnswer',
  (u): u is ErrorAnswer => t.type({ name: t.string, message: t.string }).is(u),
  (u, context) =>
    pipe(
      members.validate(u, context),
      E.map(({ __type: type, message, Message }) => ({
        name: type.slice(type.lastIndexOf('#') + 1),
        message: message ?? Message ?? ''
      }))
    ),
  t.identity
)
