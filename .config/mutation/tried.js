/** Tries every mutant of some files of a part with Stryker, and tells what came of each. */
import { readFileSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'
import { fingerprint } from './kept.js'
import { toldOf } from './mutant.js'
import { parts } from './parts.js'
import { mayLive } from './reasons.js'

const rows = new Map([
  ['Killed', 'killed'],
  ['Timeout', 'timedOut'],
  ['RuntimeError', 'notLoading'],
  ['CompileError', 'notLoading']
])

const counted = (file, mutants) => {
  const text = readFileSync(file, 'utf8')
  const counts = { text: fingerprint(text), killed: 0, timedOut: 0, notLoading: 0 }
  const survived = []
  for (const mutant of mutants) {
    if (!mutant.fileName.endsWith(`/${file}`)) continue
    const row = rows.get(mutant.status)
    if (row !== undefined) counts[row] += 1
    else survived.push(toldOf(text, mutant))
  }
  return { ...counts, survived }
}

/**
 * What came of the mutants of each file; of those that no test noticed, what was put in the place of what. `mutate`: the places,
 * where not all of the files is meant.
 */
export const tried = async (part, files, mutate = files) => {
  process.env.MUTATED_PART = part
  const mutants = await new Stryker({
    testRunner: 'in-process',
    plugins: ['./.config/mutation/runner.js'],
    buildCommand: 'node .config/mutation/bundle.js',
    coverageAnalysis: parts[part].inWhole === true ? 'off' : 'perTest',
    mutate,
    ignorePatterns: ['dist', 'coverage', 'docs/api'],
    tempDirName: 'coverage/mutated',
    concurrency: 2,
    // A bundle that was evaluated is never forgotten.
    maxTestRunnerReuse: 300,
    timeoutMS: 15_000,
    disableTypeChecks: false,
    allowConsoleColors: false,
    reporters: ['progress-append-only'],
    logLevel: 'warn',
    warnings: false
  }).runMutationTest()
  return Object.fromEntries(files.map((file) => [file, counted(file, mutants)]))
}

const nameOf = ({ at, mutatorName, to }) => [at, mutatorName, to].join(' ')

/** What is known of files after those of the mutants that survived in them have been tried again which need a trial. */
export const survivorsTried = async (part, files, known) => {
  const places = files.flatMap((file) =>
    known[file].survived.filter((mutant) => !mayLive(file, mutant)).map(({ at }) => `${file}:${at}`)
  )
  const found = await tried(part, files, [...new Set(places)])
  return Object.fromEntries(
    files.map((file) => {
      const { killed, survived, ...others } = known[file]
      const still = new Set(found[file].survived.map(nameOf))
      const left = survived.filter((mutant) => mayLive(file, mutant) || still.has(nameOf(mutant)))
      return [file, { ...others, killed: killed + survived.length - left.length, survived: left }]
    })
  )
}
