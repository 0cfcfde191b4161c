/** Who reads the requests. */
import { isRight, type Either } from 'fp-ts/lib/Either.js'
import {
  CreateCustomKeyStoreRequest,
  CreateKeyRequest,
  CustomKeyStoreIdRequest,
  decode,
  DescribeCustomKeyStoresRequest,
  GenerateRandomRequest,
  UpdateCustomKeyStoreRequest
} from '../../../src/index.js'
import type { Reader, RequestName } from './limits.js'
import { everyRequest } from './load.js'
import { byAjv, byTypeBox } from './typebox.js'
import { byValibot } from './valibot.js'
import { byZod } from './zod.js'

const readers: Readonly<Record<RequestName, (input: unknown) => Either<unknown, unknown>>> = {
  CreateCustomKeyStore: decode(CreateCustomKeyStoreRequest),
  UpdateCustomKeyStore: decode(UpdateCustomKeyStoreRequest),
  CreateKey: decode(CreateKeyRequest),
  CustomKeyStoreId: decode(CustomKeyStoreIdRequest),
  DescribeCustomKeyStores: decode(DescribeCustomKeyStoresRequest),
  GenerateRandom: decode(GenerateRandomRequest)
}
const byLibrary = Object.fromEntries(
  Object.entries(readers).map(([name, read]) => [name, (input: unknown) => isRight(read(input))])
) as unknown as Reader

/** This library first, then zod, which it is held to. */
export const contenders: Readonly<Record<string, Reader>> = {
  'this library': byLibrary,
  zod: byZod,
  valibot: byValibot,
  ajv: byAjv,
  TypeBox: byTypeBox
}

/** What a contender takes for valid and is not, or the other way round. */
export const wrongReadings = (): ReadonlyArray<string> =>
  everyRequest.flatMap(({ name, valid, requests }) =>
    Object.entries(contenders).flatMap(([contender, reader]) =>
      requests
        .filter((request) => reader[name](request) !== valid)
        .map((request) => `${contender}, ${name}: ${JSON.stringify(request)}`)
    )
  )
