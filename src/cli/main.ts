#!/usr/bin/env node
import { once } from 'node:events'
import { program } from './program.js'
import { styleFor } from './style.js'

const isOfStream = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && error.syscall === 'write'

/**
 * Ends when the output cannot be written: with 0 when nothing reads it any more, as when `head` has had enough; or else
 * with 2, as when the disk is full, and says so if that is possible.
 */
const endUnwritten = (error: NodeJS.ErrnoException): never => {
  if (error.code === 'EPIPE') process.exit(0)
  try {
    process.stderr.write(`kms-custom-key-store: the output cannot be written: ${error.message}\n`)
  } finally {
    process.exit(2)
  }
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', endUnwritten)

const drained = async (stream: NodeJS.WriteStream): Promise<void> => {
  if (stream.writableNeedDrain) await once(stream, 'drain')
}

const end = async (): Promise<void> => {
  try {
    process.exitCode = await program(process.argv.slice(2), {
      // Making the stream takes milliseconds, which most commands need not spend.
      get input() {
        return process.stdin
      },
      print: async (text) => {
        process.stdout.write(text)
        await drained(process.stdout)
      },
      complain: (text) => process.stderr.write(text),
      roomToComplain: () => drained(process.stderr),
      style: styleFor(process.stdout, process.env)
    })
  } catch (error) {
    // A file is written to at once, so its error is thrown.
    if (!isOfStream(error)) throw error
    endUnwritten(error)
  }
}

void end()
