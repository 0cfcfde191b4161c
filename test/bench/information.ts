import {
  account as operations,
  CreateCustomKeyStoreRequest,
  CreateKeyRequest,
  decode,
  emptyAccount,
  healthyInfrastructure,
  UpdateCustomKeyStoreRequest,
  type Account,
  type Circumstances,
  type CustomKeyStoreId
} from '../../src/index.js'
import { isRight, type Either } from 'fp-ts/lib/Either.js'
import { measure, type Contender } from './measure.js'
import { number, spreadOf, type Table } from './Table.js'
import { createRequests, keyRequests, updateRequests } from './requests.js'
import { account, named, otherStores, stores } from './stores.js'

const all = (name: string, work: ReadonlyArray<() => Either<unknown, unknown>>): Contender => ({
  name,
  size: work.length,
  pass: () => work.reduce((valid, each) => (isRight(each()) ? valid + 1 : valid), 0)
})

const decoding = all('requests decoded by io-ts', [
  ...createRequests.map((request) => () => decode(CreateCustomKeyStoreRequest)(request)),
  ...updateRequests.map((request) => () => decode(UpdateCustomKeyStoreRequest)(request)),
  ...keyRequests.map((request) => () => decode(CreateKeyRequest)(request))
])

const given: Circumstances = {
  infrastructure: healthyInfrastructure,
  now: 1_700_000_000,
  newCustomKeyStoreId: named<CustomKeyStoreId>('cks-9234567890abcdef0'),
  newKeyId: named('1234abcd-12ab-34cd-56ef-1234567890ab')
}

const onAccount = (before: Account): ReadonlyArray<() => Either<unknown, unknown>> => {
  const { CustomKeyStoreId } = before.stores[0]!
  return [
    () => operations.connect(given)({ CustomKeyStoreId })(before),
    () => operations.disconnect(given)({ CustomKeyStoreId })(before),
    () => operations.delete(given)({ CustomKeyStoreId })(before),
    () => operations.describe(given)({ CustomKeyStoreId })(before),
    () => operations.generateRandom(given)({ CustomKeyStoreId, NumberOfBytes: 32 })(before),
    ...createRequests.map((request) => () => operations.create(given)(request)(before)),
    ...updateRequests.map((request) => () => operations.update(given)(request)(before)),
    ...keyRequests.map((request) => () => operations.createKey(given)(request)(before))
  ]
}

const accountOperations = all(
  'operations on an account of five stores',
  stores.flatMap((store) =>
    onAccount({ ...emptyAccount(account, 'us-east-1'), stores: [store, ...otherStores] })
  )
)

/** What is timed beside the contenders, without a target. */
export const information = async (): Promise<Table> => {
  const all = [decoding, accountOperations]
  const speeds = await measure(all, 5)
  return {
    title: 'For information',
    note: 'What has nothing to be compared with.',
    columns: ['each'],
    rows: all.map(({ name }, i) => ({
      name,
      figures: [`${number(1e9 / spreadOf(speeds.map((round) => round[i]!)).median)} ns`]
    }))
  }
}
