import type { Style } from './style.js'

/** 0: done. 1: the input is at fault. 2: the command line is at fault. */
export type ExitCode = 0 | 1 | 2

/** What a command reads from and writes to beside files. */
export interface Console {
  readonly input: AsyncIterable<Buffer>
  /** Waits until there is room for more. */
  readonly print: (text: string) => Promise<void>
  readonly complain: (text: string) => void
  readonly style: Style
}

/** A command of the program. */
export interface Command {
  /** What it does, in a few words. */
  readonly summary: string
  /** What `--help` prints: usage, options, an example. */
  readonly help: string
  /** Runs with the arguments after its name. */
  readonly run: (args: ReadonlyArray<string>, console: Console) => Promise<ExitCode>
}
