import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { decode, report } from '../../codec/decode.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import { CreateCustomKeyStoreRequest } from '../../model/requests/CreateCustomKeyStoreRequest.js'
import type { Members } from '../Exchange.js'
import { createRequest, inventor } from './Inventor.js'

/**
 * The members to create stores with; those that are missing are made up. `sound`: of a store that can be connected.
 * `faulty`: of a store whose connection always fails; without it FAILED may not be reached. `XksKeyIds`: external keys
 * that exist.
 */
export interface StoreProperties {
  readonly sound: Members
  readonly faulty?: Members
  readonly XksKeyIds?: ReadonlyArray<string>
}
export type StorePropertiesByType = Readonly<Record<CustomKeyStoreType, StoreProperties>>

const Properties = t.partial({
  sound: t.UnknownRecord,
  faulty: t.UnknownRecord,
  XksKeyIds: t.readonlyArray(t.string)
})
const PropertiesByType = t.partial({ AWS_CLOUDHSM: Properties, EXTERNAL_KEY_STORE: Properties }, 'Stores')

export const madeUp: StorePropertiesByType = {
  AWS_CLOUDHSM: { sound: {} },
  EXTERNAL_KEY_STORE: { sound: {} }
}

const isTypeOf = ({ CustomKeyStoreType: type = 'AWS_CLOUDHSM' }: Members, of: CustomKeyStoreType): boolean =>
  type === of

/** Whether a Create is of a store whose connection always fails. */
export const isFaultyCreate = (storeProperties: StorePropertiesByType, request: Members): boolean =>
  customKeyStoreTypes
    .filter((type) => isTypeOf(request, type))
    .map((type) => Object.entries(storeProperties[type].faulty ?? {}))
    .some(
      (faulty) =>
        faulty.length > 0 &&
        faulty.every(([name, value]) => JSON.stringify(request[name]) === JSON.stringify(value))
    )

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

/** Reads the file of --stores, which may leave out everything; left: the problem with it. */
export const readStoreProperties = (input: unknown): E.Either<string, StorePropertiesByType> =>
  pipe(
    decode(PropertiesByType)(input),
    E.mapLeft((violations) => report(violations).join('; ')),
    E.map((read): StorePropertiesByType => {
      const of = (type: CustomKeyStoreType): StoreProperties => ({
        ...read[type],
        sound: read[type]?.sound ?? {}
      })
      return { AWS_CLOUDHSM: of('AWS_CLOUDHSM'), EXTERNAL_KEY_STORE: of('EXTERNAL_KEY_STORE') }
    }),
    E.chain((storeProperties) => {
      const wrong = customKeyStoreTypes.flatMap((type) => wrongIn(type, storeProperties[type]))
      return wrong.length === 0 ? E.right(storeProperties) : E.left(wrong.join('; '))
    })
  )
