import { parseArgs } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { KmsKey } from '../model/KmsKey.js'
import { defaultEdition, editions, updatableMembers, type EditionName } from '../rules/editions.js'
import { kinds, type Kind } from '../spec/examples.js'
import type { Goal, Situation } from '../spec/plan/Goal.js'
import { planLines, unreachableLines } from '../spec/plan/lines.js'
import { planUnder } from '../spec/plan/plan.js'
import { remedies } from '../spec/plan/remedies.js'
import type { Command } from './Command.js'
import { visible } from './layout.js'

const goals = ['CONNECTED', 'DISCONNECTED', 'deleted', 'deletedLeavingKeyMaterial', 'keyCreated'] as const
const members = [...new Set(Object.values(updatableMembers).flat())]

const help = `Tells the fewest steps that lead from a custom key store to a goal, in the order of AWS's documentation.

Usage: kms-custom-key-store plan GOAL --state STATE [OPTIONS]

GOAL is one of
  CONNECTED, DISCONNECTED
  deleted                     The store, its keys, and what KMS can remove of key material
  deletedLeavingKeyMaterial   The same, without connecting the store for the sake of key material
  keyCreated                  One more KMS key is in the store
  MEMBER[,MEMBER...]          These members of UpdateCustomKeyStore are updated:
                              ${members.slice(0, 4).join(', ')},
                              ${members.slice(4, 7).join(', ')},
                              ${members.slice(7).join(', ')}

Options:
  --state STATE        ${connectionStates.join(', ')}
  --error CODE         The ConnectionErrorCode; needed with FAILED, and only there
  --type TYPE          ${customKeyStoreTypes.join(' or ')} (AWS_CLOUDHSM)
  --vpc                The external key store is reached through a VPC endpoint service
  --id ID              The CustomKeyStoreId to show
  --keys N             How many KMS keys it holds that are not pending deletion (0)
  --pending DAYS[,...] In how many days each key that is pending deletion will be gone
  --and-connected      After an update the store is to be CONNECTED
  --edition NAME       The edition of AWS's text to follow (${defaultEdition}).
                       One of ${Object.keys(editions).join(', ')}
  --json               One JSON object, instead of text
  -h, --help           Show this text

Exit code: 0 for a plan; 1 when no steps lead to the goal; 2 for a wrong command line.

Example:
  kms-custom-key-store plan CONNECTED --state FAILED --error INVALID_CREDENTIALS
`

interface Options {
  readonly goal: Goal
  readonly situation: Situation
  readonly edition: EditionName
  readonly json: boolean
}

const oneOf = <A extends string>(
  what: string,
  all: ReadonlyArray<A>,
  value: string | undefined
): E.Either<string, A> => {
  const found = all.find((a) => a === value)
  if (found !== undefined) return E.right(found)
  const wrong = value === undefined ? `${what} is missing` : `no ${what} '${value}'`
  return E.left(`${wrong}; it is one of ${all.join(', ')}`)
}

/** The members of an update in a list, or the one name of another goal. */
const readGoal = (text: string, andConnected: boolean): E.Either<string, Goal> => {
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

type Flags = Readonly<
  Record<'state' | 'error' | 'type' | 'id' | 'keys' | 'pending' | 'edition', string | undefined> &
    Record<'vpc' | 'and-connected' | 'json', boolean | undefined>
>

/** The member that only a store that has FAILED has, with a code of its type. */
const readError = (
  type: CustomKeyStoreType,
  state: ConnectionState,
  error: string | undefined
): E.Either<string, { readonly ConnectionErrorCode?: string }> => {
  if (state !== 'FAILED') {
    return error === undefined ? E.right({}) : E.left('--error goes with --state FAILED')
  }
  return pipe(
    oneOf(`--error of ${type}`, Object.keys(remedies[type]), error),
    E.map((ConnectionErrorCode) => ({ ConnectionErrorCode }))
  )
}

const readKind = (type: CustomKeyStoreType, vpc: boolean): E.Either<string, Kind> => {
  if (type === 'EXTERNAL_KEY_STORE') return E.right(vpc ? 'VPC_ENDPOINT_SERVICE' : 'PUBLIC_ENDPOINT')
  return vpc ? E.left('--vpc goes with --type EXTERNAL_KEY_STORE') : E.right(type)
}

const readStore = ({
  state,
  error,
  type = 'AWS_CLOUDHSM',
  vpc = false,
  id = '<id of the store>'
}: Flags): E.Either<string, CustomKeyStore> =>
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

const readKeys = ({ keys = '0' }: Flags): E.Either<string, number> =>
  /^\d{1,4}$/.test(keys) && Number(keys) <= mostKeys
    ? E.right(Number(keys))
    : E.left(`--keys takes a number from 0 to ${String(mostKeys)}, not '${keys}'`)

const readPending = ({ pending = '' }: Flags): E.Either<string, ReadonlyArray<number>> => {
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

const readFlags = (args: ReadonlyArray<string>) =>
  E.tryCatch(
    () =>
      parseArgs({
        args: [...args],
        options: {
          state: { type: 'string' },
          error: { type: 'string' },
          type: { type: 'string' },
          vpc: { type: 'boolean' },
          id: { type: 'string' },
          keys: { type: 'string' },
          pending: { type: 'string' },
          'and-connected': { type: 'boolean' },
          edition: { type: 'string' },
          json: { type: 'boolean' }
        },
        allowPositionals: true
      }),
    (error) => E.toError(error).message.replace(/\. .*/s, '')
  )

const editionNames = Object.keys(editions) as ReadonlyArray<EditionName>

const readOptions = (now: number, args: ReadonlyArray<string>): E.Either<string, Options> =>
  pipe(
    readFlags(args),
    E.chain(({ values, positionals: [goal, ...others] }) => {
      const flags = values as Flags
      if (goal === undefined) return E.left('a GOAL is missing')
      if (others.length > 0) return E.left(`one GOAL at a time; not '${others.join(' ')}' as well`)
      return pipe(
        E.Do,
        E.apS('goal', readGoal(goal, flags['and-connected'] ?? false)),
        E.apS('store', readStore(flags)),
        E.apS('keys', readKeys(flags)),
        E.apS('pending', readPending(flags)),
        E.apS('edition', oneOf('--edition', editionNames, flags.edition ?? defaultEdition)),
        E.map(({ goal, store, keys, pending, edition }) => ({
          goal,
          situation: situationOf(now, store, keys, pending),
          edition,
          json: flags.json ?? false
        }))
      )
    })
  )

const run: Command['run'] = async (args, console) => {
  const options = readOptions(Math.floor(Date.now() / 1000), args)
  if (E.isLeft(options)) {
    console.complain(
      `kms-custom-key-store plan: ${visible(options.left)}\nRun 'kms-custom-key-store plan --help' to see how.\n`
    )
    return 2
  }
  const { goal, situation, edition, json } = options.right
  const made = planUnder(edition)(goal)(situation)
  const lines = E.isRight(made) ? planLines(made.right) : unreachableLines(made.left)
  await console.print(
    json ? `${JSON.stringify(E.toUnion(made))}\n` : lines.map((line) => `${visible(line)}\n`).join('')
  )
  return E.isRight(made) ? 0 : 1
}

export const plan: Command = {
  summary: 'Tell the steps that lead from a store to a goal, and why',
  help,
  run
}
