/** An endpoint on a socket, held against the rules. */
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, vi } from 'vitest'
import { signedBy } from '../../src/cli/signature.js'
import { client } from '../../src/conform/drive/client.js'
import { pause } from '../../src/conform/drive/pause.js'
import type { Client } from '../../src/conform/drive/Send.js'
import { callerOf } from '../../src/endpoint/callerOf.js'
import { replyOf } from '../../src/conform/Exchange.js'
import { requestHeaders } from '../../src/protocol/awsJson.js'
import { madeUp, type StorePropertiesByType } from '../../src/conform/drive/storeProperties.js'
import { run, type RunOptions } from '../../src/conform/drive/run.js'
import { kmsServer } from '../../src/endpoint/http/server.js'
import type { AccountId, ConnectionState } from '../../src/index.js'
import type { Endpoint, Options } from '../../src/endpoint/index.js'
import type { ConformReport } from '../../src/conform/ConformReport.js'
import { isPassingState } from '../../src/conform/passing.js'
import { endpointWith } from '../endpoint/world.js'
import type { Variant } from './variants.js'

export const faultyCluster = 'cluster-faultyfaulty'
const faultyProxy = 'https://faulty.example.com'

/** Both types of store, and for each one whose connection fails. */
export const withFaulty: StorePropertiesByType = {
  AWS_CLOUDHSM: { sound: {}, faulty: { CloudHsmClusterId: faultyCluster } },
  EXTERNAL_KEY_STORE: {
    sound: {},
    faulty: {
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyUriEndpoint: faultyProxy,
      XksProxyUriPath: '/kms/xks/v1',
      XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0faulty'
    }
  }
}

/** This library's endpoint, where what is named faulty is so. */
export const ownEndpoint = (options: Options): Endpoint => {
  const kms = endpointWith(options)
  kms.changeInfrastructure({
    clusters: [{ clusterId: faultyCluster, kmsuser: { passwordMatches: false } }],
    proxies: [{ uriEndpoint: faultyProxy, uriPath: '/kms/xks/v1', reachable: false }]
  })
  return kms
}

interface Shown {
  readonly CustomKeyStores?: ReadonlyArray<{
    readonly CustomKeyStoreId: string
    readonly ConnectionState: ConnectionState
  }>
}

/** `conform` looks four times at least, twice in a row. */
const looksUntilSettled = 9

/**
 * The same, where a store leaves CONNECTING or DISCONNECTING once it has been shown so, alone, often enough: however busy the
 * machine is, each state is there to be seen, and none lasts.
 */
export const settlingWhenSeen = (options: Options = {}): Endpoint => {
  const kms = ownEndpoint({ ...options, connectionDelay: 'manual' })
  const seen = new Map<string, number>()
  return {
    ...kms,
    answer: (caller, request) => {
      const answer = kms.answer(caller, request)
      const { CustomKeyStores: shown = [] } = JSON.parse(answer.body) as Shown
      const [store, ...others] = shown
      if (store === undefined || others.length > 0) return answer
      const { CustomKeyStoreId: id, ConnectionState: state } = store
      const count = isPassingState(state) ? (seen.get(id) ?? 0) + 1 : 0
      seen.set(id, count % looksUntilSettled)
      if (count === looksUntilSettled) kms.settle(id)
      return answer
    }
  }
}

/** Longer than any test takes. */
export const withoutEnd = 600_000

/** The endpoint that breaks a rule as a variant says, and how patient a run with it is to be. */
export const breaking = ({ make, settles }: Variant) =>
  settles === 'when seen'
    ? { kms: make(settlingWhenSeen()), patience: withoutEnd }
    : { kms: make(ownEndpoint({ connectionDelay: settles === 'when told' ? 'manual' : 0 })), patience: 30 }

/** `account`: whose requests they all are; without it the access key tells. */
export const listening = async (endpoint: Endpoint, account?: AccountId) => {
  const server = kmsServer({ endpoint, account, log: () => undefined })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`),
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }
}

/** The same during the tests of a file; its address. */
export const listeningDuringTests = (endpoint: Endpoint, account?: AccountId): (() => string) => {
  const server = listening(endpoint, account)
  let address = ''
  beforeAll(async () => {
    address = (await server).url.href
  })
  afterAll(async () => (await server).close())
  return () => address
}

export const sign = signedBy({
  accessKeyId: '111122223333',
  secretAccessKey: 'any',
  sessionToken: undefined,
  region: 'us-east-1'
})

/** As an access key signs; what a signature says beyond that no endpoint here looks at. */
const claimOf = (accessKeyId: string): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/us-east-1/kms/aws4_request`

/** As long as a request takes that no socket is needed for: what else waits has its turn. */
const noTime = (): Promise<void> => new Promise(setImmediate)

const aMillisecond = (): Promise<void> => pause(1)

/** Asks an endpoint without a socket. */
export const askingInProcess = (endpoint: Endpoint, account?: AccountId, waits = noTime): Client => ({
  as:
    (accessKeyId = '111122223333') =>
    async (operation, request) => {
      await waits()
      const headers = { ...requestHeaders(operation), authorization: claimOf(accessKeyId) }
      const {
        status,
        body,
        headers: told
      } = endpoint.answer(callerOf(headers, account), {
        method: 'POST',
        path: '/',
        headers,
        body: JSON.stringify(request)
      })
      return replyOf({ status, body, errorType: told['x-amzn-errortype'] })
    },
  close: () => undefined
})

type ReportOptions = Partial<RunOptions> & { readonly account?: AccountId }

const reportThrough = async (
  client: Client,
  endpoint: string,
  options: Partial<RunOptions>
): Promise<ConformReport> => {
  const report = await run({
    endpoint,
    client,
    edition: 'exception-text-2022',
    types: ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
    only: '',
    storeProperties: withFaulty,
    runs: 0,
    seed: 1,
    patience: 100,
    progress: () => undefined,
    ...options
  })
  if (typeof report === 'string') throw new Error(report)
  return report
}

/** Nothing is waited for: where all that is left to do is to wait, it is later. */
const inVirtualTime = async <A>(act: () => Promise<A>): Promise<A> => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date', 'performance'] })
  vi.setTimerTickMode('nextTimerAsync')
  try {
    return await act()
  } finally {
    vi.useRealTimers()
  }
}

const anywhere = 'http://localhost:8080/'

/** The report on an endpoint, which is asked without a socket. */
export const reportInRealTime = (endpoint: Endpoint, { account, ...options }: ReportOptions = {}) =>
  reportThrough(askingInProcess(endpoint, account), anywhere, options)

/** The same in a time of its own, in which each request takes a millisecond. */
export const reportOn = (endpoint: Endpoint, { account, ...options }: ReportOptions = {}) =>
  inVirtualTime(() => reportThrough(askingInProcess(endpoint, account, aMillisecond), anywhere, options))

/** The report on an endpoint that is asked over HTTP, in real time. */
export const reportOverHttp = async (
  endpoint: Endpoint,
  { account, ...options }: ReportOptions = {}
): Promise<ConformReport> => {
  const { url, close } = await listening(endpoint, account)
  const kms = client(url.href, sign, withoutEnd)
  try {
    return await reportThrough(kms, url.href, options)
  } finally {
    kms.close()
    await close()
  }
}

export { madeUp }
