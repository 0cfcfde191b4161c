import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { decode, report } from '../../codec/decode.js'
import { MachineFields } from './definitionCodecs.js'
import { isTooBig } from './isTooBig.js'
import { readState } from './readState.js'
import {
  nextOf,
  type Astray,
  type Machine,
  type QueryLanguage,
  type State,
  type Unread,
  type Workflow
} from './Workflow.js'

interface Read {
  readonly machines: ReadonlyArray<readonly [string, Machine]>
  readonly unread: ReadonlyArray<Unread>
  readonly astray: ReadonlyArray<Astray>
}

/** More are not checked. */
const mostStates = 2_000

const innerOf = ({ type, fields }: State): ReadonlyArray<readonly [string, unknown]> => {
  if (type === 'Parallel') {
    return (fields['Branches'] as ReadonlyArray<unknown>).map((branch, i) => [
      `Branches.${String(i)}`,
      branch
    ])
  }
  if (type !== 'Map') return []
  const name = Object.hasOwn(fields, 'ItemProcessor') ? 'ItemProcessor' : 'Iterator'
  return [[name, fields[name]]]
}

const nothing: Read = { machines: [], unread: [], astray: [] }

const together = (reads: ReadonlyArray<Read>): Read => ({
  machines: reads.flatMap(({ machines }) => machines),
  unread: reads.flatMap(({ unread }) => unread),
  astray: reads.flatMap(({ astray }) => astray)
})

const dotted = (...names: ReadonlyArray<string>): string => names.filter((name) => name !== '').join('.')

/** A state with the machines inside of it, which have ids that begin with its name. */
const stateWithInner = (state: State, id: string, path: string): readonly [State, Read] => {
  const parts = innerOf(state).map(([where, definition], i) => {
    const innerId = `${id}/${state.name}/${String(i)}`
    return [innerId, machineIn(definition, innerId, dotted(path, where), state.language)] as const
  })
  const isUnread = parts.some(([innerId, { machines }]) => !machines.some(([one]) => one === innerId))
  return [
    { ...state, inner: parts.map(([innerId]) => innerId), ...(isUnread && { type: 'unread' }) },
    together(parts.map(([, read]) => read))
  ]
}

const machineIn = (definition: unknown, id: string, path: string, outer: QueryLanguage): Read => {
  const read = decode(MachineFields)(definition)
  if (E.isLeft(read)) return { ...nothing, unread: [{ path, why: report(read.left).join('; ') }] }
  const { StartAt, States, QueryLanguage = outer } = read.right
  const parts = Object.entries(States).map(([name, value]) => {
    const where = dotted(path, 'States', name)
    const [state, unread] = readState(name, where, value, QueryLanguage)
    const [whole, inner] = stateWithInner(state, id, where)
    return { state: whole, read: together([{ ...nothing, unread }, inner]) }
  })
  const states = new Map(parts.map(({ state }) => [state.name, state]))
  const astray = [
    ...(states.has(StartAt) ? [] : [{ state: 'StartAt', to: StartAt }]),
    ...[...states.values()].flatMap((state) =>
      nextOf(state)
        .filter((to) => !states.has(to))
        .map((to) => ({ state: state.name, to }))
    )
  ]
  return together([
    { ...nothing, machines: [[id, { startAt: StartAt, states }]], astray },
    ...parts.map(({ read }) => read)
  ])
}

/** Reads a definition in the States Language; a sentence where it is none. */
export const readWorkflow = (definition: unknown): E.Either<string, Workflow> => {
  if (isTooBig(definition))
    return E.left('it is too big or nested too deep for a definition in the States Language')
  const { machines, unread, astray } = machineIn(definition, '', '', 'JSONPath')
  const whole = new Map(machines)
  const top = whole.get('')
  if (top === undefined) {
    return E.left(`it is no definition in the States Language: ${unread.map(({ why }) => why).join('; ')}`)
  }
  const states = machines.reduce((count, [, machine]) => count + machine.states.size, 0)
  if (states > mostStates)
    return E.left(`it has ${String(states)} states; at most ${String(mostStates)} are checked`)
  const isLimited = t.UnknownRecord.is(definition) && Object.hasOwn(definition, 'TimeoutSeconds')
  return E.right({ machines: whole, unread, astray, isLimited })
}
