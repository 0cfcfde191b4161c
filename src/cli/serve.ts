import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Served } from '../endpoint/http/Served.js'
import { kmsServer } from '../endpoint/http/server.js'
import { command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { jsonLine, leftOutJson, leftOutText, patientLog, textLine } from './serveLog.js'
import { readServe, serveLine, type ServeOptions } from './serveOptions.js'
import { harmless } from './terminal.js'

/** In milliseconds: how long open requests may still take after a signal to stop. */
const lastRequests = 2_000

const stopped = async (server: Server): Promise<void> => {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const deadline = setTimeout(() => server.closeAllConnections(), lastRequests)
  await closed
  clearTimeout(deadline)
}

const serveUntilStopped = async (options: ServeOptions, console: Console): Promise<void> => {
  const isJson = options.log === 'json'
  const line = (served: Served) => (isJson ? jsonLine(served) : textLine(console.style, served))
  const print = patientLog(console.print, isJson ? leftOutJson : leftOutText)
  const server = kmsServer({ ...options, log: (served) => print(line(served)) })
  server.listen(options.port, options.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  const url = `http://${host}:${String(port)}`
  await console.print(isJson ? `${JSON.stringify({ listening: url })}\n` : `Listening on ${url}\n`)
  await stopped(server)
}

const run = async (options: ServeOptions, console: Console): Promise<ExitCode> => {
  try {
    await serveUntilStopped(options, console)
    return 0
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    console.complain(`kms-custom-key-store serve: ${harmless(error.message)}\n`)
    return 1
  }
}

export const serve = command(serveLine, readServe, run)
