/** The README shows what the model does: the parts that are made from it, and the results in its example. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { withMadeParts } from '../../src/documents/readme.js'
import { resultsOf, statementsOf, type Promised } from './runCode.js'

const readme = readFileSync('README.md', 'utf8')

it('the state diagram and the state table of the README are up to date', async () => {
  await expect(withMadeParts(readme)).toMatchFileSnapshot('../../README.md')
})

const codeOf = (file: string): string =>
  [...readFileSync(file, 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code).join('\n')

describe.each(['README.md', 'docs/embedding.md', 'docs/without-fp-ts.md'])('the code of %s', (file) => {
  const code = codeOf(file)
  const statements = statementsOf(code)
  let results: ReadonlyArray<Promised> = []
  beforeAll(async () => {
    results = await resultsOf(code)
  })

  it('promises results, each of which is looked at', () => {
    expect(statements.length).toBeGreaterThan(5)
    expect(results.map(({ statement }) => statement)).toEqual(statements)
    expect(code.split('//=>').length - 1).toBe(statements.length)
  })

  it.each(statements.map((statement, i) => [statement, i] as const))('%s', (_, i) => {
    const { actual, promised } = results[i] ?? {}
    expect(actual).toEqual(promised)
  })
})
