import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationNames, operations } from '../operations/index.js'
import { accountBefore } from '../possible/before.js'
import { brokenRequests, type BrokenRequest } from '../possible/brokenRequests.js'
import { everyKind, type Kind } from '../possible/examples.js'
import { goodInfrastructure } from './background.js'
import type { Draft } from './make.js'

const draft = (operation: OperationName, kind: Kind, requests: ReadonlyArray<BrokenRequest>): Draft => ({
  id: `forms/${operation}/${kind}/members`,
  documentation: `${operation} when one rule about its members is broken, one rule after the other`,
  source: operations[operation].source,
  flags: ['Sequence', 'Ciphertext'],
  params: {
    account: accountBefore(operation, kind),
    infrastructure: goodInfrastructure[kind],
    steps: requests.map(({ request }) => ({ operation, request }))
  }
})

/** The requests of an operation that break one rule about its members each, by kind of store; no rule twice. */
const ofOperation = (operation: OperationName): ReadonlyArray<Draft> => {
  const asked = new Set<string>()
  return everyKind.flatMap((kind) => {
    const requests = brokenRequests(operation, kind).filter(({ rule }) => !asked.has(rule))
    for (const { rule } of requests) asked.add(rule)
    return requests.length === 0 ? [] : [draft(operation, kind, requests)]
  })
}

/** A vector for each operation, and for each kind of store that has rules of its own, whose every step breaks a rule about members. */
export const forms = (): ReadonlyArray<Draft> => operationNames.flatMap(ofOperation)
