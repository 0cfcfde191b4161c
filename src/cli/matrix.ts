import { writeFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { badge, matrixMarkdown, matrixPage, readColumn, type Column } from '../conform/matrix/index.js'
import { command, type Read } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { jsonFile } from './jsonFile.js'
import { matrixLine, readMatrix, type MatrixOptions } from './matrixOptions.js'
import { harmless } from './terminal.js'

const refuse = (console: Console, problem: string): ExitCode => {
  console.complain(`kms-custom-key-store matrix: ${harmless(problem)}\n`)
  return 2
}

const columnIn = (file: string): Read<Column> =>
  pipe(
    jsonFile(file),
    E.chain((input) =>
      pipe(
        readColumn(input),
        E.mapLeft((problem) => `${file}: ${problem}`)
      )
    )
  )

const made = ({ format, rules }: MatrixOptions, columns: ReadonlyArray<Column>): string => {
  switch (format) {
    case 'html':
      return matrixPage(columns, rules)
    case 'markdown':
      return matrixMarkdown(columns, rules)
    case 'badge':
      return columns.map((column) => `${JSON.stringify(badge(column))}\n`).join('')
  }
}

const write = async (output: string | undefined, text: string, console: Console): Promise<ExitCode> => {
  if (output === undefined) {
    await console.print(text)
    return 0
  }
  try {
    writeFileSync(output, text)
    return 0
  } catch (error) {
    return refuse(console, `cannot write ${output}: ${E.toError(error).message}`)
  }
}

const run = async (options: MatrixOptions, console: Console): Promise<ExitCode> => {
  const columns = pipe(options.files, E.traverseArray(columnIn))
  return E.isLeft(columns)
    ? refuse(console, columns.left)
    : write(options.output, made(options, columns.right), console)
}

/** A command of its own, since `conform` asks an endpoint and has to be told of it, and this only reads files. */
export const matrix = command(matrixLine, readMatrix, run)
