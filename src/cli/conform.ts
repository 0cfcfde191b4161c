import { writeFileSync } from 'node:fs'
import { stderr } from 'node:process'
import * as E from 'fp-ts/lib/Either.js'
import { controlAt } from '../conform/drive/controlClient.js'
import { client } from '../conform/drive/client.js'
import type { Client } from '../conform/drive/Send.js'
import { run } from '../conform/drive/run.js'
import { conforms, countOf, isCutShort, type ConformReport } from '../conform/ConformReport.js'
import { command } from './commandLine.js'
import { conformLine, readConform, type ConformOptions } from './conformOptions.js'
import { replayed } from './conformReplay.js'
import { progressBar } from './conformProgress.js'
import { reportText } from './conformReportText.js'
import type { Console, ExitCode } from './Console.js'
import { junit } from './junit.js'
import { signedBy } from './signature.js'
import { discreetClient, withoutCredentials } from './discreetClient.js'
import { stopping, type Stopping } from './stopping.js'
import { isDoubtful } from '../conform/ReportedDeviation.js'
import { comparedWith, nameOf, type ExpectedFailures } from '../conform/expectedFailures.js'
import { harmless } from './terminal.js'

const refuse = (console: Console, problem: string): ExitCode => {
  console.complain(`kms-custom-key-store conform: ${harmless(problem)}\n`)
  return 2
}

/** Whether nothing was shown at all. */
const isEmpty = (report: ConformReport): boolean =>
  report.checks.length > 0 &&
  countOf(report, 'not reached') + countOf(report, 'not implemented') === report.checks.length

/** Writes to a file, if there is one to write to; returns what went wrong. */
const written = (file: string | undefined, text: () => string): string | undefined => {
  if (file === undefined) return undefined
  try {
    writeFileSync(file, text())
    return undefined
  } catch (error) {
    return `cannot write ${file}: ${E.toError(error).message}`
  }
}

const leftText = ({ stores, keys }: ConformReport['left']): string => {
  const left = [...stores, ...keys]
  return left.length === 0 ? '; nothing that it made is left' : `; left at the endpoint: ${left.join(', ')}`
}

/** What differs from the expected failures. Part of a run does not show that a rule is kept now. */
const differing = (
  expected: ExpectedFailures,
  report: ConformReport,
  only: string
): ReadonlyArray<string> => {
  const { unexpected, stale } = comparedWith(expected, report)
  return [
    ...unexpected.map((name) => `not among the expected failures: ${name}`),
    ...(only === '' ? stale.map((name) => `expected to fail, and does not: ${name}`) : [])
  ]
}

const show = async (report: ConformReport, options: ConformOptions, console: Console): Promise<ExitCode> => {
  const { json, types } = options
  const asJson = (): string => `${JSON.stringify(report)}\n`
  const isOfNothing = report.checks.length === 0 && report.histories.ran === 0 && options.only !== ''
  if (json || !isOfNothing) await console.print(json ? asJson() : reportText(console.style, report, types))
  const unwritten = written(options.jsonFile, asJson) ?? written(options.junit, () => junit(report))
  if (unwritten !== undefined) return refuse(console, unwritten)
  if (report.cutShort !== undefined) {
    return refuse(console, `cut short: ${report.cutShort}${leftText(report.left)}`)
  }
  if (isOfNothing) return refuse(console, `no check has a name that contains '${options.only}'`)
  if (isEmpty(report)) return refuse(console, 'nothing could be tried; the reasons are above')
  if (options.expectedFailures !== undefined) {
    const wrong = differing(options.expectedFailures, report, options.only)
    if (wrong.length > 0) {
      for (const line of wrong) console.complain(`kms-custom-key-store conform: ${harmless(line)}\n`)
      return 1
    }
  } else if (!conforms(report)) return 1
  const doubtful = report.faults.filter(isDoubtful).map(nameOf)
  if (doubtful.some((name) => options.expectedFailures?.includes(name) !== true)) {
    return refuse(console, 'what was seen once did not show up again, so there is no verdict')
  }
  return isCutShort(report)
    ? refuse(
        console,
        'no rule was seen broken, but part of what was asked for was blocked; the reasons are above'
      )
    : 0
}

/** Checks the endpoint and shows the report; a sentence where it is no endpoint of KMS. */
const checked = async (
  options: ConformOptions,
  kms: Client,
  stop: Stopping,
  console: Console
): Promise<ExitCode | string> => {
  const { endpoint, signer, histories, control, token, ...rest } = options
  const bar = progressBar({ isTTY: stderr.isTTY, write: (text) => stderr.write(text) }, Date.now)
  try {
    const report = await run({
      ...rest,
      endpoint: withoutCredentials(endpoint),
      date: new Date().toISOString(),
      client: kms,
      ...(control && { control: controlAt(endpoint.href, token, options.timeout) }),
      region: signer.region,
      runs: histories,
      stopped: stop.why,
      progress: bar.show
    })
    bar.hide()
    return typeof report === 'string' ? report : await show(report, options, console)
  } finally {
    bar.hide()
  }
}

const conformTo = async (options: ConformOptions, console: Console): Promise<ExitCode> => {
  const { endpoint, signer, timeout, timeLimit, replay } = options
  const shown = withoutCredentials(endpoint)
  const stop = stopping(timeLimit)
  const kms = discreetClient(client(endpoint.href, signedBy(signer), timeout), signer, endpoint)
  try {
    const code =
      replay === undefined
        ? await checked(options, kms, stop, console)
        : await replayed(replay, options, kms, stop, console)
    if (stop.isBySignal()) return 130
    return typeof code === 'number'
      ? code
      : refuse(console, `${shown} does not answer as KMS does: ${code}. Is it running, at that address?`)
  } finally {
    stop.end()
    kms.close()
  }
}

export const conform = command(conformLine, readConform, conformTo)
