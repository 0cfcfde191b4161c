/** Mutants of the right programs: each statement left out, each condition turned, each number made small. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'
import { everyWorld } from '../../src/testing/drive/everyWorld.js'
import type { WorldOptions } from '../../src/testing/options.js'
import type { Run } from '../../src/testing/Run.js'
import { casesTold } from '../documents/casesTold.js'
import { ofClient, storeThatIs, type AwsProgram } from './programs.js'

const file = 'docs/examples/programs/right.ts'
const code = readFileSync(file, 'utf8')
const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true)

interface Mutant {
  readonly name: string
  /** The function that has the mistake. */
  readonly of: string
  readonly code: string
}

const replaced = (node: ts.Node, by: string): string =>
  code.slice(0, node.getStart()) + by + code.slice(node.getEnd())

const mutationsOf = (node: ts.Node): ReadonlyArray<readonly [string, string]> => {
  if (ts.isExpressionStatement(node)) return [['without', replaced(node, ';')]]
  if (ts.isIfStatement(node))
    return [
      ['never', replaced(node.expression, 'false')],
      ['always', replaced(node.expression, 'true')]
    ]
  if (ts.isThrowStatement(node)) return [['without', replaced(node, ';')]]
  if (ts.isReturnStatement(node) && node.expression === undefined) return [['without', replaced(node, ';')]]
  if (ts.isNumericLiteral(node) && Number(node.text) > 6) return [['small', replaced(node, '1')]]
  return []
}

const within = (node: ts.Node): ReadonlyArray<readonly [ts.Node, string, string]> => [
  ...mutationsOf(node).map(([how, text]) => [node, how, text] as const),
  ...node.getChildren().flatMap(within)
]

const functions = source.statements.flatMap((statement) =>
  ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.filter(
        ({ initializer }) => initializer !== undefined && ts.isArrowFunction(initializer)
      )
    : []
)

const mutants: ReadonlyArray<Mutant> = functions.flatMap((one) =>
  within(one).map(([node, how, text]) => {
    const [line = ''] = node.getText().split('\n', 1)
    return { name: `${one.name.getText()}: ${how} ${line.trim()}`, of: one.name.getText(), code: text }
  })
)

type Trial = readonly [string, WorldOptions]

const statesAtTheEnd = ({ exchanges, begun }: Run) =>
  (exchanges.at(-1)?.after ?? begun).account.stores.map(({ ConnectionState }) => ConnectionState)

const isSmooth = ({ world }: Run): boolean => world.length === 0

/** An assertion about runs in which the program says that all is well. */
const whenItReturns = (says: string, holds: (run: Run) => boolean): Pick<WorldOptions, 'check'> => ({
  check: (run) => {
    if (run.ending.how === 'returned' && !holds(run)) throw new Error(says)
  }
})

const keysAtTheEnd = ({ exchanges }: Run) => exchanges.at(-1)?.after.account.keys ?? []
const hasAsked =
  (operation: string) =>
  ({ exchanges }: Run) =>
    exchanges.some(({ call }) => call.operation === operation)
const oneStore = whenItReturns('there is no store', (run) => statesAtTheEnd(run).length === 1)
const twoStoresWithKeys = { stores: [0, 1].map(() => ({ ConnectionState: 'CONNECTED', keys: 1 }) as const) }

/** What tries each function; those that are not exported are tried by who calls them. */
const trials: Readonly<Record<string, ReadonlyArray<Trial>>> = {
  waitsUntilSettled: [['waitsUntilSettled', storeThatIs('DISCONNECTED')]],
  settledState: [
    ['waitsUntilSettled', storeThatIs('DISCONNECTED')],
    ['deletesWhenDisconnected', storeThatIs('CONNECTED')]
  ],
  disconnects: [
    ['deletesWhenDisconnected', storeThatIs('CONNECTED')],
    ['deletesWhenDisconnected', storeThatIs('DISCONNECTED')]
  ],
  givesUpAndDeletesAfterwards: [
    [
      'givesUpAndDeletesAfterwards',
      {
        ...storeThatIs('DISCONNECTED'),
        ...whenItReturns(
          'it is not connected',
          (run) => !isSmooth(run) || statesAtTheEnd(run)[0] === 'CONNECTED'
        )
      }
    ]
  ],
  deletesWhenDisconnected: [['deletesWhenDisconnected', { ...storeThatIs('CONNECTED'), goal: 'deleted' }]],
  reconnects: [['reconnects', { ...storeThatIs('FAILED'), goal: 'CONNECTED' }]],
  makesAKeyWhenConnected: [
    [
      'makesAKeyWhenConnected',
      { ...storeThatIs('DISCONNECTED'), ...whenItReturns('no key', (run) => keysAtTheEnd(run).length === 1) }
    ]
  ],
  updatesWhenDisconnected: [
    [
      'updatesWhenDisconnected',
      { ...storeThatIs('CONNECTED'), ...whenItReturns('no update', hasAsked('UpdateCustomKeyStore')) }
    ]
  ],
  remembersTheAnswer: [['remembersTheAnswer', oneStore]],
  deletesWithItsKeys: [
    ['deletesWithItsKeys', { ...storeThatIs('CONNECTED', 1), goal: 'deleted' }],
    [
      'deletesWithItsKeys',
      {
        ...twoStoresWithKeys,
        bounds: { together: 1 },
        ...whenItReturns('a key of the other store is gone', (run) => keysAtTheEnd(run).length === 1)
      }
    ]
  ],
  provisionsTwiceAtOnce: [['provisionsTwiceAtOnce', oneStore]]
}

mkdirSync('coverage', { recursive: true })
const folder = mkdtempSync('coverage/mutants-')
afterAll(() => rmSync(folder, { recursive: true }))

const programOf = async (mutant: Mutant, i: number, name: string): Promise<AwsProgram> => {
  const path = join(folder, `mutant${String(i)}.ts`)
  writeFileSync(path, mutant.code)
  const module: Readonly<Record<string, AwsProgram>> = await import(`../../${path}`)
  return module[name]!
}

/** Mutants that do the same as the program as far as any documented behaviour can tell, and why. */
const oftener = 'it asks more often, and how often is for nobody to tell'
const sooner = 'it gives up sooner, and says so'
const sameStore = 'Create of the same store is answered with the id of that store: A26'
const equal: Readonly<Record<string, string>> = {
  'settledState: small 40': sooner,
  'settledState: always if (isSettled(state) && state === last) return state': sooner,
  'settledState: never if (isSettled(state) && state === last) return state': 'it always asks forty times',
  'settledState: without await sleep(30_000)': oftener,
  'settledState: small 30_000': oftener,
  'remembersTheAnswer: never if (remembered.has(request.CustomKeyStoreName)) return': sameStore,
  'remembersTheAnswer: without return': sameStore,
  'remembersTheAnswer: without remembered.set(request.CustomKeyStoreName, CustomKeyStoreId)': sameStore,
  'deletesWithItsKeys: small 3_600_000': 'seven days are enough'
}

it('only mutants that there are count as equal', () => {
  const names = mutants.map(({ name }) => name)
  expect(Object.keys(equal).filter((name) => !names.includes(name))).toEqual([])
  expect(new Set(names.filter((name, i) => names.indexOf(name) !== i && name in equal))).toEqual(new Set())
})

it('the mutants are as many as docs/quality.md tells', () => {
  expect(mutants).toHaveLength(casesTold('test/testing/mutants.test.ts') ?? 0)
})

describe('a mutant of a right program is found', () => {
  it.each(mutants.map((mutant, i) => [mutant.name, mutant, i] as const))('%s', async (name, mutant, i) => {
    const reports = await Promise.all(
      (trials[mutant.of] ?? []).map(async ([program, options]) =>
        // Some mutants hang: three times, and then no more.
        everyWorld(ofClient(await programOf(mutant, i, program)), { ...options, idle: 10_000 })
      )
    )
    const faults = reports.flatMap((report) => report.faults)
    expect(faults.length > 0).toBe(!(name in equal))
  })
})
