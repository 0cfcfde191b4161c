import { writeFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { checkWorkflow, diagramOf, type WorkflowReport } from '../testing/workflow/index.js'
import type { NamedMachine } from './checkDocument.js'
import { evaluators } from './checkEvaluators.js'
import { checkLine, readCheck, type CheckOptions } from './checkOptions.js'
import { checkText } from './checkText.js'
import { command, type Read } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { harmless, visible } from './terminal.js'

interface Checked {
  readonly machine: NamedMachine
  readonly report: Read<WorkflowReport>
}

const refuse = (console: Console, problem: string): ExitCode => {
  console.complain(`kms-custom-key-store check: ${harmless(problem)}\n`)
  return 2
}

const checked =
  ({ functions, input, stores, without, edition }: CheckOptions) =>
  (machine: NamedMachine): Checked => ({
    machine,
    report: pipe(
      machine.definition,
      E.chain((definition) =>
        checkWorkflow(definition, {
          ...evaluators,
          functions,
          stores,
          without,
          edition,
          ...(input !== undefined && { input })
        })
      )
    )
  })

const asJson = ({ file, edition }: CheckOptions, all: ReadonlyArray<Checked>): string => {
  const machines = all.map(({ machine: { name }, report }) =>
    E.isRight(report) ? { name, ...report.right } : { name, unreadable: report.left }
  )
  return `${JSON.stringify({ file, edition, machines })}\n`
}

const asDiagrams = (all: ReadonlyArray<Checked>): string =>
  all
    .flatMap(({ machine: { name, definition }, report }) =>
      E.isLeft(report) || E.isLeft(definition)
        ? []
        : [
            `## ${visible(name)}`,
            '',
            '```mermaid',
            `${diagramOf(definition.right, report.right.findings)}\`\`\``,
            '',
            ...report.right.findings.map(
              ({ kind, says }) => `- \`${kind}\`: ${visible(says).replace(/[<>&`*_[\]]/g, '\\$&')}`
            ),
            ''
          ]
    )
    .join('\n')

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

const exitCode = (all: ReadonlyArray<Checked>, console: Console): ExitCode => {
  const reports = all.flatMap(({ report }) => (E.isRight(report) ? [report.right] : []))
  if (reports.some(({ findings }) => findings.length > 0)) return 1
  if (reports.length < all.length) return 2
  if (reports.every(({ operations }) => operations.length === 0))
    return refuse(console, 'no state asks KMS for anything')
  return reports.some(({ isWhole }) => !isWhole)
    ? refuse(console, 'there is more than was looked at; --input or --store makes it less')
    : 0
}

const run = async (options: CheckOptions, console: Console): Promise<ExitCode> => {
  const { machines, json, jsonFile, diagram, file } = options
  if (machines.length === 0) return refuse(console, `${file} has no state machine`)
  const all = machines.map(checked(options))
  if (json) await console.print(asJson(options, all))
  for (const { machine, report } of all) {
    if (E.isLeft(report)) refuse(console, `${machine.name}: ${report.left}`)
    else if (!json) await console.print(checkText(console.style, machine.name, report.right))
  }
  const unwritten = written(jsonFile, () => asJson(options, all)) ?? written(diagram, () => asDiagrams(all))
  return unwritten === undefined ? exitCode(all, console) : refuse(console, unwritten)
}

export const check = command(checkLine, readCheck, run)
