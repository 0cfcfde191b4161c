import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Bench } from 'tinybench'

/** Something to be timed: one call of `pass` does `size` pieces of work. What it returns keeps the work from being elided. */
export interface Contender {
  readonly name: string
  readonly size: number
  readonly pass: () => number
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Milliseconds of the processor, so that what else runs on the machine does not count. */
const now = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/**
 * How many pieces of work each contender does in a second: one list for each round. In every round all run in turn, so that
 * what disturbs the machine disturbs them alike. Each round has a Bench of its own: one that has run keeps its first result.
 * The garbage of one contender is collected before the next begins; its own is collected within its time, which is therefore
 * a mean and not a median. A round that is not counted warms everything up. `span`: the milliseconds for which each is
 * warmed up, and then timed, in each round.
 */
export const measure = async (
  contenders: ReadonlyArray<Contender>,
  rounds: number,
  span = 250
): Promise<ReadonlyArray<ReadonlyArray<number>>> => {
  const speeds: Array<ReadonlyArray<number>> = []
  for (let round = 0; round <= rounds; round++) {
    const bench = new Bench({
      time: span,
      warmupTime: span / 2,
      iterations: 5,
      warmupIterations: 2,
      throws: true,
      now
    })
    for (const { name, pass } of contenders) bench.add(name, pass, { beforeAll: collectGarbage })
    await bench.run()
    speeds.push(
      bench.tasks.map(({ name, result }, i) => {
        if (result.state !== 'completed') throw new Error(`${name}: ${result.state}`)
        return (contenders[i]!.size / result.latency.mean) * 1000
      })
    )
  }
  return speeds.slice(1)
}

/** Asks about everything in a load, again and again until a pass is long beside the clock; how often the answer was yes. */
export const asking = <A>(name: string, load: ReadonlyArray<A>, ask: (one: A) => boolean): Contender => {
  const times = Math.max(1, Math.ceil(1_000 / load.length))
  return {
    name,
    size: load.length * times,
    pass: () => {
      let yes = 0
      for (let i = 0; i < times; i++) for (const one of load) if (ask(one)) yes++
      return yes
    }
  }
}

export const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
