import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import { report } from '../codec/decode.js'
import type { Endpoint } from '../endpoint/Endpoint.js'
import type { Served } from '../endpoint/http/Served.js'
import { kmsServer } from '../endpoint/http/server.js'
import { command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { jsonLine, leftOutJson, leftOutText, patientLog, textLine } from './serveLog.js'
import type { Data } from './dataKeeping.js'
import { openedData } from './serveData.js'
import { noMemory, readServe, serveLine, type ServeOptions } from './serveOptions.js'
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
const signalled = async (until: AbortSignal): Promise<undefined> => {
  const signals = ['SIGTERM', 'SIGINT'].map((name) => once(process, name, { signal: until }))
  await Promise.race(signals).catch(() => undefined)
  return undefined
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

/** An endpoint, and what it is kept in. */
interface Started {
  readonly endpoint: Endpoint
  readonly data: Data | undefined
}

/** The endpoint as it was left, or a new one; or why it cannot be had. */
const startedEndpoint = async ({
  data: folder,
  endpoint
}: ServeOptions): Promise<E.Either<string, Started>> => {
  const opened = folder === undefined ? E.right(undefined) : await openedData(folder)
  if (E.isLeft(opened)) return opened
  const data = opened.right
  const made = endpoint(data ?? noMemory)
  if (E.isRight(made)) return E.right({ endpoint: made.right, data })
  await data?.close()
  return E.left(
    `cannot use ${folder ?? ''}: it holds what this program cannot have kept: ${report(made.left)[0] ?? ''}`
  )
}

/** Serves until it is to stop, or until it cannot go on: then it tells why. */
const serveUntil = async (
  stop: Promise<undefined>,
  { endpoint, data }: Started,
  options: ServeOptions,
  console: Console
): Promise<string | undefined> => {
  const isJson = options.log === 'json'
  const line = (served: Served) => (isJson ? jsonLine(served) : textLine(console.style, served))
  neverBlocking(process.stdout)
  const { log, flushed, silence } = patientLog(console.print, isJson ? leftOutJson : leftOutText)
  console.onOutputLost?.((why) => {
    console.complain(`kms-custom-key-store serve: goes on without a log: ${harmless(why)}\n`)
    silence()
  })
  const server = kmsServer({
    ...options,
    endpoint,
    log: (served) => log(line(served)),
    ...(data && { committed: data.committed })
  })
  server.listen(options.port, options.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  const url = `http://${host}:${String(port)}`
  log(isJson ? `${JSON.stringify({ listening: url })}\n` : `Listening on ${url}\n`)
  const failure = await Promise.race([stop, ...(data ? [data.failure] : [])])
  await closed(server)
  await data?.close()
  const isPrinted = await Promise.race([
    flushed().then(() => true),
    setTimeout(lastLines, false, { ref: false })
  ])
  if (!isPrinted) process.exit(failure === undefined ? 0 : 1)
  return failure
}

const run = async (options: ServeOptions, console: Console): Promise<ExitCode> => {
  const complain = (why: string): ExitCode => {
    console.complain(`kms-custom-key-store serve: ${harmless(why)}\n`)
    return 1
  }
  const ended = new AbortController()
  try {
    const started = await startedEndpoint(options)
    if (E.isLeft(started)) return complain(started.left)
    const failure = await serveUntil(signalled(ended.signal), started.right, options, console)
    return failure === undefined ? 0 : complain(failure)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return complain(error.message)
  } finally {
    ended.abort()
  }
}

export const serve = command(serveLine, readServe, run)
