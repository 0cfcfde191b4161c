/** What is sent in a soak, and what must come back. */
import { Agent, request as open } from 'node:http'

export interface Request {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Promises a body, of so many bytes, that never comes. */
  readonly promises?: number
}

export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** The claim of a signature, which is all that is read of it. */
export const signedBy = (accessKey: string, region = 'us-east-1'): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKey}/20261124/${region}/kms/aws4_request, SignedHeaders=host, Signature=0`

/** A request for an operation, as an AWS client makes it. */
export const operation = (accessKey: string, name: string, input: object): Request => ({
  method: 'POST',
  path: '/',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `TrentService.${name}`,
    authorization: signedBy(accessKey)
  },
  body: JSON.stringify(input)
})

/** A request of the control interface. */
export const control = (name: string, input: object): Request => ({
  method: 'POST',
  path: `/_control/${name}`,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(input)
})

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The answer, if it is one that AWS could give: an object, and with a name and a message unless all is well. */
const read = (sent: Request, status: number, text: string): Answer => {
  const body = parsed(text)
  const isRefusal =
    isObject(body) && typeof body['__type'] === 'string' && typeof body['message'] === 'string'
  if (isObject(body) && (status === 200 || (status >= 400 && isRefusal))) return { status, body }
  throw new Error(`No answer of AWS's: ${String(status)} ${text}\nto ${JSON.stringify(sent)}`)
}

const agent = new Agent({ keepAlive: true })

const exchanged = ({ method, path, headers, body, promises }: Request, url: string) =>
  new Promise<readonly [status: number, text: string]>((resolve, reject) => {
    const length = String(promises ?? Buffer.byteLength(body))
    const outgoing = open(url, { agent, method, path, headers: { ...headers, 'content-length': length } })
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (part: string) => (text += part))
      incoming.on('error', reject)
      incoming.on('end', () => {
        if (promises !== undefined) outgoing.destroy()
        resolve([incoming.statusCode ?? 0, text])
      })
    })
    if (promises === undefined) outgoing.end(body)
    else outgoing.flushHeaders()
  })

/** Sends a request over a connection that is kept, and reads the answer. */
export const send = async (url: string, sent: Request): Promise<Answer> => {
  const [status, text] = await exchanged(sent, url)
  return read(sent, status, text)
}
