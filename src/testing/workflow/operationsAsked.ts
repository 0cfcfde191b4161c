import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import { askedBy, integrated, type Functions } from './kmsTask.js'
import { anything, isList, isMembers, type Value } from './Value.js'
import { field, resourceOf, statesOf, type State, type Unread, type Workflow } from './Workflow.js'
import * as O from 'fp-ts/lib/Option.js'

const operationOf = (functions: Functions, state: State): ReadonlyArray<OperationName> => {
  if (state.type !== 'Task') return []
  const given = field(state, 'Parameters') ?? field(state, 'Arguments') ?? anything
  const asked = askedBy(functions, resourceOf(state), given)
  return O.isSome(asked) ? [asked.value.operation] : []
}

/** The operations that a workflow asks for. */
export const operationsAsked = (workflow: Workflow, functions: Functions): ReadonlyArray<OperationName> => [
  ...new Set(statesOf(workflow).flatMap((state) => operationOf(functions, state)))
]

/** Tasks that ask KMS for something, or in a way, of which nothing is known here. */
export const unknownOperations = (workflow: Workflow, functions: Functions): ReadonlyArray<Unread> =>
  statesOf(workflow).flatMap((state) => {
    const resource = resourceOf(state)
    return !resource.includes(':aws-sdk:kms:') || operationOf(functions, state).length > 0
      ? []
      : [
          {
            path: state.name,
            why: `${integrated(resource) ?? resource} of KMS is not known here, so it may give anything`
          }
        ]
  })

/** Ids of stores that stand in a definition or an input. */
export const storeIdsIn = (value: Value): ReadonlyArray<string> => {
  if (isList(value)) return value.flatMap(storeIdsIn)
  if (!isMembers(value)) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'CustomKeyStoreId' && typeof inner === 'string' && !inner.includes('{%')
      ? [inner]
      : storeIdsIn(inner)
  )
}

const ofCloudHsm = /"(KeyStorePassword|CloudHsmClusterId|TrustAnchorCertificate)(\.\$)?":|"AWS_CLOUDHSM"/
const ofExternal = /"(XksProxy\w+|XksKeyId)(\.\$)?":|"EXTERNAL_KEY_STORE"/

/** The types of store that a definition is for, by the members of its requests; both where it names neither or both. */
export const typesNamedIn = (definition: unknown): ReadonlyArray<CustomKeyStoreType> => {
  const text = JSON.stringify(definition)
  const [isCloudHsm, isExternal] = [ofCloudHsm.test(text), ofExternal.test(text)]
  if (isCloudHsm === isExternal) return customKeyStoreTypes
  return [isCloudHsm ? 'AWS_CLOUDHSM' : 'EXTERNAL_KEY_STORE']
}
