import { identityOf, type Situation } from '../Situation.js'
import { isEnded, type Ended, type Thread } from './Thread.js'
import { common, isMembers, type Members } from './Value.js'

/** As many different data at one place are told apart. */
const mostTold = 50

/** Where a thread is, whatever its data. */
const shapeOf = (one: Thread | Ended): string =>
  isEnded(one)
    ? '='
    : `${one.machine}>${one.at}${one.retried.join()}[${(one.inside ?? []).map(shapeOf).join(';')}]`

const commonThread = (a: Thread | Ended, b: Thread | Ended): Thread | Ended => {
  if (isEnded(a) || isEnded(b)) {
    return isEnded(a) && isEnded(b) ? { output: common(a.output, b.output) } : a
  }
  const variables = common(a.variables, b.variables)
  const { inside } = a
  return {
    ...a,
    input: common(a.input, b.input),
    variables: isMembers(variables) ? variables : ({} satisfies Members),
    ...(inside && { inside: inside.map((one, i) => commonThread(one, b.inside?.[i] ?? one)) })
  }
}

/**
 * Lets a loop that counts come back to where it was: once it has been at a place often, what differs there may be anything.
 * So the graph has an end whatever a workflow counts.
 */
export const widening = (): ((thread: Thread, situation: Situation) => Thread) => {
  const seen = new Map<string, { count: number; latest: Thread }>()
  return (thread, situation) => {
    const place = `${shapeOf(thread)} ${identityOf(situation)}`
    const before = seen.get(place)
    if (before === undefined) {
      seen.set(place, { count: 1, latest: thread })
      return thread
    }
    before.count += 1
    const told = before.count > mostTold ? (commonThread(before.latest, thread) as Thread) : thread
    before.latest = told
    return told
  }
}
