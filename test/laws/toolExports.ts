/** Every function of the tools that the package exports, called with values of its types. */
import fc, { type Arbitrary } from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as arbitraries from '../../src/arbitraries/index.js'
import * as conform from '../../src/conform/index.js'
import * as documents from '../../src/documents/index.js'
import { cryptographyUnder } from '../../src/endpoint/cryptography.js'
import * as endpoint from '../../src/endpoint/index.js'
import * as cks from '../../src/index.js'
import * as judge from '../../src/judge/index.js'
import * as plan from '../../src/plan/index.js'
import * as protocol from '../../src/protocol/index.js'
import * as replay from '../../src/replay/index.js'
import * as testing from '../../src/testing/index.js'
import * as vectors from '../../src/vectors/index.js'
import { circumstances, decoded } from '../fixtures.js'
import type { Call, World } from './modelExports.js'

export const entryPoints = {
  cks,
  protocol,
  endpoint,
  conform,
  judge,
  plan,
  replay,
  documents,
  vectors,
  arbitraries,
  testing
}

const httpRequest = ({ operation, input }: Pick<World, 'operation' | 'input'>): protocol.Request => ({
  method: 'POST',
  path: '/',
  headers: { 'x-amz-target': `TrentService.${operation}`, 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(input)
})

const nothing = ({ account }: World) => conform.nothingBelieved(account.AccountId, account.Region)

const heard = (w: World) =>
  conform.hear(w.edition)({
    operation: w.operation,
    request: { ...w.input },
    reply: { exception: 'KMSInternalException', message: '' }
  })(nothing(w))

const planned = ({ store, account: { keys } }: World) =>
  plan.plan('CONNECTED')({ store, keys, now: 1_700_000_000 })

const elsewherePlanned = ({ store, account: { keys } }: World) =>
  plan.plansElsewhere('CONNECTED')({ store, keys, now: 1_700_000_000 })(cks.defaultEdition)

const event = decoded(judge.CloudTrailEvent, {
  eventSource: 'kms.amazonaws.com',
  eventName: 'ConnectCustomKeyStore',
  eventTime: 1_700_000_000,
  awsRegion: 'us-east-1',
  requestParameters: { customKeyStoreId: 'cks-1234567890abcdef0' }
})
const judged = () => judge.judge.observe(event)(judge.judge.start())

const { cell, findingsInState, row } = documents
const kind = ({ store }: World): Parameters<typeof row>[2] =>
  cks.isCloudHsm(store) ? 'AWS_CLOUDHSM' : 'PUBLIC_ENDPOINT'

const generated =
  <A>(of: (w: World) => Arbitrary<A>): Call =>
  (w) =>
    fc.sample(of(w), { seed: w.seed, numRuns: 1 })

const situation = ({ account }: World) => {
  const begun = testing.begin()
  if (E.isLeft(begun)) throw new Error('the default options are wrong')
  return { ...begun.right, situation: { ...begun.right.situation, account } }
}

export const callsOfTools: Readonly<Record<string, Call>> = {
  respond: (w) =>
    protocol.respond({ ...circumstances, cryptography: cryptographyUnder(Buffer.alloc(32)), requestId: '1' })(
      httpRequest(w)
    )(w.account),
  callerOf: () => endpoint.callerOf({ authorization: 'Credential=' }),
  possibleAnswers: (w) => {
    const { nature, situation: before } = situation(w)
    return testing.possibleAnswers(nature)({ operation: w.operation, input: w.input })(before)
  },
  identityOf: (w) => testing.identityOf(situation(w).situation),
  nothingBelieved: nothing,
  withFaulty: (w) => conform.withFaulty(w.store.CustomKeyStoreId)(nothing(w)),
  hear: heard,
  replyOf: ({ input }) => conform.replyOf({ status: 200, body: JSON.stringify(input) }),
  breaksARule: (w) => [heard(w).deviation ?? []].flat().map(conform.breaksARule),
  conforms: () => conform.conforms({ faults: [] }),
  'judge.start': () => judge.judge.start(),
  'judge.observe': judged,
  'judge.ended': () => judge.judge.ended(judged()),
  'judge.verdicts': () => judge.judge.verdicts(judged()),
  'judge.storesOf': () => judge.judge.storesOf(judged()),
  'judge.concluded': () => judge.judge.storesOf(judged()).map(judge.judge.concluded(judged())),
  'judge.summaries': () => judge.judge.summaries(judged()),
  plan: planned,
  planUnder: ({ edition, store }) => plan.planUnder(edition)('deleted')({ store, keys: [], now: 0 }),
  planLines: (w) => E.map(plan.planLines)(planned(w)),
  keysUnusable: (w) => E.map(plan.keysUnusable)(planned(w)),
  plansElsewhere: (w) => elsewherePlanned(w),
  elsewhereLines: (w) => plan.elsewhereLines(elsewherePlanned(w)),
  unreachableLines: (w) => E.mapLeft(plan.unreachableLines)(planned(w)),
  account: generated(() => arbitraries.account()),
  cluster: generated(() => arbitraries.cluster()),
  proxy: generated(() => arbitraries.proxy()),
  vpcEndpointService: generated(() => arbitraries.vpcEndpointService()),
  infrastructure: generated(() => arbitraries.infrastructure()),
  store: generated(() => arbitraries.store()),
  key: generated((w) => arbitraries.key(w.store)),
  facts: generated((w) => arbitraries.facts(w.store)),
  failure: generated(() => arbitraries.failure()),
  connectionErrorCode: generated(() => arbitraries.connectionErrorCode()),
  validRequest: generated((w) => arbitraries.validRequest(w.operation)),
  nearlyValidRequest: generated((w) => arbitraries.nearlyValidRequest(w.operation)),
  adversarialRequest: generated((w) => arbitraries.adversarialRequest(w.operation)),
  request: generated((w) => arbitraries.request({ operations: [w.operation] })),
  start: generated(() => arbitraries.start()),
  step: generated(() => arbitraries.step()),
  history: generated(() => arbitraries.history()),
  conversation: generated(() => arbitraries.conversation()),
  begin: ({ edition }) => replay.begin(edition),
  arrows: ({ edition }) => documents.arrows(edition),
  cell: (w) => cell(w.edition, 'CreateKey', kind(w))(w.store.ConnectionState),
  findingsInState: (w) => findingsInState(w.edition, 'CreateKey', kind(w))(w.store.ConnectionState),
  row: (w) => row(w.edition, 'CreateKey', kind(w))
}
