/** An endpoint with hundreds of faults: each is looked for again, and told with few requests, within the time of a test. */
import { expect, it } from 'vitest'
import type { Answer } from '../../../src/protocol/index.js'
import type { Endpoint } from '../../../src/endpoint/index.js'
import { madeUp, ownEndpoint, reportInRealTime } from '../world.js'

/** Names that are due to few requests. */
const wrong = ['TagException', 'InvalidArnException', 'MalformedPolicyDocumentException']

/** The endpoint, which refuses with another exception than the right one, or accepts what it has to refuse. */
const refusingWrongly = (kms: Endpoint, accepts: (name: string) => boolean): Endpoint => ({
  ...kms,
  answer: (caller, request): Answer => {
    const right = kms.answer(caller, request)
    if (right.status === 200) return right
    const name = String(JSON.parse(right.body).__type)
    return accepts(name)
      ? { ...right, status: 200, body: '{}' }
      : { ...right, body: JSON.stringify({ __type: wrong[name.length % wrong.length] }) }
  }
})

it.each([
  ['refuses everything wrongly', () => false],
  ['accepts half of what it has to refuse', (name: string) => name.length % 2 === 0]
])('an endpoint that %s', async (_, accepts: (name: string) => boolean) => {
  const { faults } = await reportInRealTime(refusingWrongly(ownEndpoint({ connectionDelay: 0 }), accepts), {
    storeProperties: madeUp
  })
  expect(faults.length).toBeGreaterThan(200)
  expect(faults.filter(({ reproduced }) => !reproduced)).toEqual([])
  expect(faults.filter(({ history }) => history.length > 30).length).toBeLessThan(faults.length / 10)
})
