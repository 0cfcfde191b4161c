/** What AWS leaves open of a case. By hand, from the documents. */
import { expect, it } from 'vitest'
import { disconnect } from '../../src/operations/disconnect.js'
import { leftOpen } from '../../src/questions/leftOpen.js'
import { cloudHsmStore } from '../fixtures.js'

it.each([
  // The page says that the state changes: it is accepted, and only the state right after it is open.
  ['CONNECTED', { outcome: false, exceptions: [], assumes: ['A5'] }],
  ['FAILED', { outcome: true, exceptions: [], assumes: ['A5'] }],
  ['CONNECTING', { outcome: true, exceptions: [], assumes: ['A4'] }],
  ['DISCONNECTED', { outcome: false, exceptions: [], assumes: [] }]
] as const)('Disconnect of a store that is %s', (state, open) => {
  expect(leftOpen(disconnect.explain({})(cloudHsmStore(state)))).toEqual(open)
})
