import { assumedEffects, type StateOperation } from '../questions/stateAfter.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { operations, type Operation } from '../model/Operation.js'
import { kinds, type Kind } from '../possible/examples.js'
import { accountBefore, accountWith, goodInfrastructure, goodState } from './background.js'
import { cases } from './cases/index.js'
import type { Case } from './cases/Case.js'
import { faults, type Fault } from './faults.js'
import type { Draft } from './make.js'
import { goodRequest } from './requests.js'

const everyKind = Object.keys(kinds) as ReadonlyArray<Kind>

const effects: Readonly<Partial<Record<Operation, (typeof assumedEffects)[StateOperation]>>> = assumedEffects

/** The operation in every state, everything else being in order. */
const withGoodFacts = (operation: Operation): ReadonlyArray<Draft> => {
  const states: ReadonlyArray<ConnectionState> =
    operation === 'CreateCustomKeyStore' ? ['DISCONNECTED'] : connectionStates
  return everyKind.flatMap((kind) =>
    states.map((state) => ({
      id: `${operation}/${kind}/${state}`,
      documentation: `${operation} when the store is ${state} and nothing else is wrong`,
      source: operations[operation].source,
      flags: ['GoodFacts'],
      assumed: effects[operation]?.[state],
      params: {
        account: accountBefore(operation, kind, state),
        infrastructure: goodInfrastructure[kind],
        steps: [{ operation, request: goodRequest(operation, kind) }]
      }
    }))
  )
}

const withFault = (operation: Operation, name: string, fault: Fault): ReadonlyArray<Draft> =>
  fault.kinds.map((kind) => ({
    id: `${operation}/${kind}/${name}`,
    documentation: `${operation} when ${fault.says}`,
    source: operations[operation].source,
    flags: fault.failure === undefined ? ['SingleFault'] : ['SingleFault', 'KmsFailure'],
    assumed: fault.ignoredBy?.[operation]?.[kind],
    params: {
      account: accountBefore(operation, kind, goodState[operation]),
      infrastructure: { ...goodInfrastructure[kind], ...fault.infrastructure },
      steps: [
        {
          operation,
          request: goodRequest(operation, kind),
          ...(fault.failure && { failure: fault.failure })
        }
      ]
    }
  }))

const ofCase = ({ id, says, operation, kind, stores, keys, infrastructure, request }: Case): Draft => ({
  id: `${operation}/${kind}/${id}`,
  documentation: `${operation} when ${says}`,
  source: operations[operation].source,
  flags: ['SingleFault'],
  params: {
    account: accountWith(stores ?? accountBefore(operation, kind, goodState[operation]).stores, keys),
    infrastructure: { ...goodInfrastructure[kind], ...infrastructure },
    steps: [{ operation, request: request ?? goodRequest(operation, kind) }]
  }
})

/** Every vector of one operation that is a single step. */
export const singleSteps = (operation: Operation): ReadonlyArray<Draft> => [
  ...withGoodFacts(operation),
  ...Object.entries(faults).flatMap(([name, fault]) => withFault(operation, name, fault)),
  ...cases.filter((each) => each.operation === operation).map(ofCase)
]
