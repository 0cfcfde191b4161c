#!/usr/bin/env node
import { once } from 'node:events'
import { endCrashed, endLost } from './lostOutput.js'
import { program } from './program.js'
import { styleFor } from './style.js'

const { stdout, stderr } = process

process.on('uncaughtException', endCrashed)
stderr.on('error', endLost)

let whenLost = endLost
stdout.on('error', (error: NodeJS.ErrnoException) => whenLost(error))

const end = async (): Promise<void> => {
  process.exitCode = await program(process.argv.slice(2), {
    // Making the stream takes milliseconds, which most commands need not spend.
    get input() {
      return process.stdin
    },
    print: (text) =>
      new Promise((resolve) => {
        stdout.write(text, (error) => error ?? resolve())
      }),
    complain: (text) => stderr.write(text),
    roomToComplain: async () => {
      if (stderr.writableNeedDrain) await once(stderr, 'drain')
    },
    onOutputLost: (goOn) => {
      whenLost = ({ message }) => goOn(message)
    },
    style: styleFor(stdout, process.env)
  })
}

void end()
