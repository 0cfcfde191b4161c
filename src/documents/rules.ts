import { connectRules } from '../operations/connect.js'
import { createCloudHsmKeyRules } from '../operations/createCloudHsmKey.js'
import { createCloudHsmKeyStoreRules } from '../operations/createCloudHsmKeyStore.js'
import { createExternalKeyRules } from '../operations/createExternalKey.js'
import { createExternalKeyStoreRules } from '../operations/createExternalKeyStore.js'
import { deleteRules } from '../operations/delete.js'
import { describeRules } from '../operations/describe.js'
import { disconnectRules } from '../operations/disconnect.js'
import { generateRandomRules } from '../operations/generateRandom.js'
import { updateRules } from '../operations/update.js'
import { useKeyRules } from '../operations/useKey.js'
import { cloudHsmConnectionNeeds, externalConnectionNeeds } from '../connection/needs.js'
import { defaultEdition } from '../editions/editions.js'
import type { Claim } from '../rules/Rule.js'
import { assumption, document, page, table } from './markdown.js'

type Listed = Pick<Claim<never>, 'name' | 'says' | 'source' | 'standing' | 'assumes'> & {
  readonly otherwise: string
}

const section = (title: string, rules: ReadonlyArray<Listed>): ReadonlyArray<string> => [
  `## ${title}`,
  '',
  ...table(
    ['Rule', 'Otherwise', 'Source', 'Standing'],
    rules.map(({ says, otherwise, source, standing, assumes }) => [
      says,
      otherwise,
      page(source),
      assumes === undefined ? standing : `${standing}, ${assumption(assumes)}`
    ])
  ),
  ''
]

/** Every rule of every operation, in the order in which it is looked at. */
export const rulesDocument = (): string =>
  document(
    'Rules',
    'Every rule of every operation under the default edition, in the order in which it is looked at. The first that does',
    'not hold refuses with the exception beside it. An id or name that the account does not have is a',
    'CustomKeyStoreNotFoundException before any of these.',
    '',
    ...section('CreateCustomKeyStore, AWS_CLOUDHSM', createCloudHsmKeyStoreRules),
    ...section('CreateCustomKeyStore, EXTERNAL_KEY_STORE', createExternalKeyStoreRules),
    ...section('DescribeCustomKeyStores', describeRules),
    ...section('ConnectCustomKeyStore', connectRules(defaultEdition)),
    ...section('DisconnectCustomKeyStore', disconnectRules(defaultEdition)),
    ...section('UpdateCustomKeyStore', updateRules(defaultEdition)),
    ...section('DeleteCustomKeyStore', deleteRules(defaultEdition)),
    ...section('CreateKey, AWS_CLOUDHSM', createCloudHsmKeyRules(defaultEdition)),
    ...section('CreateKey, EXTERNAL_KEY_STORE', createExternalKeyRules(defaultEdition)),
    ...section('GenerateRandom', generateRandomRules(defaultEdition)),
    ...section('Use of a key: Encrypt, Decrypt, ReEncrypt, GenerateDataKey', useKeyRules),
    'What a connection needs while the store is CONNECTING, in the order in which KMS comes to it. The first that does not',
    'hold is the ConnectionErrorCode with which the store becomes FAILED.',
    '',
    ...section('Connection, AWS_CLOUDHSM', cloudHsmConnectionNeeds),
    ...section('Connection, EXTERNAL_KEY_STORE', externalConnectionNeeds)
  )
