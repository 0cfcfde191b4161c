/** What a client did, as AWS CloudTrail writes it. */
import { appendFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'

export interface Trail {
  readonly file: string
  /** The time of the server in milliseconds since 1970, less a year: weeks pass in it, and a log of the future is none. */
  readonly now: () => number
  readonly pass: (milliseconds: number) => void
  readonly write: (record: object) => void
}

export const trailIn = (file: string): Trail => {
  let ahead = -365 * 86_400_000
  return {
    file,
    now: () => Date.now() + ahead,
    pass: (milliseconds) => (ahead += milliseconds),
    write: (record) => appendFileSync(file, `${JSON.stringify(record)}\n`)
  }
}

const lowerCamel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** CloudTrail shows neither secrets nor what is encrypted. */
const secret = ['XksProxyAuthenticationCredential', 'Plaintext', 'CiphertextBlob']

interface Outcome {
  /** The id of a new store. */
  readonly created: string | undefined
  /** The id of the store of a key that was used. */
  readonly usedIn: string | undefined
  readonly refusal: string | undefined
}

/** The record of one operation. `time` in milliseconds since 1970. */
export const record = (
  account: string,
  operation: string,
  input: Readonly<Record<string, unknown>>,
  time: number,
  { created, usedIn, refusal }: Outcome
): object => ({
  eventVersion: '1.11',
  userIdentity: { type: 'IAMUser', accountId: account, userName: account },
  eventTime: new Date(time).toISOString().replace(/\.\d{3}/, ''),
  eventSource: 'kms.amazonaws.com',
  eventName: operation,
  awsRegion: 'us-east-1',
  sourceIPAddress: '127.0.0.1',
  userAgent: 'crash',
  ...(refusal !== undefined && { errorCode: refusal }),
  requestParameters: Object.fromEntries(
    Object.entries(input)
      .filter(([name]) => !secret.includes(name))
      .map(([name, value]) => [lowerCamel(name), value])
  ),
  responseElements: created === undefined || refusal !== undefined ? null : { customKeyStoreId: created },
  ...(usedIn !== undefined && { additionalEventData: { customKeyStoreId: usedIn } }),
  requestID: randomUUID(),
  eventID: randomUUID(),
  readOnly: operation.startsWith('Describe'),
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: account
})
