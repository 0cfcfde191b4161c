import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import type { EditionName } from '../editions/editions.js'
import { cell, stateOperations } from './cells.js'
import { exampleStore } from '../possible/examples.js'
import { ownWork } from '../possible/ownWork.js'

/** A change of state that can really happen, and what makes it: an operation, or KMS by itself. */
export interface Arrow {
  readonly from: ConnectionState | 'start'
  readonly by: string
  readonly to: ConnectionState | 'deleted'
}

/** Every arrow, found by running each operation and each report on a store in each state. */
export const arrows = (edition: EditionName): ReadonlyArray<Arrow> => [
  { from: 'start', by: 'CreateCustomKeyStore', to: 'DISCONNECTED' },
  ...connectionStates.flatMap((from) => [
    ...stateOperations.flatMap((operation): ReadonlyArray<Arrow> => {
      const { outcome } = cell(edition, operation, 'AWS_CLOUDHSM')(from)
      return 'state' in outcome && outcome.state !== from ? [{ from, by: operation, to: outcome.state }] : []
    }),
    ...Object.entries(ownWork).flatMap(([by, does]): ReadonlyArray<Arrow> => {
      const to = does(exampleStore('AWS_CLOUDHSM', from)).ConnectionState
      return to === from ? [] : [{ from, by, to }]
    })
  ])
]
