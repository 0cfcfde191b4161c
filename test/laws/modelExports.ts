/** Every function of the model that the package exports, called with values of its types. */
import fc, { type Arbitrary } from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { rawRequest } from '../arbitraryRequests.js'
import { circumstances, cloudHsmKey, decoded } from '../fixtures.js'
import { start } from './history.js'
import { namedBy, namedIn } from '../named.js'
import { keyRequest, sound } from './outcomes.js'

type Operation = keyof typeof rawRequest
const names = Object.keys(rawRequest) as ReadonlyArray<Operation>

/** Values of the types that functions take. */
export interface World {
  readonly edition: cks.EditionName
  readonly account: cks.Account
  readonly store: cks.CustomKeyStore
  readonly key: cks.KmsKey
  readonly backing: cks.BackingKeyStore & cks.WithFailure
  readonly operation: Operation
  readonly input: object
  /** Of what is generated in it. */
  readonly seed: number
}

export const world: Arbitrary<World> = fc
  .constantFrom(...names)
  .chain((operation) =>
    fc.record({
      edition: any.editionName,
      account: start,
      store: any.store,
      backing: any.backing,
      operation: fc.constant(operation),
      input: rawRequest[operation],
      seed: fc.integer()
    })
  )
  .map(({ account, store, ...rest }) => ({
    ...rest,
    account,
    store: account.stores[0] ?? store,
    key: account.keys[0] ?? cloudHsmKey()
  }))

export type Call = (world: World) => unknown
type AnyFunction = (...args: ReadonlyArray<unknown>) => unknown
type Explained = AnyFunction & { readonly explain?: AnyFunction }

/** All that some operation on a store or a key looks at. */
const factsOf = ({ store, backing }: World) => ({
  ...namedBy({ ...sound(store), ...backing }, store),
  stores: [store],
  now: 1_700_000_000,
  PendingWindowInDays: 7,
  Tags: [],
  TagKeys: [],
  Description: '',
  Policy: '{}',
  Grants: [],
  GrantId: 'grant-1',
  request: {
    Operations: ['Encrypt'],
    GranteePrincipal: 'arn:aws:iam::111122223333:root',
    Tags: [],
    TagKeys: []
  }
})

const applied = (f: AnyFunction, args: ReadonlyArray<unknown>): unknown =>
  args.reduce<unknown>((so, arg) => (so as AnyFunction)(arg), f)

/** An operation and its explanation, with one argument after the other. */
const both =
  (f: unknown, args: (world: World) => ReadonlyArray<unknown>): Call =>
  (world) => {
    const operation = f as Explained
    if (operation.explain !== undefined) applied(operation.explain, args(world))
    return applied(operation, args(world))
  }

const renaming = ({ CustomKeyStoreId }: cks.CustomKeyStore) =>
  decoded(cks.UpdateCustomKeyStoreRequest, { CustomKeyStoreId, NewCustomKeyStoreName: 'renamed' })

const onStore = (f: unknown) => both(f, (w) => [factsOf(w), w.store])
const onKey = (f: unknown) => both(f, (w) => [factsOf(w), w.store, w.key])
const withRequest = (f: unknown, request: (store: cks.CustomKeyStore) => unknown) =>
  both(f, (w) => [factsOf(w), request(w.store), w.store])

const createRequest = decoded(cks.CreateCustomKeyStoreRequest, {
  CustomKeyStoreName: 'first',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'x',
  KeyStorePassword: 'kmsPswd1'
})

const ofStores: Readonly<Record<string, Call>> = {
  connect: onStore(cks.connect),
  disconnect: onStore(cks.disconnect),
  delete: onStore(cks.delete),
  generateRandom: onStore(cks.generateRandom),
  update: withRequest(cks.update, renaming),
  createKey: withRequest(cks.createKey, keyRequest),
  create: both(cks.create, (w) => [
    namedIn({ ...factsOf(w), CustomKeyStoreId: 'cks-1' }, createRequest),
    createRequest
  ]),
  describe: both(cks.describe, (w) => [{}, {}, w.account.stores])
}

/** Every other operation that can be called is one on a key. */
const ofKeys = Object.fromEntries(
  Object.entries({ ...cks, useKey: cks.useKey })
    .filter(([name, f]) => typeof f === 'function' && ('explain' in f || name === 'useKey'))
    .filter(([name]) => !Object.hasOwn(ofStores, name))
    .map(([name, f]) => [name, onKey(f)])
)

const explained = ({ account, operation, input }: World): cks.Explanation =>
  cks.explainRequest(operation)(circumstances)(input)(account)

const others: Readonly<Record<string, Call>> = {
  under: ({ edition, operation, input, account }) =>
    cks.under(edition).explainRequest(operation)(circumstances)(input)(account),
  connectionErrorCode: (w) => cks.connectionErrorCode(factsOf(w))(w.store as cks.StoreIn<'CONNECTING'>),
  connectionFailed: ({ store }) => cks.connectionFailed(store.attempt, 'INTERNAL_ERROR')(store),
  connectionSucceeded: ({ store }) => cks.connectionSucceeded(store.attempt)(store),
  disconnectionCompleted: ({ store }) => cks.disconnectionCompleted(store.attempt)(store),
  settle: (w) => cks.settle(factsOf(w))(w.store),
  isSettled: ({ store }) => cks.isSettled(store),
  leftOpen: (w) => cks.leftOpen(explained(w)),
  operationsAllowed: ({ store }) => cks.operationsAllowed(store),
  stateAfter: ({ store }) => cks.stateAfter('ConnectCustomKeyStore')(store.ConnectionState),
  reported: ({ store, account }) => cks.reported(store.CustomKeyStoreId, (same) => same)(account),
  settled: ({ store, account }) => cks.settled(circumstances, store.CustomKeyStoreId)(account),
  withoutExpiredKeys: ({ account }) => cks.withoutExpiredKeys(0)(account),
  emptyAccount: ({ account }) => cks.emptyAccount(account.AccountId, account.Region),
  keysOf: ({ account, store }) => cks.keysOf(account, store),
  keyWithId: ({ account, key }) => cks.keyWithId(account, key.KeyId),
  keyWithIdOrAlias: ({ account, key }) => cks.keyWithIdOrAlias(account, key.Arn),
  storeWithId: ({ account, store }) => cks.storeWithId(account, store.CustomKeyStoreId),
  behind: ({ store }) => cks.behind(cks.healthyInfrastructure, store),
  infrastructureOf: ({ store }) => cks.behind(cks.infrastructureOf(any.soundInfrastructure), store),
  orElse: ({ store }) =>
    cks.behind(cks.orElse(cks.healthyInfrastructure)(circumstances.infrastructure), store),
  healthyCluster: () => cks.healthyCluster(decoded(cks.CloudHsmClusterId, 'cluster-abcdefghijk')),
  healthyProxy: ({ store }) => cks.behind(cks.healthyInfrastructure, store).proxy,
  healthyVpcEndpointService: ({ store }) => cks.behind(cks.healthyInfrastructure, store).vpcEndpointService,
  ...Object.fromEntries(
    (
      [
        'isCloudHsm',
        'isExternal',
        'isConnected',
        'isConnecting',
        'isDisconnected',
        'isDisconnecting',
        'isFailed'
      ] as const
    ).map((name) => [
      name,
      ({ store }: World) => (cks[name] as (store: cks.CustomKeyStore) => boolean)(store)
    ])
  ),
  listEntry: ({ store }) => cks.listEntry(store),
  keyMetadata: ({ account, store, key }) => cks.keyMetadata(account.AccountId, store)(key),
  keyState: ({ store, key }) => cks.keyState(store)(key),
  report: ({ input }) => E.mapLeft(cks.report)(cks.decode(cks.Account)(input)),
  violated: ({ input }) => E.mapLeft(cks.violated)(cks.decode(cks.Account)(input)),
  memberStatements: ({ operation }) => cks.memberStatements(cks.operations[operation].request)
}

export const callsOfTheModel: Readonly<Record<string, Call>> = { ...ofStores, ...ofKeys, ...others }
