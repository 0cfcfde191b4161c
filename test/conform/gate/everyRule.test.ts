/** An endpoint that breaks one rule is told that rule, or nothing where AWS leaves it open. */
import { describe, expect, it } from 'vitest'
import { casesTold } from '../../documents/casesTold.js'
import { answer, cases, certain, form, found, isAsked, mayAnswer, recorded, telling } from './everyRule.js'
import type { Asked } from './recorded.js'

it('finds nothing wrong with the endpoint itself, and asks about as many rules as docs/quality.md tells', () => {
  expect(recorded.flatMap(({ faults }) => faults)).toEqual([])
  expect(2 * cases.size).toBe(casesTold('test/conform/gate/everyRule.test.ts'))
})

describe.each([...cases])('%s', (_, broken) => {
  const { operation, type } = broken

  it('is missed where the request is accepted', async () => {
    const { faults, asked } = await found(operation, [type], (each) =>
      isAsked(broken)(each) ? answer(200, {}) : undefined
    )
    const expected = certain(asked)
    expect(faults.filter((fault) => !expected.has(fault))).toEqual([])
    expect(faults.length > 0).toBe(expected.size > 0)
  })

  it('is missed where another exception answers', async () => {
    const pick = (asked: Asked): string =>
      telling(operation).find((name) => !mayAnswer(asked, name)) ?? 'AlreadyExistsException'
    const { faults, asked } = await found(operation, [type], (each) =>
      isAsked(broken)(each) ? answer(400, { __type: pick(each), message: '' }) : undefined
    )
    const clear = asked.filter((each) => !mayAnswer(each, pick(each)))
    const expected = certain(clear)
    expected.delete(`${operation} ${form}`)
    expect(faults.filter((fault) => !expected.has(fault))).toEqual([])
    expect(faults.length > 0).toBe(expected.size > 0)
  })
})
