import * as t from 'io-ts'
import type { Source } from '../sources.js'

/** What the page of an operation states beside its rules. */
export interface OperationPage {
  readonly source: Source
  /** The permission that an IAM policy must grant. A custom key store is not a resource, so it cannot be narrowed to one. */
  readonly permission: `kms:${string}`
  /** Whether it can be used on what belongs to another account. */
  readonly crossAccountUse: 'no' | 'not applicable'
  /** Whether the answer comes before the work is done, so that the outcome has to be read with DescribeCustomKeyStores. */
  readonly answersBeforeItIsDone: boolean
  readonly relatedOperations: ReadonlyArray<string>
}

/** The operations of the model, each with what its page states. @see API_ConnectCustomKeyStore */
export const operations = {
  CreateCustomKeyStore: {
    source: 'API_CreateCustomKeyStore',
    permission: 'kms:CreateCustomKeyStore',
    crossAccountUse: 'no',
    answersBeforeItIsDone: false,
    relatedOperations: [
      'ConnectCustomKeyStore',
      'DeleteCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisconnectCustomKeyStore',
      'UpdateCustomKeyStore'
    ]
  },
  DescribeCustomKeyStores: {
    source: 'API_DescribeCustomKeyStores',
    permission: 'kms:DescribeCustomKeyStores',
    crossAccountUse: 'no',
    answersBeforeItIsDone: false,
    relatedOperations: [
      'ConnectCustomKeyStore',
      'CreateCustomKeyStore',
      'DeleteCustomKeyStore',
      'DisconnectCustomKeyStore',
      'UpdateCustomKeyStore'
    ]
  },
  ConnectCustomKeyStore: {
    source: 'API_ConnectCustomKeyStore',
    permission: 'kms:ConnectCustomKeyStore',
    crossAccountUse: 'no',
    answersBeforeItIsDone: true,
    relatedOperations: [
      'CreateCustomKeyStore',
      'DeleteCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisconnectCustomKeyStore',
      'UpdateCustomKeyStore'
    ]
  },
  DisconnectCustomKeyStore: {
    source: 'API_DisconnectCustomKeyStore',
    permission: 'kms:DisconnectCustomKeyStore',
    crossAccountUse: 'no',
    answersBeforeItIsDone: true,
    relatedOperations: [
      'ConnectCustomKeyStore',
      'CreateCustomKeyStore',
      'DeleteCustomKeyStore',
      'DescribeCustomKeyStores',
      'UpdateCustomKeyStore'
    ]
  },
  UpdateCustomKeyStore: {
    source: 'API_UpdateCustomKeyStore',
    permission: 'kms:UpdateCustomKeyStore',
    crossAccountUse: 'no',
    answersBeforeItIsDone: false,
    relatedOperations: [
      'ConnectCustomKeyStore',
      'CreateCustomKeyStore',
      'DeleteCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisconnectCustomKeyStore'
    ]
  },
  DeleteCustomKeyStore: {
    source: 'API_DeleteCustomKeyStore',
    permission: 'kms:DeleteCustomKeyStore',
    crossAccountUse: 'no',
    answersBeforeItIsDone: false,
    relatedOperations: [
      'ConnectCustomKeyStore',
      'CreateCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisconnectCustomKeyStore',
      'UpdateCustomKeyStore'
    ]
  },
  CreateKey: {
    source: 'API_CreateKey',
    permission: 'kms:CreateKey',
    crossAccountUse: 'no',
    answersBeforeItIsDone: false,
    relatedOperations: ['DescribeKey', 'ListKeys', 'ScheduleKeyDeletion']
  },
  GenerateRandom: {
    source: 'API_GenerateRandom',
    permission: 'kms:GenerateRandom',
    crossAccountUse: 'not applicable',
    answersBeforeItIsDone: false,
    relatedOperations: []
  }
} as const satisfies Record<string, OperationPage>

export const Operation = t.keyof(operations, 'Operation')
/** The AWS name of an operation. */
export type Operation = keyof typeof operations

/** The uses of a key that KMS makes with the backing key store. @see use-cmk-keystore */
export const CryptographicOperation = t.keyof(
  {
    Encrypt: null,
    Decrypt: null,
    ReEncrypt: null,
    GenerateDataKey: null,
    GenerateDataKeyWithoutPlaintext: null
  },
  'CryptographicOperation'
)
export type CryptographicOperation = t.TypeOf<typeof CryptographicOperation>
