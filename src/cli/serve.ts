import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as E from 'fp-ts/lib/Either.js'
import { defaultEdition, editionNames } from '../editions/editions.js'
import type { Command, Console } from './Command.js'
import { wrongCommandLine } from './commandLine.js'
import type { Served } from '../endpoint/http/Served.js'
import { jsonLine, leftOutJson, leftOutText, patientLog, textLine } from './serveLog.js'
import { readOptions, type ServeOptions } from './serveOptions.js'
import { kmsServer } from '../endpoint/http/server.js'

const help = `Answers as AWS KMS does for custom key stores and the keys in them, for any AWS client.

Usage: kms-custom-key-store serve [OPTIONS]

Without --infrastructure, every cluster, proxy and VPC endpoint service that a request names exists and is without
fault. Signatures are accepted and not verified. State is kept per account and Region, in memory. Beside AWS's own
interface, /_control/ changes what stands behind the stores and lets KMS's own work end: see docs/endpoint.md.

Options:
  --port N                 0 picks a free one; the first line says which (8080)
  --host ADDRESS           Where to listen (127.0.0.1)
  --allow-remote           Needed for any --host that is not loopback
  --infrastructure FILE    What exists, and how it is: JSON, as the facts of a history
  --connection-delay MS    Until a connection or disconnection ends (1000); manual: it waits to be told
  --account ID             Whose requests they all are; without it, the access key tells
  --edition NAME           The edition of AWS's text to follow (${defaultEdition}).
                           One of ${editionNames.join(', ')}
  --log json               One JSON object for each request, instead of text
  -h, --help               Show this text

Example:
  kms-custom-key-store serve --port 8080
  aws kms describe-custom-key-stores --endpoint-url http://127.0.0.1:8080
`

/** In milliseconds: how long requests may still take once the program is told to stop. */
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

const run: Command['run'] = async (args, console) => {
  const options = readOptions(args)
  if (E.isLeft(options)) return wrongCommandLine(console, 'serve', options.left)
  try {
    await serveUntilStopped(options.right, console)
    return 0
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    console.complain(`kms-custom-key-store serve: ${error.message}\n`)
    return 1
  }
}

export const serve: Command = {
  summary: 'Answer as AWS KMS does, for any AWS client',
  help,
  run
}
