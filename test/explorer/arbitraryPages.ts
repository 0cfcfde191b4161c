/** Pages of the explorer, as random as their addresses can be. */
import fc from 'fast-check'
import { editionNames } from '../../src/editions/editions.js'
import { asksWithoutStore, keyAsks, storeAsks } from '../../src/explorer/asks.js'
import { kindNames } from '../../src/explorer/beginning.js'
import { factGroups } from '../../src/explorer/facts/groups.js'
import { errorCodes, failures, spans, type Move } from '../../src/explorer/moves.js'
import type { Page } from '../../src/explorer/Page.js'
import type { Kind } from '../../src/possible/examples.js'

/** Every move that there is for a kind of store, of those about keys those about the first two. */
export const allMoves = (kind: Kind): ReadonlyArray<Move> => {
  const asks = [...storeAsks(kind), ...asksWithoutStore(kind), ...keyAsks(1), ...keyAsks(2)]
  return [
    ...asks.map((ask): Move => ({ does: 'ask', ask })),
    ...factGroups[kind].flatMap(({ facts }) =>
      facts.flatMap((fact) => fact.options.map((option): Move => ({ does: 'fact', fact, option })))
    ),
    ...(['settle', 'connected', 'disconnected', ...errorCodes(kind)] as const).map((work): Move => ({
      does: 'own work',
      work
    })),
    ...spans.map((days): Move => ({ does: 'time', days })),
    ...[undefined, ...failures].map((failure): Move => ({ does: 'failure', failure }))
  ]
}

/** The moves that lead on come often, so that stories come far. */
const movesOf = (kind: Kind): fc.Arbitrary<Move> => {
  const all = allMoves(kind)
  const leading = all.filter(
    (move) =>
      (move.does === 'ask' && /^(Connect|Disconnect|CreateKey|Encrypt)/.test(move.ask.operation)) ||
      (move.does === 'own work' && move.work === 'settle')
  )
  return fc.oneof(fc.constantFrom(...leading), fc.constantFrom(...all))
}

/** `maxMoves`: the length of a story at most. */
export const pages = (maxMoves: number): fc.Arbitrary<Page> =>
  fc.constantFrom(...kindNames).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      edition: fc.constantFrom(...editionNames),
      moves: fc.array(movesOf(kind), { maxLength: maxMoves, size: 'max' }),
      open: fc.uniqueArray(fc.constantFrom(...[...storeAsks(kind), ...keyAsks(3)].map(({ id }) => id)), {
        maxLength: 20,
        size: 'max'
      }),
      key: fc.integer({ min: 1, max: 999 })
    })
  )
