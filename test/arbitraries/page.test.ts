/** The code of docs/arbitraries.md does what the page says. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import ts from 'typescript'
import { expect, it } from 'vitest'
import * as gen from '../../src/arbitraries/index.js'
import * as cks from '../../src/index.js'
import { listening } from '../conform/world.js'
import { endpointWith } from '../endpoint/world.js'
import { accepts, wrong } from './planted.js'

const page = readFileSync('docs/arbitraries.md', 'utf8')
const blocks = (language: string): ReadonlyArray<string> =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code)
const [ofFunction = '', ofEndpoint = '', inProcess = ''] = blocks('ts')

/** Runs code of the page, given what it imports; resolves to what it prints. */
const run = async (code: string, given: object = {}): Promise<ReadonlyArray<string>> => {
  const printed: Array<string> = []
  const names = { fc, E, cks, gen, ...gen, console: { log: (text: string) => printed.push(text) }, ...given }
  const body = ts.transpile(code.replace(/^import .*$/gm, ''), { target: ts.ScriptTarget.ES2022 })
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the page is ours, and its code is to be run
  const evaluate = new Function(...Object.keys(names), `return (async () => { ${body} })()`)
  await evaluate(...Object.values(names))
  return printed
}

it('is of ten lines at most for a function and for an endpoint', () => {
  const lines = (code: string) =>
    code.split('\n').filter((line) => line !== '' && !line.startsWith('import ')).length
  expect([ofFunction, ofEndpoint, inProcess].map(lines).filter((count) => count > 10)).toEqual([])
})

it('tests a function: a right one passes, and a wrong one does not', async () => {
  const right = (store: cks.CustomKeyStore, facts: gen.Facts) => {
    const after = cks.connect(facts)(store)
    return E.isRight(after) ? after.right.ConnectionState : after.left.name
  }
  await run(ofFunction, { connect: right })
  await expect(run(ofFunction, { connect: () => 'CONNECTING' })).rejects.toThrow('Property failed')
})

const onPort = async (endpoint: gen.EndpointInProcess): Promise<void> => {
  const { url, close } = await listening({ ...endpointWith({ connectionDelay: 0 }), ...endpoint })
  const code = ofEndpoint
    .replace('http://127.0.0.1:8080', url.href)
    .replace('numRuns: 50', 'numRuns: 10, seed: 1')
  await run(code).finally(close)
}

it('tests an endpoint: a right one passes, and a wrong one does not', async () => {
  await onPort({ answer: endpointWith({ connectionDelay: 0 }).answer })
  const accepting = wrong('DisconnectCustomKeyStore', ({ exception }) => (exception ? accepts() : undefined))
  await expect(onPort({ answer: accepting().answer })).rejects.toThrow('Property failed')
})

it('tests an implementation in the process, and prints what the page shows', async () => {
  expect(await run(inProcess)).toEqual([blocks('text')[0]?.trimEnd()])
})
