/** The pages on the endpoint give the results that they promise, and their tables name what there is. */
import { readdirSync, readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as entry from '../../src/endpoint/index.js'
import { CheckedOptions } from '../../src/endpoint/Options.js'
import { resultsOf, statementsOf } from '../documents/runCode.js'
import { decode } from '../../src/index.js'

const endpointPage = readFileSync('docs/endpoint.md', 'utf8')
const recipes = readFileSync('docs/testing-with-the-sdk.md', 'utf8')

const blocksOf = (page: string, language: string): ReadonlyArray<string> =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code)

describe.each([
  ['docs/endpoint.md', endpointPage],
  ['docs/testing-with-the-sdk.md', recipes]
])('%s', (_, page) => {
  const code = blocksOf(page, 'js').join('\n')

  it('runs, and gives the results that it promises', async () => {
    const results = await resultsOf(code)
    expect(results.length).toBeGreaterThan(2)
    expect(results).toHaveLength(statementsOf(code).length)
    for (const { actual, promised } of results) expect(actual).toEqual(promised)
  })
})

it('the recipes are part of the examples, which test/examples.test.ts installs and runs', () => {
  const blocks = blocksOf(recipes, 'javascript')
  const texts = ['sdk-vitest', 'sdk-jest', 'client-mock'].flatMap((name) =>
    readdirSync(`docs/examples/${name}`).map((file) => readFileSync(`docs/examples/${name}/${file}`, 'utf8'))
  )
  expect(blocks).toHaveLength(4)
  for (const block of blocks) expect(texts.some((text) => text.includes(block))).toBe(true)
})

/** What stands first in the rows of the table below a line. */
const firstBelow = (line: string, form: RegExp): ReadonlyArray<string> => {
  const table = endpointPage.slice(endpointPage.indexOf(line)).split('\n\n')[1] ?? ''
  return [...table.matchAll(/^\| (.*?) +\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(form)].map(([, name = '']) => name)
  )
}

it('the table of functions has all of an endpoint, but for the one that answers requests', () => {
  const functions = E.getOrElseW(() => ({}))(entry.endpoint())
  expect(['answer', ...firstBelow('What a test can do with it:', /^`(\w+)\(/g)].sort()).toEqual(
    Object.keys(functions).sort()
  )
})

it('the table of options has all of them', () => {
  const wrong = decode(CheckedOptions)({ none: 1 })
  const [violation] = E.isLeft(wrong) ? wrong.left : []
  const known = violation?.constraint.replace('Member must be one of: ', '').split(', ')
  expect([...firstBelow('Options of both:', /`(\w+)`/g)].sort()).toEqual(known?.sort())
})
