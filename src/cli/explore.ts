import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { exploreLine, readExplore, type ExploreOptions } from './exploreOptions.js'

/** As far from the source as from what is built of it. */
const page = join(import.meta.dirname, '../../docs/explorer.html')

/** A program with its arguments, which opens an address. */
export interface Opener {
  readonly program: string
  readonly args: ReadonlyArray<string>
}

/** What a system opens an address of a file with. */
export const openerOn = (platform: NodeJS.Platform, address: string): Opener => {
  if (platform === 'darwin') return { program: 'open', args: [address] }
  // It takes its first argument in quotes for a title, and & for the next command.
  if (platform === 'win32')
    return { program: 'cmd', args: ['/c', 'start', '""', address.replaceAll('&', '^&')] }
  return { program: 'xdg-open', args: [address] }
}

/** One that goes on for longer has opened the page, and is itself the browser. */
const longEnough = 3_000

const opened = ({ program, args }: Opener): Promise<boolean> =>
  new Promise((done) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsVerbatimArguments: true })
    const waiting = setTimeout(done, longEnough, true)
    const end = (isOpen: boolean): void => {
      clearTimeout(waiting)
      done(isOpen)
    }
    child.on('error', () => end(false))
    child.on('exit', (code) => end(code === 0))
    child.unref()
  })

const run = async ({ print }: ExploreOptions, console: Console): Promise<ExitCode> => {
  const { href } = pathToFileURL(page)
  await console.print(`${href}\n`)
  if (!print && !(await opened(openerOn(process.platform, href)))) {
    console.complain('kms-custom-key-store explore: nothing opens it here; open this address in a browser\n')
  }
  return 0
}

export const explore = command(exploreLine, readExplore, run)
