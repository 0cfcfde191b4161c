/** Between which steps of a plan no key of the store can be used. */
import { expect, it } from 'vitest'
import { keysUnusable, type Plan, type PlanStep } from '../../src/plan/index.js'

const reason = { why: 'because', source: 'API_ConnectCustomKeyStore' } as const
const calls = (operation: string) => ({ kind: 'operation', operation, request: {}, ...reason }) as PlanStep
const waits = (until: string) => ({ kind: 'wait', until, look: [], ...reason }) as unknown as PlanStep
const fix: PlanStep = { kind: 'fix', fix: 'Repair it.', ...reason }

const disconnect = calls('DisconnectCustomKeyStore')
const schedule = calls('ScheduleKeyDeletion')
const connect = calls('ConnectCustomKeyStore')
const connected = waits('CONNECTED')
const disconnected = waits('DISCONNECTED')

const unusable = (
  steps: ReadonlyArray<PlanStep>,
  { keys = 3, pendingDeletion = 1, ConnectionState = 'CONNECTED' } = {}
) => keysUnusable({ from: { keys, pendingDeletion, ConnectionState }, steps } as unknown as Plan)

it.each([
  [[disconnect], 0],
  [[fix, schedule, disconnect], 1],
  [[connected, disconnect, disconnected], 1]
])('from the step on that disconnects the store or schedules a deletion: %#', (steps, from) => {
  expect(unusable(steps)).toStrictEqual({ keys: 2, from })
})

it('until the store is connected again', () => {
  expect(unusable([disconnect, disconnected, fix, connect, connected])).toStrictEqual({
    keys: 2,
    from: 0,
    until: 4
  })
})

it.each([
  ['none is usable before', [disconnect], { keys: 1 }],
  ['the store is not connected', [disconnect], { ConnectionState: 'FAILED' }],
  ['nothing ends their use', [fix, connect, connected], {}],
  ['there is nothing to do', [], {}]
])('not where %s', (_, steps, from) => {
  expect(unusable(steps, from)).toBeUndefined()
})
