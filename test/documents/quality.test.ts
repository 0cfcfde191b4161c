/** docs/quality.md: the commands, files and numbers that it names. What its links lead to, pagePaths.test.ts tries. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { assumptions } from '../../src/assumptions.js'
import { decidedAssumptions } from '../../src/decidedAssumptions.js'
import { clusterRows } from '../../src/documents/facts/clusterRows.js'
import { proxyRows, serviceRows } from '../../src/documents/facts/externalRows.js'
import { stateOperations } from '../../src/documents/index.js'
import { defaultEdition, editionNames } from '../../src/editions/editions.js'
import { standingOf } from '../../src/Evidence.js'
import { documentedExceptions } from '../../src/exceptions/documentedExceptions.js'
import { exceptions } from '../../src/exceptions/Exception.js'
import {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode
} from '../../src/model/ConnectionErrorCode.js'
import { connectionStates } from '../../src/model/ConnectionState.js'
import { observations } from '../../src/observations.js'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { memberRuleNames } from '../../src/possible/brokenRequests.js'
import { everyKind } from '../../src/possible/examples.js'
import { everyDecision } from '../bench/load.js'
import { variants } from '../conform/variants.js'
import { listedForStores } from '../documentation/listedExceptions.js'
import { everyRequest } from '../everyRequest.js'
import { answeredNames } from '../refusedInStores.js'
import { examples } from '../rules/examples.js'
import { casesToldByFile } from './casesTold.js'

const page = readFileSync('docs/quality.md', 'utf8')

const sectionOf = (title: string): string => page.split(/^## /m).find((text) => text.startsWith(title)) ?? ''

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

const rules = operationNames.flatMap((operation) =>
  operationsByName[defaultEdition][operation].parts.flatMap((part) =>
    part.rules.map((rule) => ({ operation, rule }))
  )
)

describe('the commands', () => {
  it('are there', () => {
    const named = [...page.matchAll(/`npm (?:run )?([a-z:]+)/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([])
  })

  it('that CI runs are those for every change', () => {
    const ci = readFileSync('.ci/run', 'utf8')
    const built = ci.replaceAll('built:bench', 'bench').replaceAll('built:', 'test:')
    const run = [...built.matchAll(/npm (?:run )?([a-z:]+(?: -- --\w+)?)/g)].map(([, name = '']) => name)
    const rows = [...sectionOf('The commands').matchAll(/^\| `npm (?:run )?([^`]+)` .*every change +\|$/gm)]
    expect(rows.map(([, name = '']) => name)).toEqual([...new Set(run)].filter((name) => name !== 'ci'))
  })
})

describe('a claim of the README', () => {
  const config = readFileSync('.config/vitest.config.ts', 'utf8')
  const listed = (name: string): ReadonlyArray<string> =>
    globSync(
      [...(config.split(`const ${name} = [`)[1]?.split(']')[0] ?? '').matchAll(/'([^']+)'/g)].map(
        ([, pattern = '']) => pattern
      )
    )
  const commands = {
    clients: 'test:clients',
    gate: 'test:gate',
    installed: 'test:package',
    deep: 'test:deep'
  }
  /** The command that runs a file of tests. */
  const commandOf = (file: string): string => {
    const special = Object.entries(commands).find(([name]) => listed(name).includes(file))
    return special === undefined ? '`npm test`' : `\`npm run ${special[1]}\``
  }
  const rows = sectionOf('Each claim of the README')
    .split('\n')
    .filter((row) => row.startsWith('| ') && row.includes('.test.ts)'))

  it('names each command that runs one of its tests', () => {
    expect(rows.length).toBeGreaterThan(20)
    const wanting = rows.flatMap((row) =>
      [...row.matchAll(/\((?:\.\.\/)(test\/[\w./-]+\.test\.ts)\)/g)]
        .filter(([, file = '']) => !row.includes(commandOf(file)))
        .map(([, file = '']) => `${row.split(' | ')[0]?.trim() ?? ''}: ${file} needs ${commandOf(file)}`)
    )
    expect(wanting).toEqual([])
  })
})

it('the files are there', () => {
  const named = [...page.matchAll(/`((?:test|docs|\.ci)\/[\w./-]+)`/g)].map(([, file = '']) => file)
  expect(named).not.toEqual([])
  expect(named.filter((file) => !existsSync(file))).toEqual([])
})

describe('the cases of an enumeration', () => {
  const ofStores = Object.keys(listedForStores) as ReadonlyArray<keyof typeof listedForStores>
  const outside = rules.filter(({ rule }) => rule.outside !== undefined)
  const counted: Readonly<Record<string, number>> = {
    'test/bench/verdicts.test.ts': everyDecision.length,
    'test/rules/everyRule.test.ts': examples.length,
    'test/rules/exceptionsOfOperations.test.ts': operationNames.length * editionNames.length,
    'test/protocol/documentedExceptions.test.ts': ofStores.flatMap((name) => documentedExceptions[name])
      .length,
    'test/documentation/statedMembers.test.ts': Object.values(everyRequest).flatMap(({ members }) => [
      ...members
    ]).length,
    'test/documentation/ConnectionErrorCodes.test.ts': Object.keys({
      ...CloudHsmConnectionErrorCode.keys,
      ...ExternalConnectionErrorCode.keys
    }).length,
    'test/documentation/pairings.test.ts':
      stateOperations.length * everyKind.length * connectionStates.length * editionNames.length,
    'test/documentation/assumptions/numbers.test.ts': Object.keys(assumptions).length,
    'test/possible/badCircumstances.test.ts': new Set(
      outside.map(({ operation, rule: { name } }) => `${operation} ${name}`)
    ).size,
    'test/possible/brokenRequests.test.ts': operationNames.flatMap(memberRuleNames).length,
    'test/documents/facts.test.ts':
      Object.keys({ ...clusterRows }).length +
      Object.keys(proxyRows).length +
      Object.keys(serviceRows).length,
    'test/conform/variants.test.ts': variants.length
  }

  it.each([...casesToldByFile])('%s are %i', (file, cases) => {
    const countsItself = readFileSync(file, 'utf8').includes(`casesTold('${file}')`)
    expect([file, file in counted || countsItself]).toEqual([file, true])
    expect(cases).toBe(counted[file] ?? cases)
  })

  it('are told of each of these tests', () => {
    expect(Object.keys(counted).filter((file) => !casesToldByFile.has(file))).toEqual([])
  })

  it('are in every row', () => {
    const rows = sectionOf('What is proved by enumeration').match(/^\| [^-W].*$/gm)
    expect(rows).toHaveLength(casesToldByFile.size)
  })
})

it('every test of a property is named', () => {
  const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => join('test', file))
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => /fc\.(?:assert|check)\(|checkAgainst\(|ofEvery\w+\(/.test(readFileSync(file, 'utf8')))
  const section = sectionOf('What is tested by laws')
  expect(tests.length).toBeGreaterThan(30)
  expect(tests.filter((file) => !section.includes(`(../${file})`))).toEqual([])
})

describe('the laws', () => {
  const laws = [
    ...readFileSync('docs/design.md', 'utf8').matchAll(
      /^(\d+)\. .* \(\[\w+\]\(\.\.\/(test\/laws\/\w+\.test\.ts)\)\)$/gm
    )
  ].map(([, number = '', file = '']) => ({ number: Number(number), file }))

  /** The numbers that a row of the page gives a file, such as `13 to 15, 54`. */
  const toldOf = (file: string): ReadonlyArray<number> => {
    const [, numbers = ''] =
      new RegExp(`^\\|[^|]*\\| ([^|]*)\\| \\[\\w+\\]\\(\\.\\./${file}\\) +\\|$`, 'm').exec(
        sectionOf('What is tested')
      ) ?? []
    return numbers.split(',').flatMap((part) => {
      const [first = Number.NaN, last = first] = part.split(' to ').map(Number)
      return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    })
  }

  it('are as many as the page tells, and stand where it tells', () => {
    expect(page).toContain(`The ${String(laws.length)} laws`)
    expect(laws.map(({ number }) => number)).toEqual(laws.map((_, i) => i + 1))
    for (const file of new Set(laws.map((law) => law.file))) {
      const own = laws.filter((law) => law.file === file).map(({ number }) => number)
      expect([file, toldOf(file)]).toEqual([file, own])
    }
  })

  it('have each its number in the title of a test', () => {
    const untitled = laws.filter(
      ({ number, file }) => !readFileSync(file, 'utf8').includes(`'${String(number)}. `)
    )
    expect(untitled).toEqual([])
  })
})

it('the mutants are those that are known, and each reason explains one', () => {
  execFileSync(process.execPath, ['.config/mutation/check.js'], { stdio: ['ignore', 'ignore', 'pipe'] })
})

describe('the numbers', () => {
  const count = <K extends string>(of: ReadonlyArray<K>): Readonly<Record<K, number>> =>
    of.reduce((counts, one) => ({ ...counts, [one]: (counts[one] ?? 0) + 1 }), {} as Record<K, number>)

  it('of assumptions are those that there are', () => {
    const { outcome, order, answer, meaning } = count(
      Object.values(assumptions).map(({ leavesOpen }) => leavesOpen)
    )
    expect(page).toContain(`**${String(Object.keys(assumptions).length)} assumptions**`)
    expect(page).toContain(
      `the outcome (${String(outcome)}), which exception answers (${String(order)}), what is shown (${String(answer)}), or nothing but the meaning of a word (${String(meaning)}). ${String(Object.keys(decidedAssumptions).length)} more are retired`
    )
  })

  it('of rules are those that there are, by their standing', () => {
    const { documented, implied, assumed } = count(rules.map(({ rule }) => standingOf(rule)))
    expect(page).toContain(
      `Each of the ${String(rules.length)} rules of the operations has a standing in [rules.md](rules.md): ${String(documented)} are documented, ${String(implied)} implied, ${String(assumed)} assumed.`
    )
  })

  it('of editions and observations are written out', () => {
    expect([editionNames.length, Object.keys(observations).length]).toEqual([5, 10])
    expect(page).toContain('both are an edition: there are five')
    expect(page).toContain('**Ten observations**')
  })

  it('of what is held against the client of AWS are those that there are', () => {
    expect(page).toContain(
      `all ${String(operationNames.length)} requests and of the ${String(answeredNames.length)} answers`
    )
    expect(page).toContain(`all ${String(Object.keys(exceptions).length)} exceptions`)
    expect(page).toContain(
      `the ${String(Object.values(documentedExceptions).flat().length)} pairs of an operation`
    )
  })
})
