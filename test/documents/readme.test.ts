/** The README shows what the model does: the parts that are made from it, and the results in its example. */
import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { withMadeParts } from '../../src/documents/readme.js'

const readme = readFileSync('README.md', 'utf8')

it('the state diagram and the state table of the README are up to date', async () => {
  await expect(withMadeParts(readme)).toMatchFileSnapshot('../../README.md')
})

/** The code of a document, with each statement that promises a result made to record it. */
const codeOf = (file: string): string =>
  [...readFileSync(file, 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code).join('\n')

const promise = /^(.*) \/\/=> (.*)$/gm

const run = (code: string): ReadonlyArray<readonly [actual: unknown, promised: unknown]> => {
  const body = code.replace(/^import .*$/gm, '').replace(promise, 'results.push([$1, $2])')
  const results: Array<readonly [unknown, unknown]> = []
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the documents are ours, and their code is to be run
  const evaluate = new Function(
    'cks',
    'pipe',
    'E',
    'results',
    ts.transpile(body, { target: ts.ScriptTarget.ES2022 })
  ) as (...given: ReadonlyArray<unknown>) => void
  evaluate(cks, pipe, E, results)
  return results
}

describe.each(['README.md', 'docs/embedding.md'])('the code of %s', (file) => {
  const code = codeOf(file)
  const promises = [...code.matchAll(promise)].map(([, statement]) => statement)
  const results = run(code)

  it('promises results', () => {
    expect(promises.length).toBe(results.length)
    expect(promises.length).toBeGreaterThan(5)
  })

  it.each(promises.map((statement, i) => [statement, i] as const))('%s', (_, i) => {
    const [actual, promised] = results[i] ?? []
    expect(actual).toEqual(promised)
  })
})
