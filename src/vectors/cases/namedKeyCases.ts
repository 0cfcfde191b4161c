import { defaultEdition } from '../../editions/editions.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { operationsByName } from '../../operations/index.js'
import { exampleRequest } from '../../possible/exampleRequests.js'
import { clusterId, everyKind, keyId } from '../../possible/examples.js'
import { externalKeyWith, otherKeyId, type InfrastructureChange } from '../background.js'
import { goodKeyState } from '../../possible/before.js'
import { keyIn, keyStatesWhileConnected } from '../../possible/exampleKeys.js'
import { isNarrow, kindsAtFault } from '../breadth.js'
import type { Case } from './Case.js'
import { keyNameCases, membersForKey } from './keyNameCases.js'

const inOtherStates = (operation: OperationName): ReadonlyArray<Case> =>
  keyStatesWhileConnected
    .filter((state) => state !== goodKeyState(operation))
    .flatMap((state) =>
      kindsAtFault(operation, everyKind).map((kind) => ({
        id: `key-${state}`,
        says: `the key is ${state}`,
        operation,
        kind,
        keys: [keyIn[state](kind)]
      }))
    )

const unknown = (operation: OperationName): ReadonlyArray<Case> =>
  membersForKey(operation).map((member) => ({
    id: `unknown-${member}`,
    says: `no key has the ${member}`,
    operation,
    kind: 'AWS_CLOUDHSM',
    request: { ...exampleRequest(operation, 'AWS_CLOUDHSM'), [member]: otherKeyId }
  }))

const lost = (operation: OperationName): Case => ({
  id: 'key-material-lost',
  says: 'the key material is no longer in the cluster',
  operation,
  kind: 'AWS_CLOUDHSM',
  infrastructure: { clusters: [{ clusterId, lostKeyMaterial: [keyId] }] }
})

const external = (
  operation: OperationName,
  id: string,
  says: string,
  infrastructure: InfrastructureChange
): Case => ({
  id,
  says,
  operation,
  kind: 'PUBLIC_ENDPOINT',
  infrastructure
})

/** One thing wrong at a time, where a key is used. */
const inUse = (operation: OperationName): ReadonlyArray<Case> => [
  external(
    operation,
    'external-key-spec',
    'the external key is not AES-256',
    externalKeyWith({ keySpec: 'RSA' })
  ),
  external(
    operation,
    'external-key-disabled',
    'the external key is disabled',
    externalKeyWith({ keyStatus: 'DISABLED' })
  ),
  external(
    operation,
    'external-key-usage',
    'the external key cannot decrypt',
    externalKeyWith({ keyUsage: ['ENCRYPT'] })
  ),
  ...everyKind.map((kind): Case => ({
    id: 'key-unavailable',
    says: 'the key is not at hand',
    operation,
    kind,
    failure: 'KeyUnavailableException'
  }))
]

/** The cases of an operation that names a key: about the key, and about what stands behind it. */
export const namedKeyCases = (operation: OperationName): ReadonlyArray<Case> =>
  membersForKey(operation).length === 0
    ? []
    : [
        ...inOtherStates(operation),
        ...unknown(operation),
        ...keyNameCases(operation),
        ...(isNarrow(operation) ? [] : [lost(operation)]),
        ...(operationsByName[defaultEdition][operation].uses === undefined ? [] : inUse(operation))
      ]
