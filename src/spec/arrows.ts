import { connectionFailed, connectionSucceeded, disconnectionCompleted } from '../connectionProcess.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { EditionName } from '../rules/editions.js'
import { cell, stateOperations } from './cells.js'
import { exampleStore } from './examples.js'

/** A change of state that can really happen, and what makes it: an operation, or KMS by itself. */
export interface Arrow {
  readonly from: ConnectionState | 'start'
  readonly by: string
  readonly to: ConnectionState | 'deleted'
}

const reports: Readonly<Record<string, (attempt: number) => (store: CustomKeyStore) => CustomKeyStore>> = {
  'KMS has connected': connectionSucceeded,
  'KMS could not connect': (attempt) => connectionFailed(attempt, 'INTERNAL_ERROR'),
  'KMS has disconnected': disconnectionCompleted
}

/** Every arrow, found by running each operation and each report on a store in each state. */
export const arrows = (edition: EditionName): ReadonlyArray<Arrow> => [
  { from: 'start', by: 'CreateCustomKeyStore', to: 'DISCONNECTED' },
  ...connectionStates.flatMap((from) => [
    ...stateOperations.flatMap((operation): ReadonlyArray<Arrow> => {
      const { outcome } = cell(edition, operation, 'AWS_CLOUDHSM')(from)
      return 'state' in outcome && outcome.state !== from ? [{ from, by: operation, to: outcome.state }] : []
    }),
    ...Object.entries(reports).flatMap(([by, report]): ReadonlyArray<Arrow> => {
      const before = exampleStore('AWS_CLOUDHSM', from)
      const to = report(before.attempt)(before).ConnectionState
      return to === from ? [] : [{ from, by, to }]
    })
  ])
]
