/** The README shows what the model does: the parts that are made from it, and the results in its example. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { withMadeParts } from '../../src/documents/readme.js'
import * as conform from '../../src/conform/index.js'
import * as arbitraries from '../../src/arbitraries/index.js'
import * as cks from '../../src/index.js'
import * as protocol from '../../src/protocol/index.js'
import * as testing from '../../src/testing/index.js'
import { ended } from '../cli/ended.js'
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

const hasMember = (name: string, member: string): boolean =>
  member in ((cks as Readonly<Record<string, unknown>>)[name] as object)

const sectionOf = (title: string): string =>
  readme.split(/^## /m).find((text) => text.startsWith(title)) ?? ''

describe('what the README names', () => {
  it('in the tables of the API is exported', () => {
    const exported = [cks, cks.account, protocol, conform, arbitraries, testing].flatMap(Object.keys)
    const named = [...sectionOf('API').matchAll(/`(?:account\.)?(\w+)(?:\.(\w+))?[`(]/g)]
    const names = named.map(([, name = '']) => name)
    const members = named.filter(([, , member]) => member !== undefined)
    const ofEither = ['Either', 'Left', 'Right']
    expect(names.length).toBeGreaterThan(50)
    expect(names.filter((name) => ![...exported, ...ofEither].includes(name))).toEqual([])
    expect(members.filter(([, name = '', member = '']) => !hasMember(name, member))).toEqual([])
  })

  it('as needed is every package that is', () => {
    const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly peerDependencies: Readonly<Record<string, string>>
    }
    const line = /^- \*\*Needs\*\* .*$/m.exec(readme)?.[0] ?? ''
    expect([...line.matchAll(/`([\w-]+)`/g)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(Object.keys(peerDependencies))
    )
  })

  const toTry = [...sectionOf('I want to').matchAll(/`((?:explain|plan) [^`]*)`/g)].map(
    ([, line = '']) => line
  )

  it('to try are an explanation and a plan', () => {
    expect(toTry.map((line) => line.split(' ')[0]).sort()).toEqual(['explain', 'plan'])
  })

  it.each(toTry)('to try can be run: %s', async (line) => {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)]
    const { code, stdout, stderr } = await ended(words.map(([, quoted, plain]) => quoted ?? plain ?? ''))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).not.toBe('')
  })
})

describe('the numbers of the README', () => {
  it('are those of the operations', () => {
    const numbers = [...readme.matchAll(/(\d+) operations/g)].map(([, number]) => Number(number))
    expect(numbers).toEqual([cks.operationNames.length, cks.operationNames.length])
  })

  it('are those of the pages that are cited, in tens', () => {
    const tens = Math.round(Object.keys(cks.sources).length / 10)
    const words = ['', '', '', '', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety', 'a hundred']
    expect(readme).toContain(`over some ${words[tens] ?? ''} pages`)
  })
})
