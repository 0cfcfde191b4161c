/** Which states end by themselves. */
import { expect, it } from 'vitest'
import { isPassingState, isSettledState } from '../../src/conform/passing.js'

it.each([
  ['CONNECTING', true, false],
  ['DISCONNECTING', true, false],
  ['CONNECTED', false, true],
  ['DISCONNECTED', false, true],
  ['FAILED', false, true],
  [undefined, false, false]
] as const)('%s ends by itself: %s, lasts: %s', (state, isPassing, isSettled) => {
  expect([isPassingState(state), isSettledState(state)]).toEqual([isPassing, isSettled])
})
