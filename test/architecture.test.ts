/** What may import what, and what the model may not contain. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** The names at the top of src. Each may import itself and the names above it; a new name has to be placed here. */
const layers: ReadonlyArray<ReadonlyArray<string>> = [
  ['sources', 'observations'],
  ['leavesOpen'],
  ['assumptions', 'decidedAssumptions'],
  ['Evidence'],
  ['Resource'],
  ['Claim'],
  ['codec'],
  ['wrongArgument'],
  ['model'],
  ['editions'],
  ['exceptions'],
  ['rules'],
  ['operations', 'connection'],
  ['questions'],
  ['account'],
  ['under'],
  ['protocol'],
  ['possible'],
  ['endpoint', 'replay', 'judge'],
  ['vectors', 'plan'],
  ['conform'],
  ['arbitraries', 'documents', 'testing', 'explorer'],
  ['cli']
]

/** The names that are entries of the package by themselves, or none at all; `index` imports everything but these. */
const notInIndex = [
  'endpoint',
  'documents',
  'replay',
  'judge',
  'vectors',
  'plan',
  'conform',
  'arbitraries',
  'testing',
  'explorer',
  'cli'
]

/** Where processes, files, sockets and promises are allowed, and what gives it to users. */
const impure = [
  'src/cli/',
  'src/endpoint/',
  'src/judge/logs/',
  'src/conform/drive/',
  'src/conform/index.ts',
  'src/arbitraries/beside/',
  'src/testing/drive/',
  'src/explorer/view/main.tsx'
]

/** The one place that throws: what a caller is told whose arguments are wrong, or do not go together. */
const complains = 'src/wrongArgument.ts'

const isImpure = (file: string): boolean => impure.some((place) => file.startsWith(place))

const packages = /^(io-ts|fp-ts\/lib\/\w+\.js)$/

/** What a command asks for, and does without where it is not installed; its types are no matter at run time. */
const optional: Readonly<Record<string, string>> = {
  'src/cli/serveData.ts': 'libsql',
  'src/cli/dataKeeping.ts': 'libsql',
  'src/conform/drive/histories.ts': 'fast-check',
  'src/conform/drive/steps.ts': 'fast-check',
  'src/testing/drive/randomCourses.ts': 'fast-check'
}

/** What this entry of the package is made for: who uses it has it. */
const isForFastCheck = (file: string, path: string): boolean =>
  file.startsWith('src/arbitraries/') && path === 'fast-check'

/** What the command line is made with: the build puts it into one file, so users of the library do not carry it. */
const bundled: ReadonlyArray<string> = [
  '@commander-js/extra-typings',
  '@smithy/core/checksum',
  '@smithy/signature-v4',
  '@xmldom/xmldom',
  'fast-string-width',
  'fast-wrap-ansi',
  'jsonata',
  'jsonpath-plus',
  'picocolors',
  'yaml'
]

const isBundled = (file: string, path: string): boolean =>
  file.startsWith('src/cli/') && bundled.includes(path)

/** What the page is made with, which is built into it. */
const isOfPage = (file: string, path: string): boolean =>
  file.startsWith('src/explorer/view/') && /^preact(\/hooks)?$/.test(path)

/** `src/model/Region.ts` belongs to `model`. */
const nameOf = (file: string): string => file.split('/')[1]!.replace(/\.[jt]sx?$/, '')

const layerOf = (name: string): number => layers.findIndex((names) => names.includes(name))

const isPlaced = (name: string): boolean => name === 'index' || layerOf(name) >= 0

const mayImport = (from: string, to: string): boolean =>
  from === to || (from === 'index' ? !notInIndex.includes(to) : to !== 'index' && layerOf(to) < layerOf(from))

const wrongImport = (from: string, file: string, path: string): string | undefined => {
  if (path.startsWith('node:')) return isImpure(file) ? undefined : 'no Node built-ins here'
  if (!path.startsWith('.')) {
    const isAllowed =
      packages.test(path) ||
      optional[file] === path ||
      isBundled(file, path) ||
      isForFastCheck(file, path) ||
      isOfPage(file, path)
    return isAllowed ? undefined : 'no packages but fp-ts/lib/*.js and io-ts'
  }
  const target = posix.join(posix.dirname(file), path)
  if (!target.startsWith('src/')) return 'outside src'
  const to = nameOf(target)
  return mayImport(from, to) ? undefined : `${from} may not import ${to}`
}

const wrongImports = (file: string, code: string): ReadonlyArray<string> => {
  const from = nameOf(file)
  if (!isPlaced(from)) return [`${file}: place '${from}' among the layers in test/architecture.test.ts`]
  return ts.preProcessFile(code, true, true).importedFiles.flatMap(({ fileName }) => {
    const reason = wrongImport(from, file, fileName)
    return reason === undefined ? [] : [`${file}: imports '${fileName}': ${reason}`]
  })
}

/** `date.Date` and `{ Date: … }` name a member; `Date` alone is the global. */
const isMemberName = (node: ts.Identifier): boolean =>
  (node.parent as { name?: ts.Node }).name === node && !ts.isShorthandPropertyAssignment(node.parent)

const isRandom = ({ parent }: ts.Identifier): boolean =>
  !ts.isPropertyAccessExpression(parent) || parent.name.text === 'random'

/** What tells the time, waits, throws dice, or reaches outside of the program. */
const impureNames = [
  ...['Date', 'Promise', 'globalThis', 'performance', 'crypto', 'process', 'console', 'fetch', 'require'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Intl']
]

const forbiddenName = (node: ts.Identifier): string | undefined => {
  if (isMemberName(node)) return undefined
  if (node.text === 'Math') return isRandom(node) ? 'Math.random' : undefined
  return impureNames.includes(node.text) ? node.text : undefined
}

const impurity = (node: ts.Node): string | undefined => {
  if (ts.isThrowStatement(node)) return 'throw'
  if (ts.isClassLike(node)) return 'class'
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async'
  if (ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.AwaitKeyword) return 'await'
  return ts.isIdentifier(node) ? forbiddenName(node) : undefined
}

const impurities = (file: string, code: string): ReadonlyArray<string> => {
  if (isImpure(file)) return []
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true)
  const of = (node: ts.Node): ReadonlyArray<string> => {
    const seen = impurity(node)
    const found = seen === 'throw' && file === complains ? undefined : seen
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    const inside: Array<string> = []
    ts.forEachChild(node, (child) => void inside.push(...of(child)))
    return found === undefined ? inside : [`${file}:${line}: ${found}`, ...inside]
  }
  return of(source)
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => posix.join('src', path.replaceAll('\\', '/')))
  .filter((path) => /\.tsx?$/.test(path))

const inAllFiles = (check: (file: string, code: string) => ReadonlyArray<string>): ReadonlyArray<string> =>
  files.flatMap((file) => check(file, readFileSync(file, 'utf8')))

describe('src', () => {
  it('imports leftward only, and no package but fp-ts and io-ts', () => {
    expect(inAllFiles(wrongImports)).toEqual([])
  })

  it('has no throw, class, async, await, clock, chance or global effect outside the folders that act', () => {
    expect(inAllFiles(impurities)).toEqual([])
  })
})

describe('what must come out, written by hand,', () => {
  const second = readdirSync('test/deep/second').map((file) => `test/deep/second/${file}`)
  const lists = ['listedExceptions', 'namedOnPages'].map((name) => `test/documentation/${name}.ts`)

  it('imports nothing of what is tested', () => {
    expect(second.length).toBeGreaterThan(5)
    const imported = (file: string): ReadonlyArray<string> =>
      ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)
    expect(second.flatMap(imported).filter((path) => !/^\.\/\w+\.js$/.test(path))).toEqual([])
    expect(lists.flatMap(imported)).toEqual([])
  })
})

const isOfTypes = (statement: ts.Statement): boolean =>
  (ts.isImportDeclaration(statement) &&
    statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) ||
  (ts.isExportDeclaration(statement) && statement.isTypeOnly)

/** What is left of a file when it runs: imports of types are gone, as verbatimModuleSyntax has them. */
const asRun = (file: string): string => {
  const code = readFileSync(file, 'utf8')
  return ts
    .createSourceFile(file, code, ts.ScriptTarget.ES2022)
    .statements.filter((statement) => !isOfTypes(statement))
    .map(({ pos, end }) => code.slice(pos, end))
    .join('')
}

/** The files that each file of src imports when it runs. */
const importsOf = (file: string): ReadonlyArray<string> =>
  ts
    .preProcessFile(asRun(file), true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => posix.join(posix.dirname(file), fileName))
    .flatMap((path) => [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')])
    .filter((path) => files.includes(path))

/** A way that leads back to where it began, if there is one. */
const cycleIn = (graph: ReadonlyMap<string, ReadonlyArray<string>>): ReadonlyArray<string> => {
  const done = new Set<string>()
  const from = (file: string, way: ReadonlyArray<string>): ReadonlyArray<string> => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    for (const next of graph.get(file) ?? []) {
      const cycle = from(next, [...way, file])
      if (cycle.length > 0) return cycle
    }
    done.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const cycle = from(file, [])
    if (cycle.length > 0) return cycle
  }
  return []
}

describe('imports', () => {
  it('lead nowhere back', () => {
    expect(cycleIn(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([])
  })

  it('are found to lead back where they do', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']]
    ])
    expect(cycleIn(graph)).toEqual(['b', 'd', 'b'])
  })
})

describe('the check of imports', () => {
  it.each([
    ['src/rules/a.ts', "import { b } from '../model/b.js'"],
    ['src/rules/a.ts', "import type { b } from './b.js'"],
    ['src/exceptions.ts', "import * as E from 'fp-ts/lib/Either.js'; import * as t from 'io-ts'"],
    ['src/cli/main.ts', "import { readFileSync } from 'node:fs'"],
    ['src/cli/main.ts', "import { SignatureV4 } from '@smithy/signature-v4'"],
    ['src/arbitraries/a.ts', "import fc from 'fast-check'"],
    ['src/explorer/view/a.tsx', "import { render } from 'preact'; import { playStory } from '../Story.js'"],
    ['src/index.ts', "export * from './account/index.js'"]
  ])('allows, in %s, %s', (file, code) => {
    expect(wrongImports(file, code)).toEqual([])
  })

  it.each([
    ['src/model/a.ts', "import { b } from '../rules/b.js'", 'model may not import rules'],
    ['src/model/a.ts', "import type { b } from '../rules/b.js'", 'model may not import rules'],
    ['src/model/a.ts', "export * from '../exceptions.js'", 'model may not import exceptions'],
    ['src/model/a.ts', "type B = import('../exceptions.js').B", 'model may not import exceptions'],
    ['src/connection/process.ts', "import '../operations/b.js'", 'connection may not import operations'],
    ['src/cli/main.ts', "import '../index.js'", 'cli may not import index'],
    ['src/index.ts', "export * from './cli/index.js'", 'index may not import cli'],
    ['src/cli/main.ts', "import fc from 'fast-check'", 'no packages but'],
    ['src/conform/drive/a.ts', "import { SignatureV4 } from '@smithy/signature-v4'", 'no packages but'],
    ['src/explorer/a.ts', "import { render } from 'preact'", 'no packages but'],
    ['src/model/a.ts', "import { b } from '../../test/b.js'", 'outside src'],
    ['src/model/a.ts', "import { readFileSync } from 'node:fs'", 'no Node built-ins here'],
    ['src/model/a.ts', "import { readFileSync } from 'fs'", 'no packages but'],
    ['src/model/a.ts', "import { pipe } from 'fp-ts/function'", 'no packages but'],
    ['src/cli/main.ts', "const lodash = await import('lodash')", 'no packages but'],
    ['src/utils/a.ts', '', "place 'utils' among the layers"]
  ])('refuses, in %s, %s', (file, code, reason) => {
    expect(wrongImports(file, code)).toEqual([expect.stringContaining(reason)])
  })
})

describe('the check of contents', () => {
  it.each([
    ['src/model/a.ts', "const a = { Date: Math.max(1, 2), throw: 'class' }; a.Date; // new Date()"],
    ['src/endpoint/a.ts', 'export const a = async () => { throw new Date() }'],
    ['src/wrongArgument.ts', "throw 'a'"]
  ])('allows, in %s, %s', (file, code) => {
    expect(impurities(file, code)).toEqual([])
  })

  it.each([
    ['throw', "throw 'a'"],
    ['class', 'class A {}'],
    ['class', 'const A = class {}'],
    ['async', 'const f = async () => 1'],
    ['async', 'const a = { async f() {} }'],
    ['await', 'await f()'],
    ['await', 'for await (const a of b) {}'],
    ['Date', 'const now = Date.now()'],
    ['Date', 'type A = Date'],
    ['Promise', 'const a = Promise.resolve(1)'],
    ['globalThis', 'const a = globalThis.Date'],
    ...impureNames.map((name): [string, string] => [name, `const a = ${name}.b`]),
    ['crypto', 'f({ crypto })'],
    ['Math.random', 'const a = Math.random()'],
    ['Math.random', "const a = Math['random']()"],
    ['Math.random', 'const { random } = Math']
  ])('finds %s in %s', (found, code) => {
    expect(impurities('src/model/a.ts', code)).toEqual([`src/model/a.ts:1: ${found}`])
  })
})
