import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { defaultEdition, type EditionName } from '../../editions/editions.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { answersIn } from './answersIn.js'
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
import { operationsAsked, storeIdsIn, typesNamedIn, unknownOperations } from './operationsAsked.js'
import { plain } from './plain.js'
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
  const beginnings = beginningsFor(operations, ids, typesNamedIn(definition), stores)
  const world: World = {
    workflow,
    evaluators: { ...(jsonPath && { jsonPath }), ...(jsonata && { jsonata }) },
    functions,
    executionInput,
    answers: answersIn(edition, definition)
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
 * definition, or the input, cannot be read at all.
 *
 * @example
 * const report = testing.checkWorkflow(workflow)
 * pipe(report, E.map(({ findings }) => findings.map(({ kind }) => kind)))
 * //=> E.right(['serviceFailure'])
 */
export const checkWorkflow = (
  definition: unknown,
  options: CheckOptions = {}
): E.Either<string, WorkflowReport> =>
  pipe(
    E.Do,
    E.apS('whole', plain(definition)),
    E.apS('input', options.input === undefined ? E.right(undefined) : plain(options.input)),
    E.bind('workflow', ({ whole }) => readWorkflow(whole)),
    E.map(({ workflow, whole, input }) => checked(workflow, whole, { ...options, input }))
  )
