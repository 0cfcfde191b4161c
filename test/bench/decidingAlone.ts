/** Measures one contender in a process of its own, `library` or `xstate`, and prints its speeds as JSON. */
import { inspect } from 'node:util'
import { byLibrary, load } from './deciding.js'
import { everyDecision } from './load.js'
import { asking, measure, type Contender } from './measure.js'

/** XState, after it has been seen to agree with the others. */
const byXState = async (): Promise<Contender> => {
  const { disagreements } = await import('./verdicts.js')
  const { decideByXState } = await import('./xstate.js')
  const [mismatch] = disagreements([...everyDecision, ...load])
  if (mismatch !== undefined) throw new Error(`The contenders disagree:\n${inspect(mismatch, { depth: 6 })}`)
  return asking('XState', load, (decision) => decideByXState(decision).status === 'active')
}

const contender = process.argv[2] === 'xstate' ? await byXState() : byLibrary
const speeds = await measure([contender], 5)
console.log(JSON.stringify(speeds.map(([speed]) => speed)))
