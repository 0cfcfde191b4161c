/**
 * Changes the source on purpose and looks whether a test notices: `npm run mutation -- rules model`, without a name every part.
 * A file whose text has been tried already is left out. `--again` tries it again, and `--survivors` only those of its mutants that
 * no test had noticed and that need a trial; `--minutes N` begins no batch after N minutes.
 * `--changed` keeps nothing, and fails where a mutant survives that did not live there before and that no reason is given for.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isAsTried, keep, kept } from './kept.js'
import { filesOf, parts } from './parts.js'
import { newSurvivors } from './newSurvivors.js'
import { writePages } from './page.js'
import { mayLive } from './reasons.js'
import { survivorsTried, tried } from './tried.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    again: { type: 'boolean', default: false },
    changed: { type: 'boolean', default: false },
    survivors: { type: 'boolean', default: false },
    minutes: { type: 'string', default: 'Infinity' }
  }
})
const until = Date.now() + Number(values.minutes) * 60_000

/** So many lines at once: what was found is kept after each batch. */
const linesOfBatch = 800

const batched = (files) => {
  const batches = []
  let lines = Infinity
  for (const file of files) {
    const own = readFileSync(file, 'utf8').split('\n').length
    if (lines + own > linesOfBatch) {
      batches.push([])
      lines = 0
    }
    batches.at(-1).push(file)
    lines += own
  }
  return batches
}

const known = kept()

/** Whether a mutant of a file survived that needs a trial. */
const hasSurvivors = (file) => known[file]?.survived.some((mutant) => !mayLive(file, mutant)) === true

const isToTry = (file) =>
  values.survivors ? isAsTried(known, file) && hasSurvivors(file) : values.again || !isAsTried(known, file)

let left = 0
const found = {}
for (const part of positionals.length > 0 ? positionals : Object.keys(parts)) {
  for (const files of batched(filesOf(part).filter(isToTry))) {
    if (Date.now() > until) {
      left += files.length
      continue
    }
    const ofBatch = values.survivors ? await survivorsTried(part, files, known) : await tried(part, files)
    Object.assign(found, ofBatch)
    if (!values.changed) await keep(ofBatch)
  }
}
if (left > 0) console.log(`There was no time for ${left} files.`)

if (values.changed) {
  const alive = newSurvivors(known, found)
  for (const line of alive) console.log(line)
  console.log(
    `Mutants of changed and new files: ${Object.keys(found).length} files, ${alive.length} new survivors.`
  )
  process.exitCode = alive.length > 0 ? 1 : 0
} else {
  await writePages(kept(), Object.keys(found).length > 0)
}
