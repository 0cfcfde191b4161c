/**
 * How fast this library decides, beside a `switch` written by hand and XState's pure transition, and how fast `judge`
 * reads a trail. Prints tables; with `--check`, exits with 1 when a target is missed.
 */
import { inspect } from 'node:util'
import { isRight } from 'fp-ts/lib/Either.js'
import { decideByHand } from './byHand/decide.js'
import type { Decision } from './Decision.js'
import { growthIsSlowEnough } from './growth.js'
import { information } from './information.js'
import { judgeIsFastEnough } from './judging.js'
import { decideByLibrary } from './library.js'
import { everyDecision, mixedLoad } from './load.js'
import { measure, median, type Contender } from './measure.js'
import { disagreements } from './verdicts.js'
import { decideByXState } from './xstate.js'

const rounds = 7
const load = mixedLoad(7000)

const deciding = (name: string, decide: (decision: Decision) => boolean): Contender => ({
  name,
  size: load.length,
  pass: () => {
    let valid = 0
    for (const decision of load) if (decide(decision)) valid++
    return valid
  }
})

/** The first is this library; the others with the speed that it should have relative to theirs. */
const contenders = [
  deciding('this library', (decision) => isRight(decideByLibrary(decision))),
  deciding('switch written by hand', (decision) => isRight(decideByHand(decision))),
  deciding('XState 5, pure transition', (decision) => decideByXState(decision).status === 'active')
]
const targets = [undefined, 0.5, 100]

const [mismatch] = disagreements([...everyDecision, ...load])
if (mismatch !== undefined) {
  console.error(`The contenders disagree:\n${inspect(mismatch, { depth: 6 })}`)
  process.exit(1)
}
console.log(`The contenders agree on each of ${String(everyDecision.length)} decisions.`)
console.log(
  `${String(load.length)} of them, drawn evenly over the operations, are timed in ${String(rounds)} rounds; garbage collection counts.\n`
)

const speeds = await measure([...contenders, ...information], rounds)
const speedOf = (i: number) => median(speeds.map((round) => round[i]!))
const ratioTo = (i: number) => median(speeds.map((round) => round[0]! / round[i]!))

const number = (value: number): string => {
  const digits = value < 10 ? 2 : 0
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
const row = (name: string, ...cells: ReadonlyArray<string>) =>
  console.log([name.padEnd(42), ...cells.map((cell) => cell.padStart(14))].join('').trimEnd())

row('', 'per second', 'library is', 'target', '')
const missed = contenders.filter(({ name }, i) => {
  const target = targets[i]
  if (target === undefined) row(name, number(speedOf(i)))
  else {
    const verdict = ratioTo(i) >= target ? 'met' : 'missed'
    row(name, number(speedOf(i)), `${number(ratioTo(i))} times`, `${number(target)} times`, verdict)
  }
  return target !== undefined && ratioTo(i) < target
})
console.log('\nFor information')
information.forEach(({ name }, i) => row(name, number(speedOf(contenders.length + i))))

const growsSlowly = await growthIsSlowEnough()
const isFast = await judgeIsFastEnough()

if (process.argv.includes('--check') && (missed.length > 0 || !growsSlowly || !isFast)) process.exitCode = 1
