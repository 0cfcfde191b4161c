/** An endpoint that refuses an operation without a reason is told that. */
import { describe, expect, it } from 'vitest'
import { operations, type AnyOperation } from '../../../src/operations/index.js'
import { accepted, answer, found, telling } from './everyRule.js'

/** Statements of which a refusal without a reason is told, besides the rules that have the exception. */
const unfounded = ['soundRequestIsAccepted', 'exceptionIsListed', 'createIsIdempotent']

/** The first Describe of a run tells whether there is an endpoint of KMS at all. */
const mayBeRefused = [...accepted].filter((operation) => operation !== 'DescribeCustomKeyStores')

describe.each(mayBeRefused)('%s', (operation) => {
  it.each(telling(operation).slice(0, 2))(
    'is told where it is refused without a reason, with %s',
    async (name) => {
      const { faults } = await found(operation, (asked) =>
        asked.operation === operation && asked.rule === undefined
          ? answer(400, { __type: name, message: '' })
          : undefined
      )
      const { parts }: AnyOperation = operations[operation]
      const rules = parts.flatMap(({ rules }) => rules.filter(({ otherwise }) => otherwise === name))
      const expected = new Set(
        [...rules.map(({ name }) => name), ...unfounded].map((rule) => `${operation} ${rule}`)
      )
      expect(faults.filter((fault) => !expected.has(fault))).toEqual([])
      expect(faults.length).toBeGreaterThan(0)
    }
  )
})
