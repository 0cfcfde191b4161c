import * as E from 'fp-ts/lib/Either.js'
import { constFalse, pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { decode, type Violation } from '../codec/decode.js'
import { defaultEdition } from '../editions/editions.js'
import { configuredInfrastructure } from '../endpoint/ConfiguredInfrastructure.js'
import { Account } from '../model/Account.js'
import type { Cryptography } from '../model/Cryptography.js'
import { accountAtFirst, situationAtFirst } from './beginning.js'
import { defaultBounds, type Bounds } from './Bounds.js'
import { choiceKinds, standingOfChoice, type ChoiceKind } from './Choice.js'
import { findings, type FindingName } from './findings/index.js'
import type { Sought } from './FoundFault.js'
import { backingBreaks, defaultFailures, othersMoveStores } from './nature.js'
import type { Nature } from './possibleAnswers.js'
import type { Situation } from './Situation.js'
import { CheckedOptions, type WorldOptions } from './options.js'

/** All that a search needs to know. */
export interface Search {
  readonly nature: Nature
  readonly begun: Situation
  readonly sought: Sought
  readonly options: WorldOptions
}

const kinds = Object.keys(choiceKinds) as ReadonlyArray<ChoiceKind>

/** The bounds, in which nothing that is only assumed may happen if that is asked for. */
const boundsOf = ({ bounds = {}, documentedOnly = false }: WorldOptions): Bounds => ({
  ...defaultBounds,
  ...(Object.fromEntries(
    Object.entries(bounds).filter(([, most]) => (most as unknown) !== undefined)
  ) as Partial<Bounds>),
  ...(documentedOnly &&
    Object.fromEntries(
      kinds
        .filter((kind) => standingOfChoice({ kind, name: '' }).assumes.length > 0)
        .map((kind) => [kind, 0] as const)
    ))
})

const Left = t.type({ _tag: t.literal('Left') })

/** What cannot be read says nothing against it. */
const isWell = (value: unknown): boolean =>
  value !== false && !E.getOrElse(constFalse)(E.tryCatch(() => Left.is(value), constFalse))

/** Reads the options, or tells what is wrong with them. */
export const searchWith = (
  options: WorldOptions,
  cryptography?: Cryptography
): E.Either<ReadonlyArray<Violation>, Search> =>
  pipe(
    decode(CheckedOptions)(options),
    E.flatMap(() =>
      pipe(
        E.Do,
        E.apS('configured', configuredInfrastructure(options.infrastructure)),
        E.apS('account', decode(Account)(options.account ?? accountAtFirst(options.stores ?? [])))
      )
    ),
    E.map(({ configured, account }) => ({
      nature: {
        edition: options.edition ?? defaultEdition,
        cryptography,
        looks: options.looks ?? [1, 150],
        failures: options.failures ?? defaultFailures,
        others: options.others ?? othersMoveStores,
        changes: options.changes ?? backingBreaks
      },
      begun: situationAtFirst(account, configured, boundsOf(options)),
      sought: {
        goal: options.goal,
        succeeded: options.succeeded ?? isWell,
        findings: (Object.keys(findings) as ReadonlyArray<FindingName>).filter(
          (name) => options.findings?.[name] ?? true
        )
      },
      options
    }))
  )

/**
 * The machine behind a search, and the situation in which it begins; or what is wrong with the options. Nothing is encrypted.
 *
 * @example
 * const begun = testing.begin({ stores: [{ ConnectionState: 'CONNECTED' }] })
 * pipe(begun, E.map(({ situation }) => situation.account.stores[0].ConnectionState)) //=> E.right('CONNECTED')
 */
export const begin = (
  options: WorldOptions = {}
): E.Either<ReadonlyArray<Violation>, { readonly nature: Nature; readonly situation: Situation }> =>
  pipe(
    searchWith(options),
    E.map(({ nature, begun }) => ({ nature, situation: begun }))
  )
