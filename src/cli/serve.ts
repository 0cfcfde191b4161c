import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Served } from '../endpoint/http/Served.js'
import { kmsServer } from '../endpoint/http/server.js'
import { command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { jsonLine, leftOutJson, leftOutText, patientLog, textLine } from './serveLog.js'
import { readServe, serveLine, type ServeOptions } from './serveOptions.js'
import { harmless } from './terminal.js'

/** In milliseconds: how long open requests may still take after a signal to stop, and then the lines about them. */
const lastRequests = 2_000
const lastLines = 1_000

/** A terminal that is paused would stop everything at the first line that it does not take. */
const neverBlocking = (stream: NodeJS.WriteStream): void => {
  const { _handle: handle } = stream as { _handle?: { readonly setBlocking?: (isBlocking: boolean) => void } }
  if (stream.isTTY) handle?.setBlocking?.(false)
}

/** Waits for a signal to stop, as long as it matters. */
const signalled = async (until: AbortSignal): Promise<void> => {
  const signals = ['SIGTERM', 'SIGINT'].map((name) => once(process, name, { signal: until }))
  await Promise.race(signals).catch(() => undefined)
}

const closed = async (server: Server): Promise<void> => {
  const isClosed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const inTime = new AbortController()
  const deadline = setTimeout(lastRequests, undefined, { signal: inTime.signal })
  deadline.then(() => server.closeAllConnections()).catch(() => undefined)
  await isClosed
  inTime.abort()
}

const serveUntil = async (stop: Promise<void>, options: ServeOptions, console: Console): Promise<void> => {
  const isJson = options.log === 'json'
  const line = (served: Served) => (isJson ? jsonLine(served) : textLine(console.style, served))
  neverBlocking(process.stdout)
  const { log, flushed, silence } = patientLog(console.print, isJson ? leftOutJson : leftOutText)
  console.onOutputLost?.((why) => {
    console.complain(`kms-custom-key-store serve: goes on without a log: ${harmless(why)}\n`)
    silence()
  })
  const server = kmsServer({ ...options, log: (served) => log(line(served)) })
  server.listen(options.port, options.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  const url = `http://${host}:${String(port)}`
  log(isJson ? `${JSON.stringify({ listening: url })}\n` : `Listening on ${url}\n`)
  await stop
  await closed(server)
  const isPrinted = await Promise.race([
    flushed().then(() => true),
    setTimeout(lastLines, false, { ref: false })
  ])
  if (!isPrinted) process.exit(0)
}

const run = async (options: ServeOptions, console: Console): Promise<ExitCode> => {
  const ended = new AbortController()
  try {
    await serveUntil(signalled(ended.signal), options, console)
    return 0
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    console.complain(`kms-custom-key-store serve: ${harmless(error.message)}\n`)
    return 1
  } finally {
    ended.abort()
  }
}

export const serve = command(serveLine, readServe, run)
