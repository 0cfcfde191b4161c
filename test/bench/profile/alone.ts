/** Profiles what one row of a table has timed, in a process of its own, and prints its parts as JSON. */
import './json.js'
import type { Contender } from '../measure.js'
import { profiling } from './parts.js'

const contenders = {
  Responding: async (row: string) => (await import('../responding.js')).respondingContenders(row)[0],
  'Reading requests': async (row: string) => (await import('../decoding/table.js')).readingOf(row)
} satisfies Readonly<Record<string, (row: string) => Promise<Contender>>>

/** What can be profiled alone, by the title of the table. */
export type Profiled = keyof typeof contenders

const milliseconds = 1_500

const work = ({ pass }: Contender): void => {
  const begun = performance.now()
  while (performance.now() - begun < milliseconds) pass()
}

const [, , title, row] = process.argv
const contender = await contenders[title as Profiled](row!)
work(contender)
const end = await profiling()
work(contender)
console.log(JSON.stringify(await end()))
