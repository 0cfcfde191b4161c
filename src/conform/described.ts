import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { storeWithId, type Account } from '../model/Account.js'
import { CloudHsmConnectionErrorCode, ExternalConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { storeFromListEntry } from '../model/responses/storeFromListEntry.js'
import { stateIsKept } from '../rules/effects.js'
import { ofStatement, type Difference } from './Difference.js'
import { beginningOf, type Members } from './Exchange.js'
import { answerIsAwsJson, describeShowsTheStore, errorCodeIsOfFailed } from './statements.js'

/** The difference between a list and how it should be, and the store as it is shown, where that can be read. */
export interface Mismatch {
  readonly difference: Difference
  readonly shown?: CustomKeyStore | undefined
  /** Whether nothing but the ConnectionState differs. */
  readonly ofState?: true
}

const Listing = t.type({ CustomKeyStores: t.readonlyArray(t.UnknownRecord) })

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === ''

/** The difference in the error code of an entry. */
const wrongCode = (entry: Members): Difference | undefined => {
  const { ConnectionState: state, ConnectionErrorCode: code, CustomKeyStoreType: type } = entry
  const codes = type === 'EXTERNAL_KEY_STORE' ? ExternalConnectionErrorCode : CloudHsmConnectionErrorCode
  const got = `${String(state)}, ${isMissing(code) ? 'without a code' : JSON.stringify(code)}`
  const kind = `${String(state)}, ${isMissing(code) ? 'without a code' : 'with a code'}`
  if (state === 'FAILED') {
    return codes.is(code)
      ? undefined
      : ofStatement(errorCodeIsOfFailed, `FAILED, with a code of ${String(type)}`, got, kind)
  }
  return isMissing(code)
    ? undefined
    : ofStatement(errorCodeIsOfFailed, `${String(state)}, without a code`, got, kind)
}

/** The properties of a store that are shown next to its state. */
const propertiesOf = (store: CustomKeyStore) => ({
  CustomKeyStoreId: store.CustomKeyStoreId,
  CustomKeyStoreName: store.CustomKeyStoreName,
  CustomKeyStoreType: store.CustomKeyStoreType,
  ...(isCloudHsm(store)
    ? { CloudHsmClusterId: store.CloudHsmClusterId }
    : {
        Connectivity: store.XksProxyConfiguration.Connectivity,
        UriEndpoint: store.XksProxyConfiguration.UriEndpoint,
        UriPath: store.XksProxyConfiguration.UriPath
      })
})

const wrongProperty = (expected: CustomKeyStore, shown: CustomKeyStore): Difference | undefined => {
  const shownProperties: Members = propertiesOf(shown)
  const wrong = Object.entries(propertiesOf(expected)).find(
    ([name, value]) => shownProperties[name] !== value
  )
  return (
    wrong &&
    ofStatement(
      describeShowsTheStore,
      `${wrong[0]} ${JSON.stringify(wrong[1])}`,
      `${wrong[0]} ${JSON.stringify(shownProperties[wrong[0]])}`,
      wrong[0]
    )
  )
}

const compare = (expected: CustomKeyStore, shown: CustomKeyStore): Mismatch | undefined => {
  const property = wrongProperty(expected, shown)
  if (property !== undefined) return { difference: property, shown }
  return expected.ConnectionState === shown.ConnectionState
    ? undefined
    : {
        difference: ofStatement(stateIsKept, expected.ConnectionState, shown.ConnectionState),
        shown,
        ofState: true
      }
}

/** The store that an entry shows, whatever is wrong with its error code. */
const withAnyCode = (entry: Members): CustomKeyStore | undefined => {
  const code = entry['ConnectionState'] === 'FAILED' ? 'INTERNAL_ERROR' : undefined
  return pipe(
    storeFromListEntry({ ...entry, ConnectionErrorCode: code }),
    E.match(
      () => undefined,
      (store) => store
    )
  )
}

const inEntry = (expected: CustomKeyStore, entry: Members): Mismatch | undefined => {
  const code = wrongCode(entry)
  if (code !== undefined) return { difference: code, shown: withAnyCode(entry) }
  return pipe(
    storeFromListEntry(entry),
    E.match(
      ([violation]): Mismatch | undefined => ({
        difference: ofStatement(
          answerIsAwsJson,
          'an entry as CustomKeyStoresListEntry describes it',
          violation === undefined ? '' : `${violation.path}: ${violation.received}`,
          violation?.path
        )
      }),
      (shown) => compare(expected, shown)
    )
  )
}

/** The store with that id as an answer shows it, if it does. */
export const shownIn = (output: unknown, id: string): CustomKeyStore | undefined =>
  Listing.is(output)
    ? output.CustomKeyStores.filter((entry) => entry['CustomKeyStoreId'] === id).map(withAnyCode)[0]
    : undefined

/** The stores that a list has to show: none where it may be cut short by a limit or a marker. */
const askedFor = (account: Account, request: Members): ReadonlyArray<CustomKeyStore> => {
  const { CustomKeyStoreId: id, CustomKeyStoreName: name } = request
  if (request['Limit'] !== undefined || request['Marker'] !== undefined) return []
  return account.stores.filter(
    (store) =>
      (id === undefined || store.CustomKeyStoreId === id) &&
      (name === undefined || store.CustomKeyStoreName === name)
  )
}

const namesOne = ({ CustomKeyStoreId: id, CustomKeyStoreName: name }: Members): boolean =>
  id !== undefined || name !== undefined

/** The difference in which stores a list has. */
const wrongStores = (
  account: Account,
  request: Members,
  entries: ReadonlyArray<Members>
): Difference | undefined => {
  const shown = entries.map((entry) => entry['CustomKeyStoreId'])
  const missing = askedFor(account, request).find(({ CustomKeyStoreId: id }) => !shown.includes(id))
  if (missing !== undefined) {
    const got = shown.length === 0 ? 'an empty list' : 'a list without it'
    return ofStatement(describeShowsTheStore, `the store ${missing.CustomKeyStoreId}`, got)
  }
  const most = namesOne(request) ? 1 : request['Limit']
  return typeof most === 'number' && shown.length > most
    ? ofStatement(
        describeShowsTheStore,
        `at most ${String(most)} of the stores`,
        String(shown.length),
        'more'
      )
    : undefined
}

/** The first difference between an answer of DescribeCustomKeyStores and the account. */
export const mismatch = (account: Account, request: Members, output: unknown): Mismatch | undefined => {
  if (!Listing.is(output)) {
    return {
      difference: ofStatement(
        answerIsAwsJson,
        'an object with a list CustomKeyStores',
        beginningOf(output),
        'no list'
      )
    }
  }
  const stores = wrongStores(account, request, output.CustomKeyStores)
  if (stores !== undefined) return { difference: stores }
  return output.CustomKeyStores.flatMap((entry) => {
    const expected = storeWithId(account, entry['CustomKeyStoreId'] as CustomKeyStoreId)
    return expected === undefined ? [] : [inEntry(expected, entry)]
  }).find((found) => found !== undefined)
}
