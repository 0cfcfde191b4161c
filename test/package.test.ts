/** The package as its users get it: packed, installed in an empty project, and used by real processes. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync, transformSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installed } from './installed.js'
import { runProgram } from './runProgram.js'
import { listening, ownEndpoint } from './conform/world.js'

const name = 'kms-custom-key-store'
const { exports: exported, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))

/** The entry that needs fast-check. */
const arbitraries = './arbitraries'

/** The entries that need what Node alone has. */
const forNode = ['endpoint', 'conform', 'testing'].map((entry) => `${name}/${entry}`)

/** Every other subpath that is a module, as users write it; a subpath that is only a file has a plain string. */
const modules = Object.keys(exported)
  .filter((subpath) => typeof exported[subpath] !== 'string' && subpath !== arbitraries)
  .map((subpath) => subpath.replace('.', name))

const project = mkdtempSync(join(tmpdir(), `${name}-`))
let tarball = ''
let packedFiles: ReadonlyArray<string> = []

const inProject = (command: string, ...args: ReadonlyArray<string>) => runProgram(project, command, ...args)
const tool = (command: string) => resolve('node_modules/.bin', command)
const write = (file: string, ...lines: ReadonlyArray<string>) =>
  writeFileSync(join(project, file), lines.join('\n'))

const inPackage = (file: string): string => readFileSync(join(project, 'node_modules', name, file), 'utf8')
const licences = (): string => inPackage('dist/cli/LICENSES.txt')

/** The packages that the command line is made with, found by a build of our own: what is packed is minified. */
const bundled = (): ReadonlyArray<string> => {
  const { metafile } = buildSync({
    entryPoints: ['src/cli/main.ts'],
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['libsql'],
    define: { 'import.meta.dirname': '__dirname' },
    metafile: true,
    write: false,
    outdir: project
  })
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((file) => inputs[file]!.bytesInOutput > 0)
  )
  const places = files.map((file) => file.split('node_modules/').slice(1).at(-1))
  const names = places.flatMap((place) => /^(?:@[^/]+\/)?[^/]+/.exec(place ?? '')?.[0] ?? [])
  return [...new Set(names)]
}

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))

/** A program that prints the names that each module exports, and what `connect` is. */
const imports = modules.map((module, i) => `import * as m${i} from '${module}'`)
const requires = modules.map((module, i) => `const m${i} = require('${module}')`)
const all = `[${modules.map((_, i) => `m${i}`).join(', ')}]`
const print = `console.log(JSON.stringify({ connect: typeof m0.connect, names: ${all}.map(Object.keys) }))`

beforeAll(async () => {
  const packed = await runProgram(
    '.',
    'npm',
    'pack',
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    project
  )
  const [{ filename, files }] = JSON.parse(packed)
  tarball = join(project, filename)
  packedFiles = files.map((file: { path: string }) => file.path)

  write('package.json', '{ "private": true }')
  const peers = ['fp-ts', 'io-ts'].map((peer) => `${peer}@${devDependencies[peer]}`)
  await installed(project, tarball, ...peers)

  const types = ['export const f: typeof m0.connect = m0.connect', `export const all = ${all}`]
  write('main.mjs', ...imports, print)
  write('main.cjs', ...requires, print)
  write(
    'pure.mjs',
    ...imports.filter((_, i) => !forNode.includes(modules[i]!)),
    'console.log(typeof m0.connect)'
  )
  write('esm.mts', ...imports, ...types)
  write('cjs.cts', ...imports, ...types)
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('the tarball', () => {
  it('holds the built library, its source and its documents, and no tests but those of the examples', () => {
    expect(packedFiles).toContain('dist/esm/index.js')
    expect(packedFiles).toContain('dist/cjs/index.js')
    const expected =
      /^(package\.json|README\.md|LICENSE|(dist\/esm|dist\/cjs|dist\/node|dist\/cli|src|docs)\/.+)$/
    const tests = packedFiles.filter((file) => file.includes('.test') && !file.startsWith('docs/examples/'))
    expect([...packedFiles.filter((file) => !expected.test(file)), ...tests]).toEqual([])
  })

  it('holds the command line once: two files, and the licences of the packages in them', () => {
    const ofCommandLine = packedFiles.filter((file) => file.startsWith('dist/') && file.includes('/cli/'))
    expect([...ofCommandLine].sort()).toEqual([
      'dist/cli/LICENSES.txt',
      'dist/cli/commands.cjs',
      'dist/cli/main.cjs'
    ])
    const { version } = JSON.parse(readFileSync('node_modules/fast-check/package.json', 'utf8'))
    expect(bundled()).toContain('fast-check')
    expect(licences()).toContain(`fast-check ${version} (MIT)`)
  })

  it('names each package that is in the command line with its version and the text of its licence', () => {
    for (const bundledPackage of bundled()) {
      const { version } = JSON.parse(readFileSync(`node_modules/${bundledPackage}/package.json`, 'utf8'))
      const [, after = ''] = licences().split(`\n${bundledPackage} ${version} (`)
      expect(after.slice(0, 1000), bundledPackage).toMatch(/license|permission/i)
    }
  })

  it('has a command line that needs nothing but Node, and libsql where it is asked to keep data', () => {
    const programs = ['main.cjs', 'commands.cjs'].map((file) => inPackage(`dist/cli/${file}`)).join('\n')
    const needed = programs.matchAll(/\b(?:require|import)\("([^"]+)"\)/g)
    const strangers = Array.from(needed, ([, module = '']) => module)
    expect(strangers.length).toBeGreaterThan(10)
    expect(strangers.filter((module) => !isBuiltin(module))).toEqual(['./commands.cjs', 'libsql'])
  })

  it('depends on nothing but its peers', () => {
    const manifest = JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'))
    expect(manifest.dependencies ?? {}).toEqual({})
    expect(Object.keys(manifest.peerDependencies)).toEqual(['fast-check', 'fp-ts', 'io-ts', 'libsql'])
    expect(manifest.peerDependenciesMeta).toEqual({
      'fast-check': { optional: true },
      libsql: { optional: true }
    })
  })

  it('satisfies publint', async () => {
    await runProgram('.', tool('publint'), 'run', tarball, '--strict')
  })

  it('satisfies @arethetypeswrong/cli', async () => {
    await runProgram('.', tool('attw'), tarball, '--profile', 'node16')
  })
})

describe('an installed package', () => {
  it('can be imported and required, with the same names', async () => {
    const imported = JSON.parse(await inProject('node', 'main.mjs'))
    const required = JSON.parse(await inProject('node', 'main.cjs'))
    expect(imported.connect).toBe('function')
    expect(imported.names.map((names: ReadonlyArray<string>) => names.length)).not.toContain(0)
    expect(sorted(required)).toEqual(sorted(imported))
  })

  it('has the files that its subpaths name', async () => {
    const subpaths = Object.entries<unknown>(exported).flatMap(([subpath, file]) =>
      typeof file === 'string' ? [[subpath.replace('.', name), file] as const] : []
    )
    const paths = subpaths.flatMap(([subpath, file]) =>
      file.endsWith('*')
        ? filesIn(file.slice(0, -1)).map((inside) => subpath.replace('*', inside))
        : [subpath]
    )
    expect(paths.length).toBeGreaterThan(subpaths.length)
    write('files.cjs', ...paths.map((path) => `console.log(typeof require('${path}'))`))
    expect((await inProject('node', 'files.cjs')).split('\n')).toEqual([...paths.map(() => 'object'), ''])
  })

  const bundled = [tool('esbuild'), '--bundle', '--format=esm', '--outfile=bundle.mjs'] as const

  it('can be bundled for Node', async () => {
    await inProject(...bundled, '--platform=node', 'main.mjs')
    expect(JSON.parse(await inProject('node', 'bundle.mjs')).connect).toBe('function')
  })

  it('has links to the pages of AWS in its declarations', () => {
    const link =
      '@see {@link https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html | API_CreateKey}'
    for (const folder of ['esm', 'cjs']) {
      expect(inPackage(`dist/${folder}/operations/createKey.d.ts`)).toContain(link)
    }
  })

  it('can be bundled for a browser, but for what needs Node', async () => {
    await inProject(...bundled, '--platform=browser', 'pure.mjs')
    expect((await inProject('node', 'bundle.mjs')).trim()).toBe('function')
  })

  it('runs the command that it brings', async () => {
    const command = join('node_modules', '.bin', name)
    expect(await inProject(command, '--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
    const story = join('node_modules', name, 'docs', 'stories', 'cloudhsm.jsonl')
    expect(await inProject(command, 'replay', story)).toContain('CustomKeyStoreHasCMKsException')
    const page = fileURLToPath((await inProject(command, 'explore', '--print')).trim())
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/)
  })

  it('holds an endpoint against the rules, also by random histories', async () => {
    const { url, close } = await listening(ownEndpoint({}))
    const asked = ['--endpoint', url.href, '--histories', '5', '--seed', '1']
    const report = await inProject(join('node_modules', '.bin', name), 'conform', ...asked)
    await close()
    expect(report).toContain('5 random histories with seed 1')
    expect(report).toContain('No documented rule is broken')
  })

  it('conforms as docs/conform.md shows, and says what it needs for random histories', async () => {
    const page = readFileSync('docs/conform.md', 'utf8')
    const [, program = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? []
    const { url, close } = await listening(ownEndpoint({}))
    const { code } = transformSync(program.replace('20_000', '50'), { loader: 'ts' })
    const printing = 'console.log(JSON.stringify([report.faults, report.histories, report.name]))'
    write('conform.mjs', code, `const report = await reportOn('${url.href}')`, printing)
    const printed = await inProject('node', 'conform.mjs')
    await close()
    expect(JSON.parse(printed)).toEqual([
      [],
      { ran: 0, why: 'fast-check is not installed: npm install fast-check' },
      'my emulator'
    ])
  })

  it('runs the commands of the build in docs/conform.md', async () => {
    const page = readFileSync('docs/conform.md', 'utf8')
    const steps = Array.from(page.matchAll(/^ +run: \|\n((?: {10}.*\n)+)/gm), ([, script = '']) => script)
    expect(steps).toHaveLength(2)
    const { url, close } = await listening(ownEndpoint({}))
    const commands = steps.join('').replace('http://127.0.0.1:8080', url.href)
    await inProject('bash', '-euc', `export GITHUB_STEP_SUMMARY=summary.md\n${commands}`)
    await close()
    const made = (file: string): string => readFileSync(join(project, file), 'utf8')
    expect(made('conform.xml')).toContain('<testsuites')
    expect(made('summary.md')).toContain('| `emulator` | `1.2.3` |')
    expect(JSON.parse(made('conform-badge.json'))).toMatchObject({ schemaVersion: 1, color: 'green' })
    expect(made('conform.html')).toContain('<!doctype html>')
  })

  const tsc = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2022']

  it('compiles with module nodenext, as an ES module and as CommonJS', async () => {
    await inProject(tool('tsc'), ...tsc, '--module', 'nodenext', 'esm.mts', 'cjs.cts')
  })

  it('compiles with moduleResolution bundler', async () => {
    await inProject(tool('tsc'), ...tsc, '--module', 'esnext', '--moduleResolution', 'bundler', 'esm.mts')
  })

  it('compiles with the oldest TypeScript that the README names', async () => {
    const oldest = /\*\*TypeScript\*\* (\d+\.\d+)/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''
    const alias = `oldest@npm:typescript@${oldest}`
    await installed(project, '--no-save', alias)
    const compiler = join('node_modules', 'oldest', 'bin', 'tsc')
    expect(await inProject('node', compiler, '--version')).toContain(`Version ${oldest}.`)
    await inProject('node', compiler, ...tsc, '--module', 'nodenext', 'esm.mts', 'cjs.cts')
  })
})

describe('an installed package, once fast-check is there', () => {
  const entry = arbitraries.replace('.', name)
  const program = 'console.log(m.secretMark.source, m.fc.sample(m.store(), 1).length)'

  beforeAll(async () => {
    await installed(project, `fast-check@${devDependencies['fast-check']}`)
    const assigned = `const m = { ...all, fc: fastCheck.default ?? fastCheck }`
    write(
      'fc.mjs',
      `import * as all from '${entry}'`,
      "import * as fastCheck from 'fast-check'",
      assigned,
      program
    )
    write(
      'fc.cjs',
      `const all = require('${entry}')`,
      "const fastCheck = require('fast-check')",
      assigned,
      program
    )
    write(
      'fc.mts',
      `import { store } from '${entry}'`,
      "import fc from 'fast-check'",
      'export const stores = fc.sample(store(), 1)'
    )
  })

  it('generates, imported and required', async () => {
    expect(await inProject('node', 'fc.mjs')).toBe('hidden7 1\n')
    expect(await inProject('node', 'fc.cjs')).toBe('hidden7 1\n')
  })

  it('compiles with it', async () => {
    await inProject(
      tool('tsc'),
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--lib',
      'es2022',
      '--module',
      'nodenext',
      'fc.mts'
    )
  })
})

const sorted = ({ connect, names }: { connect: string; names: ReadonlyArray<ReadonlyArray<string>> }) => ({
  connect,
  names: names.map((some) => [...some].sort())
})
