/** Every pair of things that can be wrong at once behind a store of each kind: both implementations have to agree. */
import { describe, expect, it } from 'vitest'
import { clusterFaults } from '../../src/arbitraries/clusters.js'
import type { RequestStep, Step } from '../../src/arbitraries/index.js'
import { proxyFaults, serviceFaults } from '../../src/arbitraries/proxies.js'
import * as cks from '../../src/index.js'
import {
  accountWith,
  circumstances,
  cloudHsmKey,
  cloudHsmStore,
  createCloudHsmKeyRequest,
  createCloudHsmRequest,
  createExternalKeyRequest,
  createExternalRequest,
  credential,
  everyState,
  externalKey,
  externalStore,
  infrastructureFacts,
  withKeys
} from '../fixtures.js'
import { casesTold } from '../documents/casesTold.js'
import { stepOf } from '../laws/history.js'
import { cryptography } from '../protocol/endpoint.js'
import { compared, differenceAt } from './beside.js'

type Facts = cks.InfrastructureFacts
type Fault = (facts: Facts) => Facts

/** Each fault of an entry as one of the facts, that it is missing among them. */
const inList = <K extends keyof Facts>(
  list: K,
  faults: ReadonlyArray<(entry: Facts[K][number]) => Facts[K][number]>
): ReadonlyArray<Fault> => [
  (facts) => ({ ...facts, [list]: [] }),
  ...faults.map((fault): Fault => (facts) => ({ ...facts, [list]: facts[list].map(fault) }))
]

const healthy = { keySpec: 'AES_256', keyUsage: ['ENCRYPT', 'DECRYPT'], keyStatus: 'ENABLED' }
const ofProxy = inList('proxies', [
  ...proxyFaults,
  (proxy) => ({ ...proxy, externalKeys: {} }),
  ...[{ keySpec: 'RSA_2048' }, { keyUsage: ['ENCRYPT'] }, { keyStatus: 'DISABLED' }].map(
    (fault) => (proxy: cks.XksProxy) => ({ ...proxy, externalKeys: { 'key-1': { ...healthy, ...fault } } })
  )
])

const id = ({ CustomKeyStoreId }: cks.CustomKeyStore) => ({ CustomKeyStoreId })

interface Kind {
  readonly storeIn: (state: cks.ConnectionState) => cks.CustomKeyStore
  readonly key: cks.KmsKey
  readonly create: object
  readonly createKey: object
  readonly update: object
  readonly faults: ReadonlyArray<Fault>
}

const external = (connectivity: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE'): Omit<Kind, 'faults'> => {
  const storeIn = (state: cks.ConnectionState) => externalStore(state, connectivity)
  const store = id(storeIn('CONNECTED'))
  return {
    storeIn,
    key: externalKey(store),
    create: createExternalRequest(connectivity),
    createKey: createExternalKeyRequest(store),
    update: { ...store, XksProxyAuthenticationCredential: credential }
  }
}

const kinds: Readonly<Record<string, Kind>> = {
  AWS_CLOUDHSM: {
    storeIn: (state) => cloudHsmStore(state),
    key: cloudHsmKey(),
    create: createCloudHsmRequest(),
    createKey: createCloudHsmKeyRequest(),
    update: { ...id(cloudHsmStore('CONNECTED')), KeyStorePassword: 'kmsuser-password' },
    faults: inList('clusters', clusterFaults)
  },
  PUBLIC_ENDPOINT: { ...external('PUBLIC_ENDPOINT'), faults: ofProxy },
  VPC_ENDPOINT_SERVICE: {
    ...external('VPC_ENDPOINT_SERVICE'),
    faults: [...ofProxy, ...inList('vpcEndpointServices', serviceFaults)]
  }
}

/** What can be asked of a store and of the key in it, and that KMS ends what it does with the store. */
const steps = ({ createKey, update, key }: Kind, store: cks.CustomKeyStore): ReadonlyArray<Step> => {
  const asked = (does: cks.OperationName, request: object): RequestStep => ({ does, request })
  const ofKey = { KeyId: key.KeyId }
  return [
    { does: 'settle', id: store.CustomKeyStoreId },
    asked('ConnectCustomKeyStore', id(store)),
    asked('DisconnectCustomKeyStore', id(store)),
    asked('UpdateCustomKeyStore', update),
    asked('UpdateCustomKeyStore', { ...id(store), NewCustomKeyStoreName: 'renamed' }),
    asked('DeleteCustomKeyStore', id(store)),
    asked('CreateKey', createKey),
    asked('GenerateRandom', { ...id(store), NumberOfBytes: 8 }),
    asked('DescribeKey', ofKey),
    asked('DisableKey', ofKey),
    asked('ScheduleKeyDeletion', ofKey),
    asked('Encrypt', { ...ofKey, Plaintext: 'AAAA' }),
    asked('GenerateDataKey', { ...ofKey, KeySpec: 'AES_256' })
  ]
}

/** A step under the default edition where something is wrong, and whether the documents allow what it does. */
const difference = (account: cks.Account, command: Step, facts: Facts): string | undefined => {
  const given = { ...circumstances, cryptography, infrastructure: cks.infrastructureOf(facts) }
  const step = stepOf(cks.defaultEdition, command, given, facts, account)
  const told = compared(cks.defaultEdition, step)
  if (told === 'agrees') return undefined
  return told === 'is not covered'
    ? `${command.does} is not covered`
    : differenceAt(cks.defaultEdition, step, told)
}

const pairsOf = ({ faults }: Kind): ReadonlyArray<Facts> =>
  faults.flatMap((one, i) => faults.slice(i).map((other) => other(one(infrastructureFacts))))

it('are as many as docs/quality.md tells', () => {
  const ofKind = (kind: Kind): number =>
    pairsOf(kind).length * (1 + everyState.length * steps(kind, kind.storeIn('CONNECTED')).length)
  const all = Object.values(kinds).map(ofKind)
  expect(all.reduce((sum, count) => sum + count, 0)).toBe(casesTold('test/deep/faults.test.ts'))
})

describe.each(Object.entries(kinds))('behind a store of the kind %s', (_, kind) => {
  const pairs = pairsOf(kind)

  it(`${String(pairs.length)} pairs of faults leave both implementations of one mind about its creation`, () => {
    const create: Step = { does: 'CreateCustomKeyStore', request: kind.create }
    expect(pairs.flatMap((facts) => difference(accountWith(), create, facts) ?? []).slice(0, 1)).toEqual([])
  })

  it.each(everyState)('and about everything that is asked of it in %s', (state) => {
    const store = kind.storeIn(state)
    const account = withKeys(kind.key)(accountWith(store))
    const differences = steps(kind, store).flatMap((step) =>
      pairs.flatMap((facts) => difference(account, step, facts) ?? [])
    )
    expect(differences.slice(0, 1)).toEqual([])
  })
})
