import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Finding } from './findings/Finding.js'
import { plain } from './plain.js'
import { readWorkflow } from './readWorkflow.js'
import { nextOf, type Machine, type State, type Workflow } from './Workflow.js'

/** Letters, digits and the like as they are; what Mermaid or Markdown reads otherwise by its number. */
const escaped = (text: string): string =>
  text.replace(/[^\p{L}\p{N} ._-]/gu, (one) => `#${String(one.codePointAt(0))};`)

type Ids = ReadonlyMap<string, string>

const keyOf = (machine: string, state: string): string => `${machine} ${state}`

const idsIn = ({ machines }: Workflow): Ids =>
  new Map(
    [...machines]
      .flatMap(([id, { states }]) => [...states.keys()].map((name) => keyOf(id, name)))
      .map((key, i) => [key, `s${String(i)}`])
  )

const labels = (state: State, to: string): string => {
  const isCaught = state.catch.some(({ next }) => next === to)
  return isCaught && state.next !== to ? '|caught|' : ''
}

const shape = ({ name, type }: State): string => {
  const text = `"${escaped(name)}<br/>${type}"`
  if (type === 'Choice') return `{${text}}`
  return type === 'Succeed' || type === 'Fail' ? `([${text}])` : `[${text}]`
}

const machineLines = (id: string, machine: Machine, ids: Ids): ReadonlyArray<string> => {
  const idOf = (name: string): string | undefined => ids.get(keyOf(id, name))
  return [...machine.states.values()].flatMap((state) => {
    const from = idOf(state.name) ?? ''
    const steps = [...new Set(nextOf(state))].flatMap((to) => {
      const target = idOf(to)
      return target === undefined ? [] : [`  ${from} -->${labels(state, to)} ${target}`]
    })
    return [`  ${from}${shape(state)}`, ...steps]
  })
}

/** From a Parallel or Map to what begins inside of it. */
const innerLines = ({ machines }: Workflow, ids: Ids): ReadonlyArray<string> =>
  [...machines].flatMap(([id, { states }]) =>
    [...states.values()].flatMap(({ name, inner }) =>
      inner.flatMap((innerId) => {
        const first = ids.get(keyOf(innerId, machines.get(innerId)?.startAt ?? ''))
        return first === undefined ? [] : [`  ${ids.get(keyOf(id, name)) ?? ''} -.-> ${first}`]
      })
    )
  )

/** States at fault, and the steps of a path between them, are marked by a class of their own. */
const marks = (workflow: Workflow, findings: ReadonlyArray<Finding>, ids: Ids): ReadonlyArray<string> => {
  const idsOf = (states: ReadonlyArray<string>): ReadonlyArray<string> => [
    ...new Set(
      [...workflow.machines.keys()].flatMap((machine) =>
        states.flatMap((state) => ids.get(keyOf(machine, state)) ?? [])
      )
    )
  ]
  const faulty = idsOf(findings.map(({ state }) => state))
  const onTheWay = idsOf(findings.flatMap(({ path }) => path.map(({ state }) => state))).filter(
    (id) => !faulty.includes(id)
  )
  return [
    '  classDef fault fill:#fdd,stroke:#b00,stroke-width:3px,color:#000',
    '  classDef way stroke:#b00,stroke-dasharray:4',
    ...(faulty.length > 0 ? [`  class ${faulty.join(',')} fault`] : []),
    ...(onTheWay.length > 0 ? [`  class ${onTheWay.join(',')} way`] : [])
  ]
}

/**
 * The workflow as a flowchart of Mermaid, with the states where a finding shows marked, and those on the way to it.
 *
 * @example
 * testing.workflowDiagram(workflow, []).split('\n')[0] //=> 'flowchart TD'
 */
export const diagramOf = (definition: unknown, findings: ReadonlyArray<Finding>): string => {
  const read = pipe(plain(definition), E.chain(readWorkflow))
  if (E.isLeft(read)) return ''
  const workflow = read.right
  const ids = idsIn(workflow)
  const start = ids.get(keyOf('', workflow.machines.get('')?.startAt ?? ''))
  return [
    'flowchart TD',
    ...(start === undefined ? [] : [`  start((" ")) --> ${start}`]),
    ...[...workflow.machines].flatMap(([id, machine]) => machineLines(id, machine, ids)),
    ...innerLines(workflow, ids),
    ...marks(workflow, findings, ids),
    ''
  ].join('\n')
}
