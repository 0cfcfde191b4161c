import * as E from 'fp-ts/lib/Either.js'
import { evidenceOf } from '../../Evidence.js'
import type { Refused } from '../../protocol/carriedOut.js'
import { couldKnow } from '../looks.js'
import type { Exchange, Run } from '../Run.js'
import { isAttained, isChange, isMadeUpFor, targetOf } from '../targets.js'
import { endedWell, type Fault, type Finding } from './Fault.js'

interface Refusal {
  readonly at: number
  readonly exchange: Exchange
  readonly error: Refused
}

/** The refusals of a run that nothing has made up for: what was asked for is not so then, and does not come about later. */
const unmended = ({ exchanges }: Run): ReadonlyArray<Refusal> =>
  exchanges.flatMap((exchange, at) => {
    const { call, reply } = exchange
    if (E.isRight(reply) || isMadeUpFor(call, exchanges.slice(at + 1))) return []
    const isSoSince = exchanges.slice(at).some(({ after }) => isAttained(call, after.account))
    return isSoSince ? [] : [{ at, exchange, error: reply.left }]
  })

/** Only the last refusal of each request: to try again and again is one fault. */
const lastOfEach = (refusals: ReadonlyArray<Refusal>): ReadonlyArray<Refusal> =>
  refusals.filter(
    ({ exchange: { call } }, i) =>
      !refusals
        .slice(i + 1)
        .some(
          ({ exchange: { call: later } }) =>
            later.operation === call.operation && targetOf(later) === targetOf(call)
        )
  )

const isSwallowed = ({ exchange: { call } }: Refusal): boolean => isChange(call)

/** A refusal that the program keeps to itself. */
export const swallowedRefusal: Finding = {
  name: 'swallowedRefusal',
  says: 'A request was refused, and the program ends as if it had been accepted.',
  source: 'CommonErrors',
  implied: true,
  in: (run, expectations) =>
    endedWell(run, expectations)
      ? lastOfEach(unmended(run).filter(isSwallowed)).map(({ at, exchange: { call }, error }): Fault => ({
          at,
          about: `${call.operation} ${error.name}`,
          says: `It ends as if all were well, though ${call.operation} was refused with ${error.name}, and what it asked for has not come about.`,
          evidence: evidenceOf(error)
        }))
      : []
}

/** Whether a request was refused because of the state in which a store or key is. */
const isRefusedByState = ({ error }: Refusal): boolean =>
  'resource' in error &&
  error.resource.because === 'state' &&
  ['custom key store', 'KMS key'].includes(error.resource.kind)

const stateOf = ({ error }: Refusal): string => ('resource' in error ? (error.resource.state ?? '') : '')

const idOf = ({ exchange: { call }, error }: Refusal): string =>
  'resource' in error && error.resource.kind === 'custom key store' ? error.resource.id : targetOf(call)

/** A request in a state in which it is not valid. */
export const sentWhereRefused: Finding = {
  name: 'sentWhereRefused',
  says: 'The program makes a request in a state in which it is documented to be refused, which it could know.',
  source: 'API_ConnectCustomKeyStore',
  implied: true,
  in: (run, expectations) =>
    lastOfEach(unmended(run))
      .filter(isRefusedByState)
      .filter((refusal) => !(isSwallowed(refusal) && endedWell(run, expectations)))
      .filter((refusal) => couldKnow(run.exchanges.slice(0, refusal.at + 1), idOf(refusal)))
      .map((refusal) => ({
        at: refusal.at,
        about: `${refusal.exchange.call.operation} ${stateOf(refusal)}`,
        says: `${refusal.exchange.call.operation} is sent while ${idOf(refusal)} is ${stateOf(refusal)}, where the documentation says that it is refused.`,
        evidence: evidenceOf(refusal.error)
      }))
}
