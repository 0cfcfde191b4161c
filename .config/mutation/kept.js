/** What is known of the mutants of each file, kept in docs/quality/mutants.json. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { format } from 'prettier'

const file = 'docs/quality/mutants.json'

export const fingerprint = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Of the files that are there. */
export const kept = () => {
  const all = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return Object.fromEntries(Object.entries(all).filter(([source]) => existsSync(source)))
}

/** Whether a file still has the text with which its mutants were tried. */
export const isAsTried = (known, source) => known[source]?.text === fingerprint(readFileSync(source, 'utf8'))

/** Puts what was found of some files in the place of what was known of them. */
export const keep = async (found) => {
  const all = Object.entries({ ...kept(), ...found }).sort(([one], [other]) => (one < other ? -1 : 1))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await format(JSON.stringify(Object.fromEntries(all)), { parser: 'json' }))
}
