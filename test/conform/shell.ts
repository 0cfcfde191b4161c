import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a POSIX shell prints; `seconds`: the time that it is told, from which new names are made. */
export const shell = async (lines: ReadonlyArray<string>, seconds = 1_700_000_000): Promise<string> => {
  const script = [`date() { echo ${String(seconds)}; }`, ...lines].join('\n')
  const { stdout } = await run('sh', ['-c', script], { env: { PATH: process.env['PATH'] ?? '' } })
  return stdout
}
