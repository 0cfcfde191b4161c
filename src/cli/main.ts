#!/usr/bin/env node
import { once } from 'node:events'
import { program } from './program.js'
import { styleFor } from './style.js'

/** Ends when nothing reads the output any more, as when `head` has had enough. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
}

const end = async (): Promise<void> => {
  process.exitCode = await program(process.argv.slice(2), {
    // Making the stream takes milliseconds, which most commands need not spend.
    get input() {
      return process.stdin
    },
    print: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain')
    },
    complain: (text) => process.stderr.write(text),
    style: styleFor(process.stdout, process.env)
  })
}

void end()
