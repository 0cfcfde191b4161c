/** Generators of requests as they arrive: most in order, some with a member too many, too few or of the wrong kind. */
import fc, { type Arbitrary } from 'fast-check'
import { validRequest } from '../src/arbitraries/index.js'
import * as cks from '../src/index.js'
import { cryptography } from './protocol/endpoint.js'

type Raw = Readonly<Record<string, unknown>>

/** Secrets where they belong and are refused. */
const spoiledSecret = fc.constantFrom<unknown>(
  'Hidden7'.repeat(20),
  ['Hidden7Password'],
  { Hidden7: 'Hidden7Password' },
  { AccessKeyId: 'hidden7', RawSecretAccessKey: 'Hidden7' },
  { AccessKeyId: 'ACCESSKEYIDNUMBERTWO', RawSecretAccessKey: 'Hidden7 '.repeat(6) }
)

const sensitiveMembers = ['KeyStorePassword', 'XksProxyAuthenticationCredential']

/** The request, or one time in ten the request without a member or with a member of the wrong kind. */
const sometimesSpoiled = (raw: Arbitrary<Raw>): Arbitrary<Raw> =>
  fc.oneof(
    { weight: 9, arbitrary: raw },
    {
      weight: 1,
      arbitrary: fc
        .record({ raw, at: fc.nat(9), value: fc.jsonValue({ maxDepth: 1 }), secret: spoiledSecret })
        .map(({ raw, at, value, secret }) => {
          const names = Object.keys(raw)
          const member = names[at % names.length] ?? 'Unknown'
          if (sensitiveMembers.includes(member)) return { ...raw, [member]: secret }
          return at % 2 === 0 ? { ...raw, [member]: value } : { ...raw, KeyStorePassword: secret }
        })
    }
  )

/** For each operation, a request as it arrives. */
export const rawRequest = Object.fromEntries(
  cks.operationNames.map((name) => [
    name,
    sometimesSpoiled(validRequest(name, { seal: cryptography.encrypt }))
  ])
) as unknown as Readonly<Record<cks.OperationName, Arbitrary<Raw>>>
