import { Sha256Node } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'
import type { Sign } from '../conform/index.js'

/** Who signs requests, and for which Region. */
export interface Signer {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string | undefined
  readonly region: string
}

const signatureOf = ({ region, sessionToken, ...keys }: Signer): SignatureV4 =>
  new SignatureV4({
    service: 'kms',
    region,
    credentials: { ...keys, ...(sessionToken !== undefined && { sessionToken }) },
    sha256: Sha256Node,
    applyChecksum: false
  })

/** Signs as AWS's own clients do, at the time that the clock shows. */
export const signedBy =
  (signer: Signer, now = (): Date => new Date()): Sign =>
  async ({ url, headers, ...request }, accessKeyId = signer.accessKeyId) => {
    const { protocol, hostname, host, pathname, searchParams } = new URL(url)
    const signed = await signatureOf({ ...signer, accessKeyId }).sign(
      {
        ...request,
        protocol,
        hostname,
        path: pathname,
        query: Object.fromEntries(searchParams),
        headers: { ...headers, host }
      },
      { signingDate: now() }
    )
    return signed.headers
  }
