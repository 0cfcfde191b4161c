import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { remedies } from '../plan/remedies.js'
import type { Kind as StoreKind } from '../possible/examples.js'
import type { Read } from './commandLine.js'
import { anyText, flag, oneOf, option, wholeNumber, type OptionValue } from './options.js'

/** The options that describe a store and the keys in it; the same for all commands. */

export const typeOption = () =>
  option('--type <TYPE>', 'the type of the store', oneOf(customKeyStoreTypes)).default('AWS_CLOUDHSM')

export const errorOption = (description: string) => option('--error <CODE>', description, anyText)

export const vpcOption = () =>
  flag('--vpc', 'the external key store is reached through a VPC endpoint service')

const mostKeys = 1_000

export const keysOption = () =>
  option(
    '--keys <N>',
    `how many KMS keys are in it that are not pending deletion, from 0 to ${String(mostKeys)}`,
    wholeNumber(mostKeys)
  )

const daysOfKeys: OptionValue<ReadonlyArray<number>> = {
  is: 'numbers of days from 0 to 30, separated by commas',
  read: (text) => {
    const days = text === '' ? [] : text.split(',')
    return days.every((day) => /^([12]?\d|30)$/.test(day)) ? O.some(days.map(Number)) : O.none
  }
}

export const pendingOption = () =>
  option(
    '--pending <DAYS,...>',
    'in how many days each key that is pending deletion will be gone',
    daysOfKeys
  )

/** One of the choices; `what` begins the complaint. */
export const choice = <A extends string>(what: string, choices: ReadonlyArray<A>, text: string): Read<A> =>
  pipe(
    oneOf(choices).read(text),
    E.fromOption(() => `${what} must be ${oneOf(choices).is}, not '${text}'`)
  )

/** The member that only a FAILED store has, with a code of its type. */
export const readError = (
  type: CustomKeyStoreType,
  state: ConnectionState,
  error: string | undefined
): Read<{ readonly ConnectionErrorCode?: string }> => {
  const codes = Object.keys(remedies[type])
  const otherType = customKeyStoreTypes.find((other) => Object.keys(remedies[other]).includes(error ?? ''))
  if (state !== 'FAILED') return error === undefined ? E.right({}) : E.left('--error needs --state FAILED')
  if (error === undefined) return E.left(`--error is missing: for ${type}, ${oneOf(codes).is}`)
  if (otherType !== undefined && !codes.includes(error)) {
    return E.left(`--error ${error} is a code of --type ${otherType}, not of --type ${type}`)
  }
  return pipe(
    choice(`--error for ${type}`, codes, error),
    E.map((ConnectionErrorCode) => ({ ConnectionErrorCode }))
  )
}

export const readKind = (type: CustomKeyStoreType, vpc: boolean): Read<StoreKind> => {
  if (type === 'EXTERNAL_KEY_STORE') return E.right(vpc ? 'VPC_ENDPOINT_SERVICE' : 'PUBLIC_ENDPOINT')
  return vpc ? E.left('--vpc needs --type EXTERNAL_KEY_STORE') : E.right(type)
}
