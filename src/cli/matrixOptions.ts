import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { rulesPage } from '../conform/ruleAddress.js'
import { commandLine, type Read } from './commandLine.js'
import { anyText, fileName, oneOf, option, type OptionValue } from './options.js'
import { outputFile } from './outputFile.js'

const formats = ['html', 'markdown', 'badge'] as const

/** The options of `matrix`, read. */
export interface MatrixOptions {
  readonly files: ReadonlyArray<string>
  readonly format: (typeof formats)[number]
  readonly output: string | undefined
  /** The address of docs/rules.md. */
  readonly rules: string
}

const intro = `Makes one page of many reports: what each implementation does in every check, which rules it breaks, and where AWS states them.

A report is what conform writes with --json. The page is one file that loads nothing and needs no JavaScript.`

const notes = `--format markdown is for the summary of a build; badge, for one REPORT, is the JSON that the endpoint
badge of shields.io reads.

Exit code: 0 when it is made, whatever the reports say; 2 for a wrong command line or a REPORT that
cannot be read.
`

/** An address without a scheme is relative to the page. */
const pageAddress: OptionValue<string> = {
  is: 'an address that begins with http:// or https://, or a relative one without blanks, brackets and #',
  read: (text) =>
    pipe(
      anyText.read(text),
      O.filter((address) => /^(https?:\/\/[^\s()<>#]+|[^\s()<>#:]+)$/.test(address))
    )
}

export const matrixLine = () =>
  commandLine('matrix', { intro, notes, examples: ['$ matrix one.json other.json --output matrix.html'] })
    .argument('<REPORT...>', 'a report that conform wrote with --json')
    .addOption(option('--format <FORMAT>', 'what to make', oneOf(formats)).default('html' as const))
    .addOption(option('--output <FILE>', 'the file to write to, instead of printing it', fileName))
    .addOption(
      option(
        '--rules <URL>',
        'the address of docs/rules.md of this package, for links to rules',
        pageAddress
      ).default(rulesPage)
    )

type Line = ReturnType<typeof matrixLine>

export const readMatrix = (
  { output, ...options }: ReturnType<Line['opts']>,
  [files]: Line['processedArgs']
): Read<MatrixOptions> =>
  pipe(
    outputFile('--output', output),
    E.filterOrElse(
      () => options.format !== 'badge' || files.length === 1,
      () => 'a badge is of one REPORT, not of several'
    ),
    E.map((output) => ({ ...options, files, output }))
  )
