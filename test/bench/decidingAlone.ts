/** Measures one contender in a process of its own: `library` or `xstate`. Prints its speeds as JSON. */
import { byLibrary, load } from './deciding.js'
import { asking, measure } from './measure.js'
import { decideByXState } from './xstate.js'

const byXState = asking('XState', load, (decision) => decideByXState(decision).status === 'active')
const speeds = await measure([process.argv[2] === 'xstate' ? byXState : byLibrary], 5)
console.log(JSON.stringify(speeds.map(([speed]) => speed)))
