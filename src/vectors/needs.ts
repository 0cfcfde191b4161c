import { operationsByName } from '../operations/index.js'
import { defaultEdition } from '../editions/editions.js'
import type { Account } from '../model/Account.js'
import { isFailed } from '../model/CustomKeyStore.js'
import { healthyCluster } from '../model/CloudHsmCluster.js'
import { isSettled } from '../questions/isSettled.js'
import type { OperationStep } from '../replay/HistoryStep.js'
import type { Played } from '../replay/play.js'
import type { Need, Vector } from './Vector.js'

type Params = Vector['params']
/** A played step, with the account before it. */
interface Turn {
  readonly step: Params['steps'][number]
  readonly before: Account
  readonly played: Played
}

const turns = ({ account, steps }: Params, played: ReadonlyArray<Played>): ReadonlyArray<Turn> =>
  played.flatMap((each, i) => {
    const step = steps[i]
    return step === undefined ? [] : [{ step, before: played[i - 1]?.after.account ?? account, played: each }]
  })

/** The members by which an entry of the infrastructure is found; one that has no other is healthy. */
const identifying = ['clusterId', 'uriEndpoint', 'uriPath', 'serviceName']

const isHealthy = (entry: object): boolean =>
  Object.keys(entry).every((member) => identifying.includes(member))

const allHealthy = (infrastructure: Readonly<Record<string, unknown>>): boolean =>
  Object.values(infrastructure).every((entries) => (entries as ReadonlyArray<object>).every(isHealthy))

/** Whether faults are the only way to the account: a store has FAILED, or two clusters have one certificate. */
const isFromFaults = ({ stores }: Account): boolean =>
  stores.some(
    (store) =>
      isFailed(store) ||
      (store.CustomKeyStoreType === 'AWS_CLOUDHSM' &&
        store.clusterCertificate !== healthyCluster(store.CloudHsmClusterId).certificate)
  )

const exceptionOf = ({ happening }: Played) => ('exception' in happening ? happening.exception : undefined)

/** What decides outside of the request and the account, in the rule by which a step is refused. */
const outsideOf = ({ step, played }: Turn): string | undefined => {
  const refusal = exceptionOf(played)
  return 'operation' in step && refusal !== undefined
    ? operationsByName[defaultEdition][step.operation].parts
        .flatMap(({ rules }) => rules)
        .find(({ name }) => name === refusal.rule)?.outside
    : undefined
}

const failureOf = (step: Turn['step']) => ('failure' in step ? (step as OperationStep).failure : undefined)

/** Whether something must happen while KMS is at work with a store: anything but its end, which can be waited for. */
const isHurried = ({ step, before }: Turn): boolean => !('settle' in step) && !before.stores.every(isSettled)

const isAtQuota = (turn: Turn): boolean =>
  exceptionOf(turn.played)?.name === 'LimitExceededException' && outsideOf(turn) === 'AWS KMS'

const isOfInfrastructure = (turn: Turn): boolean =>
  ('facts' in turn.step && !allHealthy(turn.step.facts)) || outsideOf(turn) === 'backing key store'

/** What a vector asks of a tester besides requests, in the order of the list of needs. */
export const needsOf = (params: Params, played: ReadonlyArray<Played>): ReadonlyArray<Need> => {
  const all = turns(params, played)
  const where = (need: Need, holds: boolean): ReadonlyArray<Need> => (holds ? [need] : [])
  return [
    ...where(
      'infrastructure',
      !allHealthy(params.infrastructure) || isFromFaults(params.account) || all.some(isOfInfrastructure)
    ),
    ...where('state', all.some(isHurried)),
    ...where(
      'report',
      all.some(({ step }) => 'report' in step)
    ),
    ...where(
      'clock',
      all.some(({ step }) => 'advance' in step)
    ),
    ...where(
      'failure',
      all.some(({ step }) => failureOf(step) !== undefined)
    ),
    ...all.filter(isAtQuota).map(({ before }): Need => `quota: ${before.stores.length}`)
  ]
}
