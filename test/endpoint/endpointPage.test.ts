/** The code for the AWS SDK in docs/endpoint.md gives what it says. */
import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import * as kmsClient from '@aws-sdk/client-kms'
import { expect, it } from 'vitest'
import * as sdk from '../../src/endpoint/index.js'

const code = /```js\n(.*?)```/s.exec(readFileSync('docs/endpoint.md', 'utf8'))?.[1] ?? ''

const withoutImports = code
  .replace(/^import (\{.*\}) from '@aws-sdk\/client-kms'$/m, 'const $1 = kmsClient')
  .replace(/^import (\{.*\}) from 'kms-custom-key-store\/endpoint'$/m, 'const $1 = sdk')
  .replace(/^import \* as E .*$/m, '')
  .replace(/^(.*) \/\/=> (.*)$/gm, 'results.push([$1, $2])')

it('runs, and gives the results that stand beside it', async () => {
  const results: Array<readonly [actual: unknown, promised: unknown]> = []
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the page is ours, and its code is to be run
  const evaluate = new Function(
    'kmsClient',
    'sdk',
    'E',
    'results',
    `return (async () => {${withoutImports}})()`
  ) as (...given: ReadonlyArray<unknown>) => Promise<void>
  await evaluate(kmsClient, sdk, E, results)
  expect(results).toHaveLength(2)
  for (const [actual, promised] of results) expect(actual).toBe(promised)
})
