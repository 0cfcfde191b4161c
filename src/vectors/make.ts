import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { storeWithId } from '../model/Account.js'
import { noInfrastructure, withInfrastructureChange } from '../account/InfrastructureChange.js'
import { isFailed } from '../model/CustomKeyStore.js'
import type { Violation } from '../codec/decode.js'
import { evidenceOf, type Statement } from '../Evidence.js'
import { keyState } from '../model/KmsKey.js'
import type { EditionName } from '../editions/editions.js'
import type { Source } from '../sources.js'
import { play, type Played } from '../replay/play.js'
import { newWorld, type World } from '../replay/World.js'
import { standIn } from '../possible/sealed.js'
import { needsOf } from './needs.js'
import { openOf } from './openOf.js'
import type { Expected, Flag, Vector } from './Vector.js'

const seen = ({ happening, after: { account } }: Played): Expected => ({
  ...('answer' in happening ? { answer: happening.answer } : {}),
  ...('exception' in happening
    ? { exception: { name: happening.exception.name, httpStatus: happening.exception.httpStatus } }
    : {}),
  stores: account.stores.map((store) => ({
    CustomKeyStoreId: store.CustomKeyStoreId,
    ConnectionState: store.ConnectionState,
    ...(isFailed(store) ? { ConnectionErrorCode: store.ConnectionErrorCode } : {})
  })),
  keys: account.keys.flatMap((key) => {
    const store = storeWithId(account, key.CustomKeyStoreId)
    return store === undefined ? [] : [{ KeyId: key.KeyId, KeyState: keyState(store)(key) }]
  })
})

interface Run {
  readonly world: World
  readonly played: ReadonlyArray<Played>
}

/** Plays the steps of a vector. Empty where the vector itself is not well formed. */
const run = (begin: World, params: Vector['params']): ReadonlyArray<Played> =>
  pipe(
    noInfrastructure,
    withInfrastructureChange(params.infrastructure),
    E.chain((facts) =>
      params.steps.reduce<E.Either<ReadonlyArray<Violation>, Run>>(
        (sofar, step) =>
          pipe(
            sofar,
            E.chain(({ world, played }) =>
              pipe(
                play(step, world),
                E.map((next) => ({ world: next.after, played: [...played, next] }))
              )
            )
          ),
        E.right({ world: { ...begin, account: params.account, facts }, played: [] })
      )
    ),
    E.match(
      () => [],
      ({ played }) => played
    )
  )

const worldOf = (edition: EditionName, flags: ReadonlyArray<Flag>): World => ({
  ...newWorld({ edition }),
  ...(flags.includes('Ciphertext') && { cryptography: standIn })
})

/**
 * The statement by which each step is refused, or by which its connection fails.
 *
 * @example
 * const [vector] = vectors.vectorsOf('exception-text-2022')
 * vectors.reasonsOf('exception-text-2022')(vector).length === vector.params.steps.length //=> true
 */
export const reasonsOf: (
  edition: EditionName
) => (vector: Pick<Vector, 'params' | 'flags'>) => ReadonlyArray<Statement | undefined> =
  (edition) =>
  ({ params, flags }) =>
    run(worldOf(edition, flags), params).map(({ happening }) => {
      const told =
        'exception' in happening
          ? happening.exception
          : 'because' in happening
            ? happening.because
            : undefined
      return told?.rule === undefined
        ? undefined
        : { name: told.rule, says: told.message, ...evidenceOf(told) }
    })

/** A vector before it is run. `source`: the page of the operation, for where no rule refuses it. */
export interface Draft {
  readonly id: string
  readonly documentation: string
  readonly source: Source
  readonly flags: ReadonlyArray<Flag>
  readonly params: Vector['params']
}

/** Runs a vector under an edition, which gives its expectations and what AWS leaves open. */
export const vector = (edition: EditionName) => {
  return ({ flags, source, ...draft }: Draft): Vector => {
    const played = run(worldOf(edition, flags), draft.params)
    const last = played.at(-1)
    const refusal = last !== undefined && 'exception' in last.happening ? last.happening.exception : undefined
    const { outcome, exceptions, assumes } = openOf(played)
    const isOpen = outcome || exceptions.length > 0
    return {
      ...draft,
      source: refusal?.source ?? source,
      flags: isOpen ? [...flags, 'Assumed'] : flags,
      needs: needsOf(draft.params, played),
      result: isOpen ? 'acceptable' : refusal === undefined ? 'valid' : 'invalid',
      ...(isOpen && { assumes }),
      ...(isOpen && !outcome && { orExceptions: exceptions }),
      expect: played.map(seen)
    }
  }
}
