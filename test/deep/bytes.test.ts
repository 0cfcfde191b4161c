/** Requests with bytes that were changed, lost and put in: both implementations have to agree about what can be read. */
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { respond } from '../../src/protocol/index.js'
import { infrastructure, soundInfrastructure } from '../arbitraries.js'
import { rawRequest } from '../arbitraryRequests.js'
import { start } from '../laws/history.js'
import { given, post } from '../protocol/endpoint.js'
import { asSecond, givenToSecond } from './beside.js'
import { runs, seed } from './depth.js'
import * as second from './second/index.js'

/** A change of some bytes at a place. */
const change = fc.record({
  at: fc.nat(),
  lost: fc.nat(3),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc
      .constantFrom('"', '{', '}', '\\u0000', '\\', ',', 'null', '1e999', '"__proto__":')
      .map((text) => Buffer.from(text))
  )
})

const changed = (
  bytes: Buffer,
  changes: ReadonlyArray<{ at: number; lost: number; put: Uint8Array }>
): Buffer =>
  changes.reduce((before, { at, lost, put }) => {
    const from = at % (before.length + 1)
    return Buffer.concat([before.subarray(0, from), put, before.subarray(from + lost)])
  }, bytes)

const asked: Arbitrary<readonly [cks.OperationName, string]> = fc
  .constantFrom(...cks.operationNames)
  .chain((name) =>
    fc
      .tuple(rawRequest[name], fc.array(change, { maxLength: 3 }))
      .map(
        ([request, changes]) =>
          [name, changed(Buffer.from(JSON.stringify(request)), changes).toString()] as const
      )
  )

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

describe(`bytes of requests, seed ${String(seed)}`, () => {
  it('that were changed get an answer that the documents allow, and change nothing if they are refused', () => {
    fc.assert(
      fc.property(
        start,
        fc.oneof(fc.constant(soundInfrastructure), infrastructure),
        asked,
        (account, facts, [name, body]) => {
          const circumstances = { ...given, infrastructure: cks.infrastructureOf(facts) }
          const { answer, account: after } = respond(circumstances)(post(name, body))(account)
          const told = JSON.parse(answer.body) as { readonly __type?: string }
          if (answer.status === 200) expect(told.__type).toBeUndefined()
          else expect([typeof told.__type, after]).toEqual(['string', account])
          const request = parsed(body)
          if (request === undefined) return
          const of = givenToSecond(cks.defaultEdition, facts, circumstances, account)
          const allowed = second.answer(of)(name, request)(asSecond(account))
          if (allowed === undefined) return
          const { refusals, mayRefuse } = allowed
          if (answer.status === 200) expect([...refusals]).toEqual([])
          else expect([...refusals, ...mayRefuse]).toContain(told.__type)
        }
      ),
      runs(1000, 1_000_000)
    )
  })
})
