/** Every example of the public exports compiles as a user would compile it, and has the results that it promises. */
import { resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { complaintsAbout } from '../documents/compiling.js'
import { beginningOf, entries, exports, type Entry } from './exports.js'

/** An export by several entries has its examples written for the first of them that exports it as a value. */
const examples = exports.filter(
  ({ isValue, examples: [example], name }, i) =>
    isValue &&
    example !== undefined &&
    exports.findIndex((other) => other.isValue && other.name === name && other.examples[0] === example) === i
)

const ofEntry = (entry: Entry) => examples.filter((example) => example.entry === entry)

/** Lines that promise a result: at the end of the line, or below it. */
const promises = /^(.*?)(?: |\n)\/\/=> (.*)$/gm

const asked = (example: string): string => example.replaceAll(promises, 'results.push([$1, $2])')

/** The examples of an entry as one module: a function for each, which returns its results beside those promised. */
const codeOf = (entry: Entry): string => {
  const functions = ofEntry(entry).map(
    ({ name, examples: all }) => `made['${name}'] = async () => {
const results: Array<readonly [actual: unknown, promised: unknown]> = []
${all.map(asked).join('\n')}
return results
}`
  )
  const made = 'const made: Record<string, () => Promise<ReadonlyArray<readonly [unknown, unknown]>>> = {}'
  return [beginningOf(entry), made, ...functions, 'export { made }'].join('\n')
}

const fileOf = ({ name }: Entry): string =>
  resolve(`${name.replace('./', '')}.examples.ts`.replace('..', 'root.'))

const complaints = complaintsAbout(new Map(entries.map((entry) => [fileOf(entry), codeOf(entry)])))

const imports = /^import (type )?(\* as (\w+)|(\w+)|\{ (.*) \}) from '(.*)'$/gm

const load = (module: string): Promise<unknown> => {
  const entry = entries.find(({ name }) => name.replace('.', 'kms-custom-key-store') === module)
  return entry ? import(resolve(entry.file)) : import(module)
}

type Results = ReadonlyArray<readonly [actual: unknown, promised: unknown]>

/** Runs the beginning of an entry, and returns a function for each of its examples. */
const run = async (entry: Entry): Promise<Readonly<Record<string, () => Promise<Results>>>> => {
  const code = codeOf(entry)
  const loaded: Record<string, unknown> = {}
  for (const [, isType, , , , , module = ''] of code.matchAll(imports)) {
    if (isType === undefined) loaded[module] = await load(module)
  }
  const body = code
    .replaceAll(
      imports,
      (_, isType?: string, __?: string, all?: string, one?: string, some?: string, from = '') => {
        if (isType !== undefined) return ''
        const name =
          all ?? (one === undefined ? `{ ${(some ?? '').replaceAll(' as ', ': ')} }` : `{ default: ${one} }`)
        return `const ${name} = loaded['${from}']`
      }
    )
    .replace('export { made }', 'return made')
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the examples are ours, and are to be run
  return new Function('loaded', ts.transpile(body, { target: ts.ScriptTarget.ES2022 }))(loaded)
}

describe.each(entries.filter((entry) => ofEntry(entry).length > 0))('the examples of $name', (entry) => {
  const made = run(entry)

  it('compile', () => {
    expect(complaints.filter((complaint) => complaint.startsWith(fileOf(entry)))).toEqual([])
  })

  it.each(ofEntry(entry).map(({ name }) => name))('%s', async (name) => {
    const results = (await (await made)[name]?.()) ?? []
    expect(results.length).toBeGreaterThan(0)
    for (const [actual, promised] of results) expect(actual).toEqual(promised)
  })
})
