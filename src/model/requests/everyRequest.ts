import { CreateCustomKeyStoreRequest } from './CreateCustomKeyStoreRequest.js'
import { CreateKeyRequest } from './CreateKeyRequest.js'
import {
  CustomKeyStoreIdRequest,
  DeleteCustomKeyStoreRequest,
  DisconnectCustomKeyStoreRequest
} from './CustomKeyStoreIdRequest.js'
import { DecryptRequest } from './DecryptRequest.js'
import { DescribeCustomKeyStoresRequest } from './DescribeCustomKeyStoresRequest.js'
import { EncryptRequest } from './EncryptRequest.js'
import { GenerateDataKeyRequest, GenerateDataKeyWithoutPlaintextRequest } from './GenerateDataKeyRequest.js'
import { GenerateRandomRequest } from './GenerateRandomRequest.js'
import {
  CancelKeyDeletionRequest,
  DisableKeyRequest,
  EnableKeyRequest,
  KeyIdRequest
} from './KeyIdRequest.js'
import { ListKeysRequest } from './ListKeysRequest.js'
import { ReEncryptRequest } from './ReEncryptRequest.js'
import { ScheduleKeyDeletionRequest } from './ScheduleKeyDeletionRequest.js'
import { UpdateCustomKeyStoreRequest } from './UpdateCustomKeyStoreRequest.js'

/** The request of every operation that can be asked for, by its AWS name, as the page of the operation states it. */
export const everyRequest = {
  CreateCustomKeyStore: CreateCustomKeyStoreRequest,
  DescribeCustomKeyStores: DescribeCustomKeyStoresRequest,
  ConnectCustomKeyStore: CustomKeyStoreIdRequest,
  DisconnectCustomKeyStore: DisconnectCustomKeyStoreRequest,
  UpdateCustomKeyStore: UpdateCustomKeyStoreRequest,
  DeleteCustomKeyStore: DeleteCustomKeyStoreRequest,
  CreateKey: CreateKeyRequest,
  GenerateRandom: GenerateRandomRequest,

  DescribeKey: KeyIdRequest,
  ListKeys: ListKeysRequest,
  EnableKey: EnableKeyRequest,
  DisableKey: DisableKeyRequest,
  ScheduleKeyDeletion: ScheduleKeyDeletionRequest,
  CancelKeyDeletion: CancelKeyDeletionRequest,

  Encrypt: EncryptRequest,
  Decrypt: DecryptRequest,
  ReEncrypt: ReEncryptRequest,
  GenerateDataKey: GenerateDataKeyRequest,
  GenerateDataKeyWithoutPlaintext: GenerateDataKeyWithoutPlaintextRequest
} as const
