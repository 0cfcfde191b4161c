import { createHash, createHmac } from 'node:crypto'

/** Who signs a request, for which Region, and when. */
export interface Signer {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string | undefined
  readonly region: string
}

type Headers = Readonly<Record<string, string>>

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest()

/** `20261124T091500Z`. */
const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** Encoded as RFC 3986 has it, which knows more characters than JavaScript. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )

/** The path as it is signed: every segment is encoded once more. */
const canonicalPath = (pathname: string): string => pathname.split('/').map(encoded).join('/')

/**
 * The headers of a POST with its signature. Endpoints that verify none read the access key and the Region from it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export const signed = (signer: Signer, at: Date, url: URL, headers: Headers, body: string): Headers => {
  const time = stamp(at)
  const scope = [time.slice(0, 8), signer.region, 'kms', 'aws4_request']
  const all: Headers = {
    ...headers,
    host: url.host,
    'x-amz-date': time,
    ...(signer.sessionToken !== undefined && { 'x-amz-security-token': signer.sessionToken })
  }
  const names = Object.keys(all).sort()
  const canonical = [
    'POST',
    canonicalPath(url.pathname),
    '',
    ...names.map((name) => `${name}:${(all[name] ?? '').trim()}`),
    '',
    names.join(';'),
    hash(body)
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', time, scope.join('/'), hash(canonical)].join('\n')
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${signer.secretAccessKey}`)
  const credential = `${signer.accessKeyId}/${scope.join('/')}`
  const signature = hmac(key, toSign).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return { ...all, authorization }
}
