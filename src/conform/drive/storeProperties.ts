import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { decode, report } from '../../codec/decode.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import { CreateCustomKeyStoreRequest } from '../../model/requests/CreateCustomKeyStoreRequest.js'
import type { Members } from '../Exchange.js'
import { createRequest, inventor } from './Inventor.js'

/**
 * What the stores are created with. `sound`: the members of a Create whose store can be connected; what is missing is
 * made up. `faulty`: of one whose connection is bound to fail; without it FAILED cannot be reached. `XksKeyIds`: external
 * keys that exist.
 */
export interface StoreProperties {
  readonly sound: Members
  readonly faulty?: Members
  readonly XksKeyIds?: ReadonlyArray<string>
}
export type StorePropertiesByType = Readonly<Record<CustomKeyStoreType, StoreProperties>>

const Told = t.partial({
  sound: t.UnknownRecord,
  faulty: t.UnknownRecord,
  XksKeyIds: t.readonlyArray(t.string)
})
const ToldByType = t.partial({ AWS_CLOUDHSM: Told, EXTERNAL_KEY_STORE: Told }, 'Stores')

export const madeUp: StorePropertiesByType = {
  AWS_CLOUDHSM: { sound: {} },
  EXTERNAL_KEY_STORE: { sound: {} }
}

const wrongIn = (type: CustomKeyStoreType, { sound, faulty }: StoreProperties): ReadonlyArray<string> =>
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
export const readStoreProperties = (input: unknown): E.Either<string, StorePropertiesByType> =>
  pipe(
    decode(ToldByType)(input),
    E.mapLeft((violations) => report(violations).join('; ')),
    E.map((told): StorePropertiesByType => {
      const of = (type: CustomKeyStoreType): StoreProperties => ({
        ...told[type],
        sound: told[type]?.sound ?? {}
      })
      return { AWS_CLOUDHSM: of('AWS_CLOUDHSM'), EXTERNAL_KEY_STORE: of('EXTERNAL_KEY_STORE') }
    }),
    E.chain((storeProperties) => {
      const wrong = customKeyStoreTypes.flatMap((type) => wrongIn(type, storeProperties[type]))
      return wrong.length === 0 ? E.right(storeProperties) : E.left(wrong.join('; '))
    })
  )
