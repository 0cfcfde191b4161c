import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { operations } from '../operations/index.js'
import { exampleRequest } from '../possible/exampleRequests.js'
import { goodInfrastructure } from './background.js'
import { accountBefore, canMindFaults, makesStore, withBelongings } from '../possible/before.js'
import { kindsAtFault, kindsShown, statesShown } from './breadth.js'
import type { Case } from './cases/Case.js'
import { casesOf } from './cases/index.js'
import { faults, type SingleFault } from './faults.js'
import type { Draft } from './make.js'

const stateOf = (operation: OperationName, state: ConnectionState): string =>
  makesStore(operation) ? 'nothing is wrong' : `the store is ${state} and nothing else is wrong`

/** The operation in every state, everything else being in order. */
const withGoodFacts = (operation: OperationName): ReadonlyArray<Draft> => {
  const states: ReadonlyArray<ConnectionState> = makesStore(operation)
    ? ['DISCONNECTED']
    : statesShown(operation)
  return kindsShown(operation).flatMap((kind) =>
    states.map((state) => ({
      id: `${operation}/${kind}/${state}`,
      documentation: `${operation} when ${stateOf(operation, state)}`,
      source: operations[operation].source,
      flags: ['GoodFacts'],
      params: {
        account: accountBefore(operation, kind, state),
        infrastructure: goodInfrastructure[kind],
        steps: [{ operation, request: exampleRequest(operation, kind) }]
      }
    }))
  )
}

const withFault = (operation: OperationName, name: string, fault: SingleFault): ReadonlyArray<Draft> =>
  fault.failure === undefined && !canMindFaults(operation)
    ? []
    : kindsAtFault(operation, fault.kinds).map((kind) => ofCase({ ...fault, id: name, operation, kind }))

const ofCase = (of: Case): Draft => {
  const { id, says, operation, kind, request = exampleRequest(operation, kind), failure } = of
  const before = accountBefore(operation, kind)
  return {
    id: `${operation}/${kind}/${id}`,
    documentation: `${operation} when ${says}`,
    source: operations[operation].source,
    flags: [
      'SingleFault',
      ...(of.isOfCiphertext ? (['Ciphertext'] as const) : []),
      ...(failure === undefined ? [] : (['KmsFailure'] as const))
    ],
    params: {
      account: withBelongings(operation)({
        ...before,
        stores: of.stores ?? before.stores,
        keys: of.keys ?? before.keys,
        ...(of.aliases && { aliases: of.aliases })
      }),
      infrastructure: { ...goodInfrastructure[kind], ...of.infrastructure },
      steps: [{ operation, request, ...(failure && { failure }) }]
    }
  }
}

/** Every vector of one operation that is a single step. */
export const singleSteps = (operation: OperationName): ReadonlyArray<Draft> => [
  ...withGoodFacts(operation),
  ...Object.entries(faults).flatMap(([name, fault]) => withFault(operation, name, fault)),
  ...casesOf(operation).map(ofCase)
]
