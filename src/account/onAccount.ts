import { pipe } from 'fp-ts/lib/function.js'
import * as RR from 'fp-ts/lib/ReadonlyRecord.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { operationsUnder, type AnyOperation, type Operations } from '../operations/index.js'

/** Each operation of a record as it is carried out on an account. */
type OnAccount<Record> = {
  readonly [Name in keyof Record]: Record[Name] extends { readonly onAccount: infer F } ? F : never
}

/**
 * Every operation on an account, under one edition of AWS's text: `connect(circumstances)(request)(account)`. The answer
 * has AWS's form, and comes with the account after it.
 */
export const accountUnder = (edition: EditionName): OnAccount<Operations> => {
  const record: Readonly<Record<string, AnyOperation>> = { ...operationsUnder(edition) }
  return pipe(
    record,
    RR.map(({ onAccount }) => onAccount)
  ) as OnAccount<Operations>
}

/**
 * The operations on an account under the default edition. Each takes the circumstances, the request and the account,
 * and returns AWS's answer with the account after it.
 *
 * @example
 * const answered = cks.account.disconnect(circumstances)({ CustomKeyStoreId: store.CustomKeyStoreId })(account)
 * pipe(answered, E.map(([, { stores }]) => stores[0].ConnectionState)) //=> E.right('DISCONNECTING')
 */
export const account = accountUnder(defaultEdition)
