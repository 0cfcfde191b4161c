import { env } from 'node:process'
import * as E from 'fp-ts/lib/Either.js'
import type { Read } from './commandLine.js'
import type { Signer } from './signature.js'

const isRegion = (region: string): boolean => /^[a-z0-9-]{1,32}$/.test(region)

/** As the AWS clients find them; an endpoint that verifies no signature accepts any. */
export const signerFor = (region: string | undefined): Read<Signer> => {
  const found = region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1'
  return isRegion(found)
    ? E.right({
        accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '111122223333',
        secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? 'any',
        sessionToken: env['AWS_SESSION_TOKEN'],
        region: found
      })
    : E.left(`'${found}' is not a valid Region name`)
}
