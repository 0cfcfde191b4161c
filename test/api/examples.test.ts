/** Every example of the public exports compiles as a user would compile it, and has the results that it promises. */
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { complaintsAbout, settings } from '../documents/compiling.js'
import { resultsOf } from '../documents/runCode.js'
import { beginningOf, entries, exports, type Entry } from './exports.js'

/** What several entries export has its example written for the first of them that exports it as a value. */
const examples = exports.filter(
  ({ isValue, examples: [example], name }, i) =>
    isValue &&
    example !== undefined &&
    exports.findIndex((other) => other.isValue && other.name === name && other.examples[0] === example) === i
)

const ofEntry = (entry: Entry) => examples.filter((example) => example.entry === entry)

const block = (examples: ReadonlyArray<string>): string => `{\n${examples.join('\n')}\n}`

/** All examples of an entry as one module. */
const moduleOf = (entry: Entry): string =>
  [beginningOf(entry), ...ofEntry(entry).map(({ examples: all }) => block(all))].join('\n')

const fileOf = ({ file }: Entry): string => resolve(file.replaceAll('/', '-').replace('.ts', '.examples.ts'))

const complaints = complaintsAbout(
  new Map(entries.map((entry) => [fileOf(entry), moduleOf(entry)])),
  settings.nodenext
)

describe.each(entries)('the examples of $name', (entry) => {
  it('compile', () => {
    expect(ofEntry(entry)).not.toEqual([])
    expect(complaints.filter((complaint) => complaint.startsWith(fileOf(entry)))).toEqual([])
  })

  it.each(ofEntry(entry).map(({ name, examples: all }) => ({ name, code: block(all) })))(
    '$name',
    async ({ code }) => {
      const results = await resultsOf(`${beginningOf(entry)}\n${code}`)
      expect(results.length).toBeGreaterThan(0)
      for (const { actual, promised } of results) expect(actual).toEqual(promised)
    }
  )
})
