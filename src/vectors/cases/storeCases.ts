import { type Operation } from '../../model/Operation.js'
import { storeId } from '../../possible/examples.js'
import { enabledKey, otherId } from '../background.js'
import { goodRequest } from '../requests.js'
import { type Case } from './Case.js'

const pending = { ...enabledKey('AWS_CLOUDHSM'), DeletionDate: 1_800_000_000 }

export const deleteCases: ReadonlyArray<Case> = [
  {
    id: 'keys',
    says: 'the store holds a key',
    operation: 'DeleteCustomKeyStore',
    kind: 'AWS_CLOUDHSM',
    keys: [enabledKey('AWS_CLOUDHSM')]
  },
  {
    id: 'keys-pending-deletion',
    says: 'the store holds a key that is pending deletion',
    operation: 'DeleteCustomKeyStore',
    kind: 'AWS_CLOUDHSM',
    keys: [pending]
  }
]

export const describeCases: ReadonlyArray<Case> = [
  { id: 'all', says: 'no store is named', request: {} },
  { id: 'by-name', says: 'the store is named', request: { CustomKeyStoreName: 'ExampleKeyStore' } },
  { id: 'unknown-name', says: 'no store has the name', request: { CustomKeyStoreName: 'Nobody' } },
  {
    id: 'id-and-name',
    says: 'both id and name are given',
    request: { CustomKeyStoreId: storeId, CustomKeyStoreName: 'ExampleKeyStore' }
  },
  { id: 'marker', says: 'the marker was never given', request: { Marker: 'made up' } }
].map((rest): Case => ({ operation: 'DescribeCustomKeyStores', kind: 'AWS_CLOUDHSM', ...rest }))

const onOneStore = [
  'DescribeCustomKeyStores',
  'ConnectCustomKeyStore',
  'DisconnectCustomKeyStore',
  'UpdateCustomKeyStore',
  'DeleteCustomKeyStore',
  'CreateKey',
  'GenerateRandom'
] as const satisfies ReadonlyArray<Operation>

export const unknownCases = onOneStore.map((operation): Case => ({
  id: 'unknown-id',
  says: 'no store has the id',
  operation,
  kind: 'AWS_CLOUDHSM',
  request: { ...goodRequest(operation, 'AWS_CLOUDHSM'), CustomKeyStoreId: otherId }
}))
