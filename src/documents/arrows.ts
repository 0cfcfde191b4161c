import type { EditionName } from '../editions/editions.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { operationNames } from '../operations/index.js'
import { exampleStore } from '../possible/examples.js'
import { ownWork } from '../possible/ownWork.js'
import { cell, stateOperations } from './cells.js'
import { storeMadeBy } from '../possible/tried.js'

/** A change of state that can really happen, and what makes it: an operation, or KMS by itself. */
export interface Arrow {
  readonly from: ConnectionState | 'start'
  readonly by: string
  readonly to: ConnectionState | 'deleted'
}

const fromStart = (): ReadonlyArray<Arrow> =>
  operationNames.flatMap((by): ReadonlyArray<Arrow> => {
    const made = storeMadeBy(by)
    return made === undefined ? [] : [{ from: 'start', by, to: made.ConnectionState }]
  })

/**
 * Every arrow, found by running each operation and each report on a store in each state.
 *
 * @example
 * documents.arrows('exception-text-2022').find(({ from, to }) => from === 'FAILED' && to)?.by
 * //=> 'DisconnectCustomKeyStore'
 */
export const arrows = (edition: EditionName): ReadonlyArray<Arrow> => [
  ...fromStart(),
  ...connectionStates.flatMap((from) => [
    ...stateOperations.flatMap((by): ReadonlyArray<Arrow> => {
      const { outcome } = cell(edition, by, 'AWS_CLOUDHSM')(from)
      return 'state' in outcome && outcome.state !== from ? [{ from, by, to: outcome.state }] : []
    }),
    ...Object.entries(ownWork).flatMap(([by, does]): ReadonlyArray<Arrow> => {
      const to = does(exampleStore('AWS_CLOUDHSM', from)).ConnectionState
      return to === from ? [] : [{ from, by, to }]
    })
  ])
]
