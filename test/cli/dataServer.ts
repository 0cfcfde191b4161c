/** A process of `serve --data`, for tests of what it keeps. */
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect } from 'vitest'
import { operation, send } from '../bench/soak/requests.js'
import { firstLine, program } from './built.js'

type Process = ChildProcessByStdio<null, Readable, Readable>

export const running = async (command: string, args: ReadonlyArray<string>) => {
  const child: Process = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const line = await firstLine(child.stdout)
  child.stdout.resume()
  const ended = Promise.all([once(child, 'exit'), text(child.stderr)]).then(([[code], complaint]) => ({
    code: code as number | null,
    complaint
  }))
  return { child, ended, url: (JSON.parse(line) as { readonly listening: string }).listening }
}

export const serve = (data: string): ReadonlyArray<string> => [
  program,
  'serve',
  '--port',
  '0',
  '--log',
  'json',
  '--data',
  data
]

/** Makes a store in an account of its own. */
export const created = async (url: string, i: number): Promise<string> => {
  const { status, body } = await send(
    url,
    operation(String(1e11 + i), 'CreateCustomKeyStore', {
      CustomKeyStoreName: `store ${String(i)}`,
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: 'https://xks.example.com',
      XksProxyUriPath: `/${String(i)}/kms/xks/v1`,
      XksProxyAuthenticationCredential: {
        AccessKeyId: 'ABCDE234567ABCDE234567',
        RawSecretAccessKey: 'aVerySecretAccessKeyThatNobodyMaySee0123456789'
      }
    })
  )
  expect(status).toBe(200)
  return String(body['CustomKeyStoreId'])
}
