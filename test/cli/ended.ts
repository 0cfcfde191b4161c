/** The program as a user runs it, but in this process. */
import { Readable } from 'node:stream'
import { program } from '../../src/cli/program.js'
import { plain } from '../../src/cli/style.js'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs it to its end, with something on its standard input. */
export const ended = async (
  args: ReadonlyArray<string>,
  input: string | Buffer | AsyncIterable<Buffer> = '',
  style = plain
): Promise<Ended> => {
  const output = { stdout: '', stderr: '' }
  const isContent = typeof input === 'string' || Buffer.isBuffer(input)
  const code = await program(args, {
    input: isContent ? Readable.from([Buffer.from(input)]) : input,
    print: (text) => {
      output.stdout += text
      return Promise.resolve()
    },
    complain: (text) => void (output.stderr += text),
    style
  })
  return { code, ...output }
}
