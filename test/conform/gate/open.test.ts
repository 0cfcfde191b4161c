/** An endpoint that decides otherwise where AWS leaves it open is told nothing. What breaks the limits of a member is asked elsewhere. */
import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../../src/endpoint/index.js'
import { madeUp, ownEndpoint, reportOn } from '../world.js'

type Members = Readonly<Record<string, unknown>>

/** The endpoint, to which requests of one operation come changed. */
const asking = (kms: Endpoint, operation: string, change: (request: Members) => Members): Endpoint => ({
  ...kms,
  answer: (caller, request) =>
    request.headers['x-amz-target'] === `TrentService.${operation}`
      ? kms.answer(caller, {
          ...request,
          body: JSON.stringify(change(JSON.parse(request.body === '' ? '{}' : request.body) as Members))
        })
      : kms.answer(caller, request)
})

const without =
  (...members: ReadonlyArray<string>) =>
  (request: Members): Members =>
    Object.fromEntries(Object.entries(request).filter(([name]) => !members.includes(name)))

describe('an endpoint', () => {
  it('that creates keys whatever their policy and tags is told nothing, of those keys either (A49)', async () => {
    const kms = asking(ownEndpoint({ connectionDelay: 0 }), 'CreateKey', without('Policy', 'Tags'))
    const { faults } = await reportOn(kms, { only: 'vectors/CreateKey/', storeProperties: madeUp })
    expect(faults.map(({ difference }) => difference)).toEqual([])
  })
})
