import type { Ending } from '../Run.js'
import type { Situation } from '../Situation.js'
import { worldOf, type Kms } from './Kms.js'
import type { Program, ProgramWorld } from './Program.js'
import type { RunWithPoints } from './runWorld.js'

/** Starts a program, and tells how it has ended once it has. */
export const start = (program: Program, world: ProgramWorld, ends: (ending: Ending) => void): void => {
  Promise.resolve()
    .then(() => program(world))
    .then(
      (value) => ends({ how: 'returned', value }),
      (error: unknown) => ends({ how: 'rejected', error })
    )
}

/** The run that has ended. Throws where it is not the one that was asked for. */
export const ended = (asked: Kms, begun: Situation, ending: Ending): RunWithPoints => {
  const unlike = asked.unlike()
  if (unlike !== undefined) throw unlike
  const points = asked.points()
  return { run: { world: worldOf(points), begun, exchanges: asked.exchanges(), ending }, points }
}
