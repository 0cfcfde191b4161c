import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { membersOf } from '../editions/updatableMembers.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import type { Goal } from '../plan/Goal.js'
import { kinds } from '../possible/examples.js'
import { commandLine, type Read } from './commandLine.js'
import { anyText, argument, editionOption, flag, option, stateOption } from './options.js'
import {
  choice,
  errorOption,
  keysOption,
  pendingOption,
  readError,
  readKind,
  typeOption,
  vpcOption
} from './storeOptions.js'

/** The options of `plan`, read. */
export interface PlanOptions {
  readonly goal: Goal
  readonly store: CustomKeyStore
  /** How many KMS keys are in the store that are not pending deletion. */
  readonly keys: number
  /** In how many days each key that is pending deletion will be gone. */
  readonly pending: ReadonlyArray<number>
  readonly edition: EditionName
  readonly json: boolean
}

const goals = ['CONNECTED', 'DISCONNECTED', 'deleted', 'deletedLeavingKeyMaterial', 'keyCreated'] as const
const members = [...new Set(customKeyStoreTypes.flatMap(membersOf))]

const notes = `GOAL is one of
  CONNECTED, DISCONNECTED     that ConnectionState
  deleted                     the store is deleted with its keys, and what key material KMS can remove
  deletedLeavingKeyMaterial   the same, without connecting the store for the sake of key material
  keyCreated                  one more KMS key is in the store
  MEMBER[,MEMBER...]          these members of UpdateCustomKeyStore are updated:
                              ${members.slice(0, 3).join(', ')},
                              ${members.slice(3, 6).join(', ')},
                              ${members.slice(6).join(', ')}

Exit code: 0 for a plan; 1 when no steps lead to the goal; 2 for a wrong command line.
`

export const planLine = () =>
  commandLine('plan', {
    intro:
      "Shows the fewest steps that lead from a custom key store to a goal, in the order of AWS's documentation.",
    notes,
    examples: ['$ plan CONNECTED --state FAILED --error INVALID_CREDENTIALS']
  })
    .addArgument(argument('<GOAL>', 'what to reach, as listed below', anyText))
    .addOption(stateOption())
    .addOption(errorOption('the ConnectionErrorCode; needed with FAILED, and only there'))
    .addOption(typeOption())
    .addOption(vpcOption())
    .addOption(option('--id <ID>', 'the CustomKeyStoreId to show', anyText).default('<id of the store>'))
    .addOption(keysOption().default(0))
    .addOption(pendingOption().default([], 'none'))
    .addOption(flag('--and-connected', 'the store must be CONNECTED after the update'))
    .addOption(editionOption().default(defaultEdition))
    .addOption(flag('--json', 'print one JSON object, instead of text'))

type Line = ReturnType<typeof planLine>
type Options = ReturnType<Line['opts']>

/** The members of an update in a list, or the one name of another goal. */
const readGoal = (text: string, andConnected: boolean): Read<Goal> => {
  const goal = goals.find((name) => name === text)
  if (goal !== undefined) {
    return andConnected ? E.left('--and-connected needs members to update as GOAL') : E.right(goal)
  }
  return pipe(
    text.split(','),
    E.traverseArray((name) => choice('GOAL', [...goals, ...members], name)),
    E.chain(E.traverseArray((name) => choice('each of several members to update', members, name))),
    E.map((updated) => (andConnected ? { updated, and: 'CONNECTED' } : { updated }))
  )
}

const readStore = ({ state, error, type, vpc, id }: Options): Read<CustomKeyStore> =>
  pipe(
    E.Do,
    E.apS('kind', readKind(type, vpc === true)),
    E.apS('error', readError(type, state, error)),
    E.map(
      ({ kind, error }) =>
        ({ ...kinds[kind], CustomKeyStoreId: id, ConnectionState: state, ...error }) as CustomKeyStore
    )
  )

export const readPlan = (options: Options, [goal]: Line['processedArgs']): Read<PlanOptions> =>
  pipe(
    E.Do,
    E.apS('goal', readGoal(goal, options.andConnected === true)),
    E.apS('store', readStore(options)),
    E.map(({ goal, store }) => {
      const { keys, pending, edition, json } = options
      return { goal, store, keys, pending, edition, json: json === true }
    })
  )
