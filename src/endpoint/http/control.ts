import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { boundedArray } from '../../codec/boundedArray.js'
import { decode, report as lines, type Violation } from '../../codec/decode.js'
import { CustomKeyStoreId } from '../../model/identifiers.js'
import type { Endpoint } from '../Endpoint.js'
import { Recovery, type Failing } from '../Failing.js'
import type { Quotas } from '../Options.js'
import { closedStruct } from '../../codec/closedStruct.js'
import { Report, reportOf } from '../../connection/Report.js'
import { secondsIn, Time } from '../../codec/Duration.js'

/** HTTP status and JSON body. */
interface ControlAnswer {
  readonly status: number
  readonly body: object
}

/** Everything under this path is the control interface, and none of it is AWS's. */
export const controlPath = '/_control/'

const Settle = closedStruct('Settle', { CustomKeyStoreId }, {})

/** Entries in one request: so that reading them keeps nobody waiting, not even the first time. */
const mostChanged = 100
const entries = boundedArray(t.UnknownRecord, mostChanged)

/** A change of the infrastructure, as far as how long it is. */
const Change = closedStruct(
  'InfrastructureChange',
  {},
  { clusters: entries, proxies: entries, vpcEndpointServices: entries }
)

const tooManyChanges: Violation = {
  path: '',
  received: 'a change',
  receivedAs: 'words',
  constraint: `A request must change at most ${String(mostChanged)} entries`,
  kind: 'together'
}

const ok = (body: object): ControlAnswer => ({ status: 200, body })

/** So many violations are told; a body may have thousands. */
const mostTold = 20

const wrong = (violations: ReadonlyArray<Violation>): ControlAnswer => {
  const told = violations.slice(0, mostTold)
  const rest = violations.length - told.length
  const message = [...lines(told), ...(rest > 0 ? [`and ${String(rest)} more`] : [])].join('; ')
  return { status: 400, body: { message, violations: told } }
}
const done = E.match(wrong, () => ok({}))
const noStore = (): ControlAnswer => ({
  status: 404,
  body: { message: 'No store has that CustomKeyStoreId.' }
})

type Route = (endpoint: Endpoint, input: unknown) => ControlAnswer

const reads =
  <A>(codec: t.Type<A, unknown>, run: (endpoint: Endpoint, a: A) => ControlAnswer): Route =>
  (endpoint, input) =>
    pipe(
      decode(codec)(input),
      E.match(wrong, (a) => run(endpoint, a))
    )

const state: Route = (endpoint) => ok({ accounts: endpoint.accounts() })

/** Here an attempt ends only when it is told to, unless the world says otherwise. */
const worldOf = (input: unknown): unknown =>
  t.UnknownRecord.is(input) ? { connectionDelay: 'manual', ...input } : input

/** Every route, by method and path. */
const routes: Readonly<Record<string, Route>> = {
  'GET state': state,
  'GET requests': (endpoint) => {
    const requests = endpoint.requests()
    return ok({ requests, dropped: (requests[0]?.number ?? 1) - 1 })
  },
  'GET infrastructure': (endpoint) => ok(endpoint.infrastructure()),
  'PATCH infrastructure': reads(Change, (endpoint, change) =>
    Object.values(change).flat().length > mostChanged
      ? wrong([tooManyChanges])
      : pipe(endpoint.changeInfrastructure(change), E.match(wrong, ok))
  ),
  'POST settle': reads(Settle, (endpoint, { CustomKeyStoreId: id }) =>
    pipe(endpoint.settle(id), E.match(noStore, ok))
  ),
  'POST report': reads(Report, (endpoint, report) =>
    pipe(endpoint.report(report.CustomKeyStoreId, reportOf(report)), E.match(noStore, ok))
  ),
  'POST advance': reads(Time, (endpoint, time) =>
    pipe(
      endpoint.advance(secondsIn(time)),
      E.match(wrong, () => state(endpoint, undefined))
    )
  ),
  'POST fail': (endpoint, failing) => done(endpoint.fail(failing as Failing)),
  'POST recover': reads(Recovery, (endpoint, { operation }) => done(endpoint.recover(operation))),
  'PATCH quotas': (endpoint, quotas) => done(endpoint.changeQuotas(quotas as Quotas)),
  'PUT world': (endpoint, world) => done(endpoint.begin(worldOf(world))),
  'POST reset': (endpoint) => {
    endpoint.reset()
    return ok({})
  }
}

/** Whether the control interface has that request. `name`: the path below {@link controlPath}. */
export const isRoute = (method: string, name: string): boolean => Object.hasOwn(routes, `${method} ${name}`)

const unknownRoute: ControlAnswer = {
  status: 404,
  body: { message: `The control interface has: ${Object.keys(routes).join(', ')}.` }
}

const notJson: ControlAnswer = { status: 400, body: { message: 'The body must be JSON.' } }

/** Answers a request of the control interface. `name`: the path below {@link controlPath}. */
export const control = (endpoint: Endpoint, method: string, name: string, body: string): ControlAnswer => {
  const route = isRoute(method, name) ? routes[`${method} ${name}`] : undefined
  if (route === undefined) return unknownRoute
  return pipe(
    E.tryCatch(
      () => JSON.parse(body === '' ? '{}' : body) as unknown,
      () => notJson
    ),
    E.match(
      (answer) => answer,
      (input) => route(endpoint, input)
    )
  )
}
