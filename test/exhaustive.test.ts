/** Every operation on a store of every type in every state under every edition, where nothing but these can refuse it. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import * as cks from '../src/index.js'
import { casesTold } from './documents/casesTold.js'
import {
  behindStore,
  cloudHsmKey,
  cloudHsmStore,
  createCloudHsmKeyRequest,
  createExternalKeyRequest,
  credential,
  decoded,
  everyState,
  externalKey,
  externalStore,
  newKeyId,
  updateRequest,
  vpcProxyWith
} from './fixtures.js'
import { namedAfter } from './named.js'

type Type = 'AWS_CLOUDHSM' | 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE'
type Members = Readonly<Record<string, unknown>>

const words: Readonly<Record<string, string>> = {
  '✗': 'CustomKeyStoreInvalidStateException',
  '✗KMS': 'KMSInvalidStateException',
  '✗type': 'UnsupportedOperationException'
}

/**
 * One row for each operation, and one for each member that an Update can carry. What is in a cell is the state after,
 * `stays`, `gone`, or the exception.
 */
const rows = (table: string): Readonly<Record<string, ReadonlyArray<string>>> =>
  Object.fromEntries(
    table
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([row, ...cells]) => [row!, cells.map((cell) => words[cell] ?? cell)])
  )

// The columns:            DISCONNECTED  CONNECTING     CONNECTED      FAILED         DISCONNECTING
const everywhere = rows(`
  ConnectCustomKeyStore    CONNECTING    stays          stays          ✗              ✗
  DisconnectCustomKeyStore ✗             DISCONNECTING  DISCONNECTING  DISCONNECTING  ✗
  DeleteCustomKeyStore     gone          ✗              ✗              ✗              ✗
  DescribeCustomKeyStores  stays         stays          stays          stays          stays
  CreateKey                ✗             ✗              stays          ✗              ✗
  useKey                   ✗KMS          ✗KMS           stays          ✗KMS           ✗KMS
  settle                   stays         CONNECTED      stays          stays          DISCONNECTED
`)

const randomInCluster = rows(`
  GenerateRandom           ✗             ✗              stays          ✗              ✗
`)

const randomOutside = rows(`
  GenerateRandom           ✗type         ✗type          ✗type          ✗type          ✗type
`)

const guideConnect = rows(`
  ConnectCustomKeyStore    CONNECTING    ✗              ✗              ✗              ✗
`)

const cloudHsmOnlyDisconnected = rows(`
  nothing                  stays         ✗              ✗              ✗              ✗
  NewCustomKeyStoreName    stays         ✗              ✗              ✗              ✗
  KeyStorePassword         stays         ✗              ✗              ✗              ✗
  CloudHsmClusterId        stays         ✗              ✗              ✗              ✗
`)

const cloudHsmNameWhenConnected = rows(`
  nothing                  stays         ✗              stays          ✗              ✗
  NewCustomKeyStoreName    stays         ✗              stays          ✗              ✗
  KeyStorePassword         stays         ✗              ✗              ✗              ✗
  CloudHsmClusterId        stays         ✗              ✗              ✗              ✗
`)

const onlyDisconnected = rows(`
  nothing                  stays         ✗              ✗              ✗              ✗
  NewCustomKeyStoreName    stays         ✗              ✗              ✗              ✗
  XksProxyAuthenticationCredential stays ✗              ✗              ✗              ✗
  XksProxyUriPath          stays         ✗              ✗              ✗              ✗
  XksProxyUriEndpoint      stays         ✗              ✗              ✗              ✗
  XksProxyConnectivity     stays         ✗              ✗              ✗              ✗
  otherConnectivity        stays         ✗              ✗              ✗              ✗
  nameAndEndpoint          stays         ✗              ✗              ✗              ✗
`)

const nameWhenConnected = rows(`
  nothing                  stays         ✗              stays          ✗              ✗
  NewCustomKeyStoreName    stays         ✗              stays          ✗              ✗
  XksProxyAuthenticationCredential stays ✗              ✗              ✗              ✗
  XksProxyUriPath          stays         ✗              ✗              ✗              ✗
  XksProxyUriEndpoint      stays         ✗              ✗              ✗              ✗
  XksProxyConnectivity     stays         ✗              ✗              ✗              ✗
  otherConnectivity        stays         ✗              ✗              ✗              ✗
  nameAndEndpoint          stays         ✗              ✗              ✗              ✗
`)

const threeWhenConnected = rows(`
  nothing                  stays         ✗              stays          ✗              ✗
  NewCustomKeyStoreName    stays         ✗              stays          ✗              ✗
  XksProxyAuthenticationCredential stays ✗              stays          ✗              ✗
  XksProxyUriPath          stays         ✗              stays          ✗              ✗
  XksProxyUriEndpoint      stays         ✗              ✗              ✗              ✗
  XksProxyConnectivity     stays         ✗              ✗              ✗              ✗
  otherConnectivity        stays         ✗              ✗              ✗              ✗
  nameAndEndpoint          stays         ✗              ✗              ✗              ✗
`)

const threeAlways = rows(`
  nothing                  stays         stays          stays          stays          stays
  NewCustomKeyStoreName    stays         stays          stays          stays          stays
  XksProxyAuthenticationCredential stays stays          stays          stays          stays
  XksProxyUriPath          stays         stays          stays          stays          stays
  XksProxyUriEndpoint      stays         ✗              ✗              ✗              ✗
  XksProxyConnectivity     stays         ✗              ✗              ✗              ✗
  otherConnectivity        stays         ✗              ✗              ✗              ✗
  nameAndEndpoint          stays         ✗              ✗              ✗              ✗
`)

const ofVpcEndpointService = rows(`
  XksProxyVpcEndpointServiceName  stays  ✗              ✗              ✗              ✗
  XksProxyVpcEndpointServiceOwner stays  ✗              ✗              ✗              ✗
`)

type Table = ReturnType<typeof rows>

const edition = (operations: Table, ofCloudHsm: Table, ofExternal: Table): Readonly<Record<Type, Table>> => ({
  AWS_CLOUDHSM: { ...operations, ...randomInCluster, ...ofCloudHsm },
  PUBLIC_ENDPOINT: { ...operations, ...randomOutside, ...ofExternal },
  VPC_ENDPOINT_SERVICE: { ...operations, ...randomOutside, ...ofExternal, ...ofVpcEndpointService }
})

const exceptionText2022 = edition(everywhere, cloudHsmOnlyDisconnected, onlyDisconnected)
const operationPage2022 = edition(everywhere, cloudHsmOnlyDisconnected, threeWhenConnected)
const exceptionText2026 = edition(everywhere, cloudHsmNameWhenConnected, nameWhenConnected)
const operationPage2026 = edition(everywhere, cloudHsmNameWhenConnected, threeWhenConnected)
const developerGuide = edition(everywhere, cloudHsmOnlyDisconnected, { ...threeAlways, ...guideConnect })

type Operations = cks.Operations & Pick<typeof cks, 'useKey'>

const cases: Readonly<Record<string, readonly [Operations, Readonly<Record<Type, Table>>]>> = {
  'without an edition': [cks, exceptionText2022],
  'exception-text-2022': [cks.under('exception-text-2022'), exceptionText2022],
  'operation-page-2022': [cks.under('operation-page-2022'), operationPage2022],
  'exception-text-2026': [cks.under('exception-text-2026'), exceptionText2026],
  'operation-page-2026': [cks.under('operation-page-2026'), operationPage2026],
  'developer-guide': [cks.under('developer-guide'), developerGuide]
}

const publicAddress = 'https://public.example.com'
const serviceName = decoded(
  cks.XksProxyVpcEndpointServiceName,
  'com.amazonaws.vpce.eu-central-1.vpce-svc-1234'
)

/** The members of each Update, by the name of its row. */
const updates = (type: Type): Readonly<Record<string, Members>> => ({
  nothing: {},
  NewCustomKeyStoreName: { NewCustomKeyStoreName: 'another name' },
  ...(type === 'AWS_CLOUDHSM'
    ? {
        KeyStorePassword: { KeyStorePassword: 'another password' },
        CloudHsmClusterId: { CloudHsmClusterId: 'cluster-abcdefghijk' }
      }
    : {
        XksProxyAuthenticationCredential: { XksProxyAuthenticationCredential: credential },
        XksProxyUriPath: { XksProxyUriPath: '/another/kms/xks/v1' },
        XksProxyUriEndpoint: { XksProxyUriEndpoint: 'https://private.example.com' },
        XksProxyConnectivity: { XksProxyConnectivity: type },
        otherConnectivity:
          type === 'PUBLIC_ENDPOINT'
            ? {
                XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
                XksProxyUriEndpoint: 'https://private.example.com',
                XksProxyVpcEndpointServiceName: serviceName
              }
            : { XksProxyConnectivity: 'PUBLIC_ENDPOINT', XksProxyUriEndpoint: publicAddress },
        nameAndEndpoint: {
          NewCustomKeyStoreName: 'another name',
          XksProxyUriEndpoint: 'https://private.example.com'
        }
      }),
  ...(type === 'VPC_ENDPOINT_SERVICE' && {
    XksProxyVpcEndpointServiceName: { XksProxyVpcEndpointServiceName: serviceName },
    XksProxyVpcEndpointServiceOwner: { XksProxyVpcEndpointServiceOwner: '111122223333' }
  })
})

const storeOf = (type: Type, state: cks.ConnectionState): cks.CustomKeyStore =>
  type === 'AWS_CLOUDHSM' ? cloudHsmStore(state) : externalStore(state, type)

/** What the operations answer, by the name of the row. */
const outcomes = (
  operations: Operations,
  type: Type,
  state: cks.ConnectionState
): Readonly<Record<string, string>> => {
  const store = storeOf(type, state)
  const behind = behindStore(store)
  const { CustomKeyStoreId } = store
  const isCloudHsm = type === 'AWS_CLOUDHSM'
  const outcome = (result: E.Either<{ readonly name: string }, unknown>): string => {
    if (E.isLeft(result)) return result.left.name
    const after = result.right as Partial<cks.CustomKeyStore>
    return (after.ConnectionState ?? state) === state ? 'stays' : after.ConnectionState!
  }
  const deleted = operations.delete({ keys: [] })(store)
  const keyFacts = {
    ...behind,
    keys: [],
    KeyId: newKeyId,
    Arn: 'arn:aws:kms:eu-central-1:111122223333:key/new',
    CreationDate: 1_800_000_000
  }
  const key = isCloudHsm ? cloudHsmKey() : externalKey({ CustomKeyStoreId })
  const updateFacts = {
    others: [store],
    proxy: vpcProxyWith(),
    vpcEndpointService: cks.healthyVpcEndpointService(serviceName),
    ...behind
  }
  const updated = (members: object) => {
    const request = updateRequest(store, { ...members })
    return operations.update(namedAfter(updateFacts, request, store))(request)(store)
  }
  return {
    ConnectCustomKeyStore: outcome(operations.connect(behind)(store)),
    DisconnectCustomKeyStore: outcome(operations.disconnect({})(store)),
    DeleteCustomKeyStore: E.isRight(deleted) ? 'gone' : outcome(deleted),
    DescribeCustomKeyStores: outcome(operations.describe({})({ CustomKeyStoreId })([store])),
    CreateKey: outcome(
      operations.createKey(keyFacts)(
        isCloudHsm ? createCloudHsmKeyRequest() : createExternalKeyRequest({ CustomKeyStoreId })
      )(store)
    ),
    GenerateRandom: outcome(operations.generateRandom({})(store)),
    useKey: outcome(operations.useKey(behind)(store)(key)),
    settle: outcome(E.right(cks.settle(behind)(store))),
    ...Object.fromEntries(
      Object.entries(updates(type)).map(([row, members]) => [row, outcome(updated(members))])
    )
  }
}

describe.each(Object.entries(cases))('%s', (_, [operations, tables]) => {
  describe.each(Object.entries(tables))('%s', (type, table) => {
    const answers = everyState.map((state) => outcomes(operations, type as Type, state))

    test('no row is left out', () => {
      expect(Object.keys(answers[0]!).sort()).toStrictEqual(Object.keys(table).sort())
    })

    test.each(Object.entries(table))('%s', (row, cells) => {
      expect(answers.map((answer) => answer[row])).toStrictEqual(cells)
    })
  })
})

// The columns:            DISCONNECTED  CONNECTING     CONNECTED      FAILED         DISCONNECTING
const machine = rows(`
  ConnectCustomKeyStore    CONNECTING    CONNECTING     CONNECTED      ✗              ✗
  DisconnectCustomKeyStore ✗             DISCONNECTING  DISCONNECTING  DISCONNECTING  ✗
  UpdateCustomKeyStore     DISCONNECTED  ✗              ✗              ✗              ✗
  DeleteCustomKeyStore     DISCONNECTED  ✗              ✗              ✗              ✗
  CreateKey                ✗             ✗              CONNECTED      ✗              ✗
  GenerateRandom           ✗             ✗              CONNECTED      ✗              ✗
`)
const updateWhenConnected = rows(`
  UpdateCustomKeyStore     DISCONNECTED  ✗              CONNECTED      ✗              ✗
`)
const guideMachine = rows(`
  UpdateCustomKeyStore     DISCONNECTED  CONNECTING     CONNECTED      FAILED         DISCONNECTING
`)

const machines: Readonly<Record<string, readonly [typeof cks.stateAfter, Table]>> = {
  'without an edition': [cks.stateAfter, machine],
  'exception-text-2022': [cks.under('exception-text-2022').stateAfter, machine],
  'operation-page-2022': [
    cks.under('operation-page-2022').stateAfter,
    { ...machine, ...updateWhenConnected }
  ],
  'exception-text-2026': [
    cks.under('exception-text-2026').stateAfter,
    { ...machine, ...updateWhenConnected }
  ],
  'operation-page-2026': [
    cks.under('operation-page-2026').stateAfter,
    { ...machine, ...updateWhenConnected }
  ],
  'developer-guide': [cks.under('developer-guide').stateAfter, { ...machine, ...guideMachine }]
}

describe.each(Object.entries(machines))('the bare machine, %s', (_, [stateAfter, table]) => {
  test.each(Object.entries(table))('%s', (operation, cells) => {
    const answers = everyState.map((state) => stateAfter(operation as cks.StateOperation)(state))
    expect(answers.map((answer) => (E.isLeft(answer) ? answer.left.name : answer.right))).toStrictEqual(cells)
  })
})

test('the cells are as many as docs/quality.md tells', () => {
  const tables = [
    ...Object.values(cases).flatMap(([, byType]) => Object.values(byType)),
    ...Object.values(machines).map(([, table]) => table)
  ]
  const cells = tables.flatMap((table) => Object.values(table).flat())
  expect(cells).toHaveLength(casesTold('test/exhaustive.test.ts') ?? 0)
})
