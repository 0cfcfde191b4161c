import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { decode } from '../codec/decode.js'
import type { Endpoint, Told } from './Endpoint.js'
import { readKept } from './Kept.js'
import type { Memory } from './keptEntry.js'
import { livingEndpoint } from './livingEndpoint.js'
import { CheckedOptions, type Options } from './Options.js'
import { accountAtFirst, infrastructureAtFirst } from './readWorld.js'

/**
 * A new endpoint, or the violations in its options.
 *
 * @example
 * pipe(inProcess.endpoint({ connectionDelay: 'manual' }), E.map((made) => made.accounts())) //=> E.right([])
 * E.isLeft(inProcess.endpoint({ storeQuota: -1 })) //=> true
 */
export const endpoint = (options: Options = {}): Told<Endpoint> =>
  rememberingEndpoint(options, { entries: new Map(), keep: () => undefined })

/** An endpoint that goes on with what a memory has kept, and tells it of each change. */
export const rememberingEndpoint = (options: Options, memory: Memory): Told<Endpoint> =>
  pipe(
    E.Do,
    E.bind('options', () => decode(CheckedOptions)(options)),
    E.bind('configured', ({ options }) => infrastructureAtFirst(options)),
    E.bind('account', ({ options }) => accountAtFirst(options, Date.now() / 1000)),
    E.bind('kept', () => readKept(memory.entries)),
    E.map((begun) => livingEndpoint(begun, memory.keep))
  )
