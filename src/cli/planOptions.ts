import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { KmsKey } from '../model/KmsKey.js'
import { updatableMembers } from '../editions/Edition.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { kinds, type Kind } from '../possible/examples.js'
import type { Goal, Situation } from '../plan/Goal.js'
import { remedies } from '../plan/remedies.js'
import { edition, parsed, type Read } from './commandLine.js'

const goals = ['CONNECTED', 'DISCONNECTED', 'deleted', 'deletedLeavingKeyMaterial', 'keyCreated'] as const
export const members = [...new Set(Object.values(updatableMembers).flat())]

/** What `plan` has been asked for. */
export interface PlanOptions {
  readonly goal: Goal
  readonly situation: Situation
  readonly edition: EditionName
  readonly json: boolean
}

const oneOf = <A extends string>(what: string, all: ReadonlyArray<A>, value: string | undefined): Read<A> => {
  const found = all.find((a) => a === value)
  if (found !== undefined) return E.right(found)
  const wrong = value === undefined ? `${what} is missing` : `no ${what} '${value}'`
  return E.left(`${wrong}; it is one of ${all.join(', ')}`)
}

/** The members of an update in a list, or the one name of another goal. */
const readGoal = (text: string, andConnected: boolean): Read<Goal> => {
  const goal = goals.find((name) => name === text)
  if (goal !== undefined) {
    return andConnected ? E.left('--and-connected goes with members to update') : E.right(goal)
  }
  return pipe(
    text.split(','),
    E.traverseArray((name) => oneOf('GOAL', [...goals, ...members], name)),
    E.chain(E.traverseArray((name) => oneOf('member to update', members, name))),
    E.map((updated) => (andConnected ? { updated, and: 'CONNECTED' } : { updated }))
  )
}

interface Flags {
  readonly state?: string
  readonly error?: string
  readonly type: string
  readonly vpc: boolean
  readonly id: string
  readonly keys: string
  readonly pending: string
}

/** The member that only a store that has FAILED has, with a code of its type. */
const readError = (
  type: CustomKeyStoreType,
  state: ConnectionState,
  error: string | undefined
): Read<{ readonly ConnectionErrorCode?: string }> => {
  if (state !== 'FAILED') {
    return error === undefined ? E.right({}) : E.left('--error goes with --state FAILED')
  }
  return pipe(
    oneOf(`--error of ${type}`, Object.keys(remedies[type]), error),
    E.map((ConnectionErrorCode) => ({ ConnectionErrorCode }))
  )
}

const readKind = (type: CustomKeyStoreType, vpc: boolean): Read<Kind> => {
  if (type === 'EXTERNAL_KEY_STORE') return E.right(vpc ? 'VPC_ENDPOINT_SERVICE' : 'PUBLIC_ENDPOINT')
  return vpc ? E.left('--vpc goes with --type EXTERNAL_KEY_STORE') : E.right(type)
}

const readStore = ({ state, error, type, vpc, id }: Flags): Read<CustomKeyStore> =>
  pipe(
    E.Do,
    E.apS('type', oneOf('--type', customKeyStoreTypes, type)),
    E.apS('ConnectionState', oneOf('--state', connectionStates, state)),
    E.bind('kind', ({ type }) => readKind(type, vpc)),
    E.bind('error', ({ type, ConnectionState }) => readError(type, ConnectionState, error)),
    E.map(
      ({ kind, ConnectionState, error }) =>
        ({ ...kinds[kind], CustomKeyStoreId: id, ConnectionState, ...error }) as CustomKeyStore
    )
  )

const mostKeys = 1_000

const readKeys = ({ keys }: Flags): Read<number> =>
  /^\d{1,4}$/.test(keys) && Number(keys) <= mostKeys
    ? E.right(Number(keys))
    : E.left(`--keys takes a number from 0 to ${String(mostKeys)}, not '${keys}'`)

const readPending = ({ pending }: Flags): Read<ReadonlyArray<number>> => {
  const days = pending === '' ? [] : pending.split(',')
  return days.every((day) => /^([12]?\d|30)$/.test(day))
    ? E.right(days.map(Number))
    : E.left(`--pending takes numbers of days from 0 to 30, with commas between them, not '${pending}'`)
}

const secondsADay = 86_400

const keyIn = (store: CustomKeyStore, KeyId: string, DeletionDate?: number): KmsKey =>
  ({
    KeyId,
    Arn: KeyId,
    CustomKeyStoreId: store.CustomKeyStoreId,
    Description: '',
    CreationDate: 0,
    enabled: true,
    ...(DeletionDate !== undefined && { DeletionDate }),
    Origin: store.CustomKeyStoreType,
    ...(isCloudHsm(store)
      ? { CloudHsmClusterId: store.CloudHsmClusterId }
      : { XksKeyConfiguration: { Id: KeyId } })
  }) as KmsKey

const situationOf = (
  now: number,
  store: CustomKeyStore,
  keys: number,
  pending: ReadonlyArray<number>
): Situation => ({
  store,
  keys: [
    ...Array.from({ length: keys }, (_, n) => keyIn(store, `<id of key ${String(n + 1)}>`)),
    ...pending.map((days, n) => keyIn(store, `<id of key ${String(keys + n + 1)}>`, now + days * secondsADay))
  ],
  now
})

const options = {
  state: { type: 'string' },
  error: { type: 'string' },
  type: { type: 'string', default: 'AWS_CLOUDHSM' },
  vpc: { type: 'boolean', default: false },
  id: { type: 'string', default: '<id of the store>' },
  keys: { type: 'string', default: '0' },
  pending: { type: 'string', default: '' },
  'and-connected': { type: 'boolean', default: false },
  edition: { type: 'string', default: defaultEdition },
  json: { type: 'boolean', default: false }
} as const

/** Reads the command line; or says what is wrong with it. `now`: in seconds since 1970. */
export const readOptions = (now: number, args: ReadonlyArray<string>): Read<PlanOptions> =>
  pipe(
    parsed(args, { options, allowPositionals: true }),
    E.chain(({ values: flags, positionals: [goal, ...others] }) => {
      if (goal === undefined) return E.left('a GOAL is missing')
      if (others.length > 0) return E.left(`one GOAL at a time; not '${others.join(' ')}' as well`)
      return pipe(
        E.Do,
        E.apS('goal', readGoal(goal, flags['and-connected'])),
        E.apS('store', readStore(flags)),
        E.apS('keys', readKeys(flags)),
        E.apS('pending', readPending(flags)),
        E.apS('edition', edition(flags.edition)),
        E.map(({ goal, store, keys, pending, edition }) => ({
          goal,
          situation: situationOf(now, store, keys, pending),
          edition,
          json: flags.json
        }))
      )
    })
  )
