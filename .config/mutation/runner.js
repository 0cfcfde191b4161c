/**
 * Runs the tests of a mutant in the process that Stryker has for it, without the workers of Vitest: in a tenth of the time. Those
 * that are farther from a mutant are only run when the nearer ones have not noticed it. A bundle is evaluated anew each time, since
 * most mutants are in values that are made when a file is loaded. What has noticed much in little time is run first. A mutant that
 * may live, with the reason, counts as alive without a trial, which would take longer than any other.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin'
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult
} from '@stryker-mutator/api/test-runner'
import { startTests } from '@vitest/runner'
import { getTests, getFullName } from '@vitest/runner/utils'
import { bundles } from './bundles.js'
import { toldOf } from './mutant.js'
import { Promising } from './promising.js'
import { mayLive } from './reasons.js'

const config = {
  root: '.',
  setupFiles: [],
  passWithNoTests: false,
  allowOnly: true,
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'parallel' },
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry: 0,
  tags: []
}

/** A part may have no test that is far. */
const bundlesThere = () => bundles.filter((bundle) => existsSync(bundle))

const fromOne = ({ line, column }) => ({ line: line + 1, column: column + 1 })

/** Whether a mutant need not be tried. Stryker counts from 0 here, and from 1 in what it answers with. */
const needNoTrial = ({ fileName, location: { start, end }, ...mutant }) => {
  const location = { start: fromOne(start), end: fromOne(end) }
  const told = toldOf(readFileSync(fileName, 'utf8'), { ...mutant, location })
  return mayLive(fileName.slice(fileName.lastIndexOf('/src/') + 1), told)
}

const statuses = { pass: TestStatus.Success, fail: TestStatus.Failed }

class InProcess {
  evaluations = 0
  promising = new Promising()

  /** Where the mutated source finds out which mutant is active, and tells what it has come to. */
  stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {})

  capabilities() {
    return { reloadEnvironment: true }
  }

  /** Evaluates a bundle and runs its tests, or those that are asked for, until one fails where `bail` says so. */
  async run(bundle, { only, bail, onLoaded = () => {} }) {
    const { promising, stryker } = this
    const idOf = (test) => `${bundle}#${getFullName(test)}`
    let isOver = false
    this.evaluations += 1
    const query = this.evaluations
    const files = await startTests([resolve(bundle)], {
      config,
      importFile: (path) => import(`${pathToFileURL(path).href}?${query}`),
      onCollected: ([file]) => {
        promising.sort(file, idOf)
        onLoaded()
      },
      onBeforeRunTask: (test) => {
        if (isOver || (only !== undefined && !only.has(idOf(test)))) test.mode = 'skip'
      },
      onBeforeTryTask: (test) => {
        stryker.currentTestId = idOf(test)
      },
      onAfterRunTask: (test) => {
        stryker.currentTestId = undefined
        promising.note(idOf(test), test.result)
        if (bail && test.result?.state === 'fail') isOver = true
      }
    })
    const [file] = files
    const tests = getTests(file).flatMap((test) => {
      const status = statuses[test.result?.state]
      const failureMessage = test.result?.errors?.[0]?.message ?? ''
      return status === undefined
        ? []
        : [
            {
              id: idOf(test),
              name: getFullName(test),
              timeSpentMs: test.result.duration ?? 0,
              status,
              failureMessage
            }
          ]
    })
    return getTests(file).length === 0
      ? {
          status: DryRunStatus.Error,
          errorMessage: `${bundle} does not load: ${file.result?.errors?.[0]?.message}`
        }
      : { status: DryRunStatus.Complete, tests }
  }

  async dryRun({ coverageAnalysis }) {
    this.stryker.mutantCoverage = { static: {}, perTest: {} }
    const tests = []
    for (const bundle of bundlesThere()) {
      const result = await this.run(bundle, { bail: false })
      if (result.status === DryRunStatus.Error) return result
      tests.push(...result.tests)
    }
    const { mutantCoverage } = this.stryker
    return { status: DryRunStatus.Complete, tests, ...(coverageAnalysis !== 'off' && { mutantCoverage }) }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    if (needNoTrial(activeMutant)) return toMutantRunResult({ status: DryRunStatus.Complete, tests: [] })
    const { stryker } = this
    const activate = () => {
      stryker.activeMutant = activeMutant.id
    }
    Object.assign(stryker, { activeMutant: undefined, hitCount: 0, hitLimit })
    if (mutantActivation === 'static') activate()
    let result = { status: DryRunStatus.Complete, tests: [] }
    for (const bundle of bundlesThere()) {
      const only = testFilter && new Set(testFilter.filter((id) => id.startsWith(`${bundle}#`)))
      if (only?.size === 0) continue
      result = await this.run(bundle, { only, bail: true, onLoaded: activate })
      const isNoticed =
        result.status === DryRunStatus.Error ||
        result.tests.some(({ status }) => status === TestStatus.Failed)
      if (isNoticed) break
    }
    stryker.activeMutant = undefined
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, hitLimit) ?? result)
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcess)]
