import { operationNames } from '../../operations/index.js'
import { storeId } from '../../possible/examples.js'
import { otherId } from '../background.js'
import { enabledKey, keyIn } from '../../possible/exampleKeys.js'
import { exampleRequest } from '../../possible/exampleRequests.js'
import { caseWith, type Case } from './Case.js'

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
    keys: [keyIn.PendingDeletion('AWS_CLOUDHSM')]
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

/** The operations that can name a store by its id. */
const onOneStore = operationNames.filter(
  (operation) => exampleRequest(operation, 'AWS_CLOUDHSM')['CustomKeyStoreId'] === storeId
)

export const unknownCases = onOneStore.map((operation) =>
  caseWith(operation, 'AWS_CLOUDHSM', 'unknown-id', 'no store has the id', { CustomKeyStoreId: otherId })
)
