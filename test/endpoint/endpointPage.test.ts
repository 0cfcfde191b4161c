/** The code for the AWS SDK in docs/endpoint.md gives the results that it promises, and the tables name what there is. */
import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import * as kmsClient from '@aws-sdk/client-kms'
import { expect, it } from 'vitest'
import * as entry from '../../src/endpoint/index.js'

const page = readFileSync('docs/endpoint.md', 'utf8')
const code = /```js\n(.*?)```/s.exec(page)?.[1] ?? ''
const promise = /^(.*) \/\/=> (.*)$/gm

const body = code
  .replace(/^import (\{.*\}) from '@aws-sdk\/client-kms'$/m, 'const $1 = kmsClient')
  .replace(/^import (\{.*\}) from 'kms-custom-key-store\/endpoint'$/m, 'const $1 = entry')
  .replace(/^import \* as E .*$/m, '')
  .replace(promise, 'results.push([$1, $2])')

it('the code runs, and gives the results that it promises', async () => {
  const results: Array<readonly [actual: unknown, promised: unknown]> = []
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the page is ours, and its code is to be run
  const evaluate = new Function('kmsClient', 'entry', 'E', 'results', `return (async () => {${body}})()`) as (
    ...given: ReadonlyArray<unknown>
  ) => Promise<void>
  await evaluate(kmsClient, entry, E, results)
  expect(results.length).toBeGreaterThan(1)
  expect(results).toHaveLength([...code.matchAll(promise)].length)
  for (const [actual, promised] of results) expect(actual).toBe(promised)
})

/** The functions in the first column of the table below a line. */
const functionsBelow = (line: string): ReadonlyArray<string> => {
  const table = page.slice(page.indexOf(line)).split('\n\n')[1] ?? ''
  return [...table.matchAll(/^\| `(\w+)\(/gm)].map(([, name = '']) => name)
}

it('the table of functions has all of an endpoint, but for the one that answers requests', () => {
  const functions = E.getOrElseW(() => ({}))(entry.endpoint())
  expect(['answer', ...functionsBelow('What a test can do with it:')].sort()).toEqual(
    Object.keys(functions).sort()
  )
})
