import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { decode, violationsAt, type Violation } from '../codec/decode.js'
import { latestMoment } from '../codec/Moment.js'

/** Keeps what an endpoint is told, for another one that goes on in its place. */
export interface Memory {
  /** What was kept last, by name, as plain data; empty for a new endpoint. */
  readonly entries: ReadonlyMap<string, unknown>
  /** Is told each entry that has changed, in plain data, before anybody is answered; undefined where it is gone. */
  readonly keep: (name: string, entry: object | undefined) => void
}

export type Read<A> = E.Either<ReadonlyArray<Violation>, A>

export const milliseconds = t.refinement(t.number, (n) => Math.abs(n) <= latestMoment * 1000, 'Milliseconds')

/** Reads the entry that has a name. */
export const readAs = <A>(codec: t.Type<A, unknown>, name: string, entry: unknown): Read<A> =>
  pipe(decode(codec)(entry), E.mapLeft(violationsAt(name)))

export const misplaced = (path: string): Violation => ({
  path,
  received: 'an entry',
  receivedAs: 'words',
  constraint:
    'Entry must be the settings, or of an account under the name of that, and none is there without the settings',
  kind: 'unknown member'
})
