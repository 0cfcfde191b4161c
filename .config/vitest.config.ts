import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const everything = { lines: 100, branches: 100, functions: 100, statements: 100 }

/** What needs the AWS CLI and boto3, and half a minute: `npm run test:clients`. */
const clients = ['test/endpoint/endpointCommands.test.ts', 'test/conform/awsCommands.test.ts']

/**
 * Whole runs of `conform`, also against an endpoint for each fault that one can have, and what else takes long; minutes:
 * `npm run test:gate`.
 */
const gate = [
  'test/api/examples.test.ts',
  'test/api/fresh.test.ts',
  'test/conform/gate/*.test.ts',
  'test/conform/{control,page,permissive,reached,vectors}.test.ts',
  'test/documents/pageCode.test.ts',
  'test/arbitraries/{against,implementations}.test.ts',
  'test/testing/everyWorld.test.ts',
  'test/testing/mutants.test.ts',
  'test/testing/rightPrograms.test.ts',
  'test/cli/{conform,conformExpected}.test.ts',
  'test/cli/conformStops.test.ts',
  'test/judge/judgeOperations.test.ts',
  'test/cli/judgeCosts.test.ts',
  'test/endpoint/histories.test.ts',
  'test/laws/reach.test.ts',
  'test/explorer/browser.test.ts'
]

/** What takes longest of it, and is begun first, or else one worker waits for the other at the end. */
const longest = [
  ...['test/conform/gate/everyRule.test.ts', 'test/conform/gate/wholeRun.test.ts'],
  ...['test/testing/mutants.test.ts', 'test/conform/gate/own.test.ts']
]

class LongestFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      longest.some((path) => moduleId.endsWith(path))
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/** What installs the package as its users do, and asks the registry for its peers: `npm run test:package`. */
const installed = ['test/package.test.ts', 'test/examples.test.ts', 'test/shellLines.test.ts']

/** A million random histories, and as many requests with changed bytes, beside a second implementation: `npm run test:deep`. */
const deep = ['test/deep/*.test.ts']

/** How much of it, and the seed of all that is random in it. */
const deepRun = () => {
  const SEED = process.env['SEED'] ?? String(Date.now() & 0x7fffffff)
  console.log(`SEED=${SEED}`)
  return { DEEP: process.env['DEEP'] ?? '1', SEED }
}

const includes: Readonly<Record<string, ReadonlyArray<string>>> = { clients, deep, gate, package: installed }

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }

export default defineConfig(({ mode }) => ({
  // As the bundle of the command line has it.
  define: { VERSION: JSON.stringify(version) },
  test: {
    include: [...(includes[mode] ?? ['test/**/*.test.ts'])],
    exclude: mode in includes ? [] : [...clients, ...gate, ...installed],
    // A document that is missing is as stale as one that differs: only `npm run docs` writes it.
    update: 'none',
    env: mode === 'deep' ? deepRun() : {},
    // None is held to a time: this only ends what hangs, on the busiest machine.
    testTimeout: mode === 'deep' ? Infinity : 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 180_000 } },
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    maxConcurrency: 3,
    // No test changes what another one sees, so the modules are loaded once for all.
    isolate: false,
    reporters: ['default', ['json', { outputFile: `coverage/${mode in includes ? mode : 'tests'}.json` }]],
    coverage: {
      include: ['src/**/*.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: {
        'src/*.ts': everything,
        'src/codec/**': { lines: 100, functions: 99, statements: 99, branches: 98 },
        'src/exceptions/**': everything,
        'src/connection/**': everything,
        'src/editions/**': everything,
        'src/questions/**': { ...everything, branches: 96 },
        'src/possible/**': { ...everything, branches: 94 },
        'src/model/**': everything,
        'src/rules/**': everything,
        'src/operations/**': everything,
        'src/account/**': everything,
        'src/protocol/**': everything,
        'src/judge/*.ts': everything,
        // Some of it is reached by random logs alone.
        'src/judge/logs/**': { functions: 100, statements: 99, branches: 97, lines: 99 },
        'src/documents/**': { statements: 98, branches: 94, functions: 97, lines: 98 },
        'src/vectors/**': { statements: 98, branches: 94, functions: 97, lines: 98 },
        'src/replay/**': { statements: 97, branches: 95, functions: 95, lines: 97 },
        'src/conform/*.ts': { statements: 99, branches: 99, functions: 99, lines: 99 },
        'src/conform/matrix/**': { ...everything, branches: 99 },
        // Whole runs of it are tried in the gate, where nothing is measured.
        'src/conform/drive/**': { statements: 87, branches: 76, functions: 89, lines: 90 },
        // What plays histories beside an implementation is tried in the gate.
        'src/arbitraries/*.ts': { statements: 98, branches: 92, functions: 97, lines: 98 },
        'src/arbitraries/requests/**': { statements: 98, branches: 92, functions: 99, lines: 98 },
        'src/endpoint/**': { statements: 90, branches: 82, functions: 85, lines: 94 },
        'src/plan/**': everything,
        // Its view is tried in a browser, in the gate.
        'src/explorer/**': { statements: 97, branches: 92, functions: 97, lines: 98 }
      }
    }
  }
}))
