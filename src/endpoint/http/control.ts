import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { boundedInteger } from '../../codec/boundedInteger.js'
import { decode, report as lines, type Violation } from '../../codec/decode.js'
import { CustomKeyStoreId } from '../../model/identifiers.js'
import { ErrorName } from '../../protocol/imposed.js'
import type { Endpoint } from '../Endpoint.js'
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
const Fail = closedStruct('Fail', { failure: ErrorName }, { times: boundedInteger('times', 0, 1_000_000) })
const Quotas = closedStruct(
  'Quotas',
  {},
  {
    storeQuota: boundedInteger('storeQuota', 0, 1_000_000),
    keyQuota: boundedInteger('keyQuota', 0, 10_000_000)
  }
)

const ok = (body: object): ControlAnswer => ({ status: 200, body })
const wrong = (violations: ReadonlyArray<Violation>): ControlAnswer => ({
  status: 400,
  body: { message: lines(violations).join('; '), violations }
})
const noStore: ControlAnswer = { status: 404, body: { message: 'No store has that CustomKeyStoreId.' } }

type Route = (endpoint: Endpoint, input: unknown) => ControlAnswer

const reads =
  <A>(codec: t.Type<A, unknown>, run: (endpoint: Endpoint, a: A) => ControlAnswer): Route =>
  (endpoint, input) =>
    pipe(
      decode(codec)(input),
      E.match(wrong, (a) => run(endpoint, a))
    )

const state: Route = (endpoint) => ok({ accounts: endpoint.accounts() })

/** Every route, by method and path. */
const routes: Readonly<Record<string, Route>> = {
  'GET state': state,
  'GET infrastructure': (endpoint) => ok(endpoint.infrastructure()),
  'PATCH infrastructure': (endpoint, change) =>
    pipe(endpoint.changeInfrastructure(change), E.match(wrong, ok)),
  'POST settle': reads(Settle, (endpoint, { CustomKeyStoreId: id }) => {
    const store = endpoint.settle(id)
    return store === undefined ? noStore : ok(store)
  }),
  'POST report': reads(Report, (endpoint, report) => {
    const store = endpoint.report(report.CustomKeyStoreId, reportOf(report))
    return store === undefined ? noStore : ok(store)
  }),
  'POST advance': reads(Time, (endpoint, time) => {
    endpoint.advance(secondsIn(time))
    return state(endpoint, undefined)
  }),
  'POST fail': reads(Fail, (endpoint, { failure, times = 1 }) => {
    endpoint.fail(failure, times)
    return ok({})
  }),
  'PATCH quotas': reads(Quotas, (endpoint, quotas) => {
    endpoint.changeQuotas(quotas)
    return ok({})
  }),
  'POST reset': (endpoint) => {
    endpoint.reset()
    return ok({})
  }
}

const unknownRoute: ControlAnswer = {
  status: 404,
  body: { message: `The control interface has: ${Object.keys(routes).join(', ')}.` }
}

const notJson: ControlAnswer = { status: 400, body: { message: 'The body must be JSON.' } }

/** Answers a request of the control interface. `name`: the path below {@link controlPath}. */
export const control = (endpoint: Endpoint, method: string, name: string, body: string): ControlAnswer => {
  const key = `${method} ${name}`
  const route = Object.hasOwn(routes, key) ? routes[key] : undefined
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
