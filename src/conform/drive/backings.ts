import { randomBytes } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { decode, report } from '../../codec/decode.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import { CreateCustomKeyStoreRequest } from '../../model/requests/CreateCustomKeyStoreRequest.js'
import type { Members } from '../Exchange.js'

/**
 * What the stores are created with. `sound`: the members of a Create whose store can be connected; what is missing is
 * made up. `faulty`: of one whose connection is bound to fail; without it FAILED cannot be reached. `XksKeyIds`: external
 * keys that exist.
 */
export interface Backing {
  readonly sound: Members
  readonly faulty?: Members
  readonly XksKeyIds?: ReadonlyArray<string>
}
export type Backings = Readonly<Record<CustomKeyStoreType, Backing>>

const Told = t.partial({
  sound: t.UnknownRecord,
  faulty: t.UnknownRecord,
  XksKeyIds: t.readonlyArray(t.string)
})
const ToldBackings = t.partial({ AWS_CLOUDHSM: Told, EXTERNAL_KEY_STORE: Told }, 'Stores')

/** Makes up what no other store has. */
export interface Inventor {
  readonly name: () => string
  readonly members: (type: CustomKeyStoreType) => Members
}

/** The id of no store. */
export const unknownStore = 'cks-0000000000c0nf0rm'

const letters = 'abcdefghijklmnop'

/** A number in letters, since the id of a cluster has few digits. */
const inLetters = (n: number): string =>
  Array.from(n.toString(16), (digit) => letters[parseInt(digit, 16)]).join('')

export const inventor = (): Inventor => {
  const run = randomBytes(4).toString('hex')
  let made = 0
  const next = (): string => inLetters((made += 1)).padStart(5, 'a')
  return {
    name: () => `conform-${run}-${next()}`,
    members: (type) =>
      type === 'AWS_CLOUDHSM'
        ? {
            CustomKeyStoreType: type,
            CloudHsmClusterId: `cluster-${inLetters(parseInt(run, 16)).padStart(8, 'a')}${next()}`,
            TrustAnchorCertificate: 'made up by conform',
            KeyStorePassword: 'conform1'
          }
        : {
            CustomKeyStoreType: type,
            XksProxyConnectivity: 'PUBLIC_ENDPOINT',
            XksProxyUriEndpoint: 'https://conform.example.com',
            XksProxyUriPath: `/${run}-${next()}/kms/xks/v1`,
            XksProxyAuthenticationCredential: {
              AccessKeyId: 'ABCDE234567ABCDE234567',
              RawSecretAccessKey: 'madeUpByConformSoThatItIsLongEnough0123456789'
            }
          }
  }
}

/** A Create of a store of that type, with another name each time. */
export const createRequest = (invent: Inventor, type: CustomKeyStoreType, told: Members): Members => ({
  ...invent.members(type),
  ...told,
  CustomKeyStoreName: invent.name()
})

export const madeUp: Backings = { AWS_CLOUDHSM: { sound: {} }, EXTERNAL_KEY_STORE: { sound: {} } }

const wrongIn = (type: CustomKeyStoreType, { sound, faulty }: Backing): ReadonlyArray<string> =>
  Object.entries({ sound, faulty }).flatMap(([name, members]) =>
    members === undefined
      ? []
      : pipe(
          createRequest(inventor(), type, members),
          decode(CreateCustomKeyStoreRequest),
          E.match(
            (violations) => report(violations).map((line) => `${type}.${name}.${line}`),
            () => []
          )
        )
  )

/** Reads what is told of the stores; or says what is wrong with it. */
export const readBackings = (input: unknown): E.Either<string, Backings> =>
  pipe(
    decode(ToldBackings)(input),
    E.mapLeft((violations) => report(violations).join('; ')),
    E.map((told): Backings => {
      const of = (type: CustomKeyStoreType): Backing => ({ ...told[type], sound: told[type]?.sound ?? {} })
      return { AWS_CLOUDHSM: of('AWS_CLOUDHSM'), EXTERNAL_KEY_STORE: of('EXTERNAL_KEY_STORE') }
    }),
    E.chain((backings) => {
      const wrong = customKeyStoreTypes.flatMap((type) => wrongIn(type, backings[type]))
      return wrong.length === 0 ? E.right(backings) : E.left(wrong.join('; '))
    })
  )
