import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { noInfrastructure, withInfrastructureChange } from '../../account/InfrastructureChange.js'
import { connectionFacts, unmetNeed } from '../../connection/process.js'
import { defaultEdition } from '../../editions/editions.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { ServiceFailure } from '../../model/BackingKeyStore.js'
import type { Circumstances } from '../../model/Circumstances.js'
import { isConnecting } from '../../model/CustomKeyStore.js'
import { infrastructureOf, type Infrastructure } from '../../model/Infrastructure.js'
import { operationNames } from '../../operations/index.js'
import { accountBefore, canMindFaults } from '../../possible/before.js'
import { exampleRequest } from '../../possible/exampleRequests.js'
import {
  accountId,
  clusterId,
  exampleStore,
  goodCircumstances,
  path,
  region,
  serviceName,
  uriEndpoint,
  type Kind
} from '../../possible/examples.js'
import { workedOutOnce } from '../../possible/once.js'
import { triedIn } from '../../possible/tried.js'
import { deniedPrincipal } from './externalRows.js'

/** What one fault leads to: an operation is refused, or a connection ends with a code. */
export interface Effect {
  readonly section: OperationName | 'Connection'
  readonly answer: string
  readonly rule: string
}

/** An entry of the infrastructure, by which kinds of store it can be behind. */
export const entries = {
  clusters: { names: { clusterId }, kinds: ['AWS_CLOUDHSM'] },
  proxies: { names: { uriEndpoint, uriPath: path }, kinds: ['PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'] },
  vpcEndpointServices: { names: { serviceName }, kinds: ['VPC_ENDPOINT_SERVICE'] }
} as const satisfies Readonly<Record<string, { readonly names: object; readonly kinds: ReadonlyArray<Kind> }>>
export type Entries = keyof typeof entries

/** Everything of the examples, healthy but for one fault. */
const infrastructureWith = (of: Entries, fault: object): Infrastructure => {
  const healthy = Object.fromEntries(Object.entries(entries).map(([name, { names }]) => [name, [names]]))
  return pipe(
    noInfrastructure,
    withInfrastructureChange(healthy),
    E.chain(withInfrastructureChange({ [of]: [{ ...entries[of].names, ...fault }] })),
    E.getOrElse(() => noInfrastructure),
    infrastructureOf
  )
}

const given = { ...goodCircumstances, principal: deniedPrincipal }

/** How an operation refuses a good request for a store of a kind, if it does. */
const refusal = (section: OperationName, kind: Kind, circumstances: Circumstances): Effect | undefined => {
  const { result } = triedIn({ ...given, ...circumstances })(
    defaultEdition,
    section,
    exampleRequest(section, kind)
  )(accountBefore(section, kind))
  return E.isLeft(result) ? { section, answer: result.left.name, rule: result.left.rule ?? '' } : undefined
}

/** Whether it accepts the request where nothing is wrong, so that a refusal is due to the fault. */
const isAcceptedWhereHealthy = workedOutOnce(
  (asked: readonly [OperationName, Kind]) => asked.join(),
  ([section, kind]) => refusal(section, kind, given) === undefined
)

const minding = operationNames.filter(canMindFaults)

const refusals = (
  operations: ReadonlyArray<OperationName>,
  kind: Kind,
  circumstances: Circumstances
): ReadonlyArray<Effect> =>
  operations
    .filter((section) => isAcceptedWhereHealthy([section, kind]))
    .flatMap((section) => refusal(section, kind, circumstances) ?? [])

/** How a connection of a store of a kind fails, if it does. */
const failedConnection = (kind: Kind, circumstances: Circumstances): ReadonlyArray<Effect> => {
  const store = exampleStore(kind, 'CONNECTING')
  const account = { AccountId: accountId, Region: region }
  const need = isConnecting(store)
    ? unmetNeed(connectionFacts({ ...circumstances, account })(store))(store)
    : undefined
  return need === undefined ? [] : [{ section: 'Connection', answer: need.otherwise, rule: need.name }]
}

const once = (effects: ReadonlyArray<Effect>): ReadonlyArray<Effect> => [
  ...new Map(effects.map((effect) => [JSON.stringify(effect), effect])).values()
]

/** Everything that one fault leads to, behind any kind of store that can have it, under the default edition. */
export const effectsOf = (of: Entries, fault: object): ReadonlyArray<Effect> => {
  const circumstances = { ...given, infrastructure: infrastructureWith(of, fault) }
  return once(
    entries[of].kinds.flatMap((kind) => [
      ...refusals(minding, kind, circumstances),
      ...failedConnection(kind, circumstances)
    ])
  )
}

/** Everything that a failure of AWS KMS itself leads to, of any operation on an AWS CloudHSM key store. */
export const effectsOfFailure = (failure: ServiceFailure): ReadonlyArray<Effect> => {
  const circumstances = { ...given, failure }
  return [
    ...refusals(operationNames, 'AWS_CLOUDHSM', circumstances),
    ...failedConnection('AWS_CLOUDHSM', circumstances)
  ]
}
