/** The command line as `npm run build` makes it, for the tests that start it as a process. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'

export const program = resolve('dist/cli/main.cjs')

if (!existsSync(program)) throw new Error(`${program} is missing: run "npm run build" first`)

/** The first line that a process prints. Rejects when it ends without one, so that nobody waits for it. */
export const firstLine = (output: Readable): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    const hear = (chunk: Buffer): void => {
      text += chunk.toString()
      if (!text.includes('\n')) return
      output.off('data', hear)
      resolve(text.slice(0, text.indexOf('\n')))
    }
    output.on('data', hear)
    output.once('end', () => reject(new Error(`the process ended without a line: ${text}`)))
  })
