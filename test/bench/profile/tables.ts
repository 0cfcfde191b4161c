/** What the rows are made of that miss their target: their cost, shared out as the profile of the same work shows. */
import { spawnSync } from 'node:child_process'
import { surelyAlone } from '../alone.js'
import { started } from '../serving/started.js'
import { budgets, sizeOf } from '../sizes.js'
import { isMissed, number, type Row, type Table } from '../Table.js'
import type { Profiled } from './alone.js'
import type { Parts } from './parts.js'

/** One column: what is shared out, in the unit of its table, and the parts. */
interface Profile {
  readonly name: string
  readonly cost: number
  readonly parts: Parts
}

/** Parts with less than this share of every column are left out. */
const least = 0.01

/** A row for each part, the greatest first. */
const tableOf = (title: string, note: string, profiles: ReadonlyArray<Profile>): Table => {
  const share = (part: string): number => Math.max(...profiles.map(({ parts }) => parts[part] ?? 0))
  const parts = [...new Set(profiles.flatMap((profile) => Object.keys(profile.parts)))]
    .filter((part) => share(part) >= least)
    .sort((a, b) => share(b) - share(a))
  const shown = (amount: number): string => (amount === 0 ? '' : number(amount))
  return {
    title,
    note,
    columns: profiles.map(({ name }) => name),
    rows: [
      ...parts.map((name) => ({
        name,
        figures: profiles.map((profile) => shown(profile.cost * (profile.parts[name] ?? 0)))
      })),
      { name: 'all', figures: profiles.map(({ cost }) => number(cost)) }
    ]
  }
}

/** The number in a cell such as `2,845 ns`. */
const costIn = (figure: string): number => Number(figure.replaceAll(/[^\d.]/g, ''))

const ofRows = (title: Profiled, rows: ReadonlyArray<Row>): ReadonlyArray<Profile> =>
  rows.map(({ name, figures }) => ({
    name,
    cost: costIn(figures[0]!),
    parts: surelyAlone('./profile/alone.js', title, name)
  }))

const requests = 20_000

/** Keeps a process on one core, where there is a program for that: a client beside the server would count as its work. */
const keepOn = (core: number, pid: number): void =>
  void spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)])

const partsServing = async (program: string, ...args: ReadonlyArray<string>): Promise<Parts> => {
  const path = new URL(program, import.meta.url).pathname
  const { pid, ask, tell, stop } = await started(new URL('./server.js', import.meta.url), path, ...args)
  try {
    keepOn(1, pid)
    await ask(requests)
    await tell('begin')
    await ask(requests)
    return await tell('end')
  } finally {
    stop()
  }
}

const ofServing = async ([row]: ReadonlyArray<Row>): Promise<ReadonlyArray<Profile>> => {
  if (row === undefined) return []
  const [ours = '', theirs = ''] = row.figures
  const serve = await partsServing('../../../src/cli/main.js', 'serve', '--port', '0', '--log', 'json')
  return [
    { name: 'serve', cost: costIn(ours), parts: serve },
    { name: 'bare', cost: costIn(theirs), parts: await partsServing('../serving/bare.js') }
  ]
}

const ofBundles = (rows: ReadonlyArray<Row>): Promise<ReadonlyArray<Profile>> =>
  Promise.all(
    rows.map(async ({ name }) => {
      const { parts } = await sizeOf(budgets[name as keyof typeof budgets].text)
      const all = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)
      const shares = Object.entries(parts).map(([part, bytes]) => [part, bytes / all] as const)
      return { name, cost: all / 1_000, parts: Object.fromEntries(shares) }
    })
  )

/** A table for every table of which rows are missed, as far as it can be profiled. */
export const profilesOf = async (tables: ReadonlyArray<Table>): Promise<ReadonlyArray<Table>> => {
  const missedIn = (title: string) => tables.find((one) => one.title === title)?.rows.filter(isMissed) ?? []
  const reading = ofRows('Reading requests', missedIn('Reading requests'))
  const responding = ofRows('Responding', missedIn('Responding'))
  const serving = await ofServing(missedIn('Serving'))
  const bundles = await ofBundles(missedIn('Size in a bundle'))
  return [
    tableOf('What reading is made of', 'Nanoseconds.', reading),
    tableOf('What responding is made of', 'Nanoseconds.', responding),
    tableOf('What serving is made of', 'Microseconds of CPU time.', serving),
    tableOf('What bundles are made of', 'Kilobytes, minified and not compressed.', bundles)
  ].filter(({ columns }) => columns.length > 0)
}
