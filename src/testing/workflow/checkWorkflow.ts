import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { defaultEdition, type EditionName } from '../../editions/editions.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { Base64 } from '../../codec/blob.js'
import type { Call } from '../carryOut.js'
import type { Nature } from '../possibleAnswers.js'
import { possibleAnswers } from '../possibleAnswers.js'
import type { PossibleAnswer } from '../disturbances.js'
import { identityOf, type Situation } from '../Situation.js'
import { beginningsFor, type Stores } from './beginnings.js'
import type { Evaluators } from './evaluators.js'
import { explore, mostNodes } from './explore.js'
import { busyLoopFindings } from './findings/busyLoops.js'
import { endFindings } from './findings/ends.js'
import type { Finding } from './findings/Finding.js'
import { allFindingKinds, type FindingKind } from './findings/findingKinds.js'
import { loopFindings } from './findings/loops.js'
import { unreachableFindings } from './findings/unreachable.js'
import type { Functions } from './kmsTask.js'
import { operationsAsked, storeIdsIn, unknownOperations } from './operationsAsked.js'
import { readWorkflow } from './readWorkflow.js'
import type { World } from './Thread.js'
import { openMembers, type Value } from './Value.js'
import type { Unread, Workflow } from './Workflow.js'

/** How a workflow is checked; everything may be left out. */
export interface CheckOptions extends Evaluators {
  readonly functions?: Functions
  /** The input of the execution; without it, nothing is known of it, and an id in it is that of the store. */
  readonly input?: unknown
  /** Only these stores at the beginning. */
  readonly stores?: Partial<Stores>
  readonly without?: ReadonlyArray<FindingKind>
  readonly edition?: EditionName
  readonly mostNodes?: number
}

/** What a check has found. */
export interface WorkflowReport {
  readonly edition: EditionName
  readonly operations: ReadonlyArray<OperationName>
  /** The situations from which it was tried. */
  readonly beginnings: ReadonlyArray<string>
  readonly findings: ReadonlyArray<Finding>
  /** What could not be read, and was treated as anything. */
  readonly unread: ReadonlyArray<Unread>
  /** How many nodes were looked at, and whether these are all. */
  readonly nodes: number
  readonly isWhole: boolean
}

/** Nothing of a workflow hangs on what is encrypted. */
const blob = 'AA==' as Base64

const natureIn = (edition: EditionName): Nature => ({
  edition,
  cryptography: {
    randomBytes: () => blob,
    encrypt: () => blob,
    keyOf: () => undefined,
    decrypt: () => undefined
  },
  looks: 'any number',
  failures: ['KMSInternalException', 'ThrottlingException'],
  others: () => [],
  changes: () => []
})

/** The same request in the same situation has the same answers. */
const remembering = (answers: World['answers']): World['answers'] => {
  const known = new Map<string, ReadonlyArray<PossibleAnswer>>()
  return (call: Call) => (situation: Situation) => {
    const key = `${call.operation} ${JSON.stringify(call.input)} ${identityOf(situation)}`
    const before = known.get(key)
    if (before !== undefined) return before
    const made = answers(call)(situation)
    known.set(key, made)
    return made
  }
}

const astrayFindings = ({ astray }: Workflow): ReadonlyArray<Finding> =>
  astray.map(({ state, to }) => ({
    kind: 'noSuchState',
    says: `${state} leads to ${to}, and there is no such state in its machine.`,
    state,
    beginnings: [],
    path: [],
    assumes: []
  }))

const checked = (workflow: Workflow, definition: unknown, options: CheckOptions): WorkflowReport => {
  const { functions = {}, input, stores, without = [], edition = defaultEdition, jsonPath, jsonata } = options
  const operations = operationsAsked(workflow, functions)
  const executionInput = input === undefined ? openMembers() : (input as Value)
  const ids = [...storeIdsIn(definition as Value), ...storeIdsIn(executionInput)]
  const beginnings = beginningsFor(operations, ids, stores)
  const world: World = {
    workflow,
    evaluators: { ...(jsonPath && { jsonPath }), ...(jsonata && { jsonata }) },
    functions,
    executionInput,
    answers: remembering(possibleAnswers(natureIn(edition)))
  }
  const graph = explore(world, beginnings, options.mostNodes ?? mostNodes)
  const findings = [
    ...astrayFindings(workflow),
    ...loopFindings(workflow, graph),
    ...busyLoopFindings(world, graph),
    ...endFindings(workflow, graph),
    ...unreachableFindings(workflow, graph)
  ].filter(({ kind }) => !without.includes(kind))
  const rank = ({ kind }: Finding): number => allFindingKinds.indexOf(kind)
  return {
    edition,
    operations,
    beginnings: beginnings.map(({ name }) => name),
    findings: [...findings].sort((a, b) => rank(a) - rank(b)),
    unread: [...workflow.unread, ...unknownOperations(workflow, functions)],
    nodes: graph.nodes.length,
    isWhole: graph.isWhole
  }
}

/**
 * Explores a workflow in Amazon States Language together with everything that KMS may answer. The left side: why the
 * definition cannot be read at all.
 */
export const checkWorkflow = (
  definition: unknown,
  options: CheckOptions = {}
): E.Either<string, WorkflowReport> =>
  pipe(
    readWorkflow(definition),
    E.map((workflow) => checked(workflow, definition, options))
  )
