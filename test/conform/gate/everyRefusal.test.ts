/** An endpoint that refuses an operation without a reason is told that. */
import { describe, expect, it } from 'vitest'
import type { OperationName } from '../../../src/exceptions/documentedExceptions.js'
import { operations, type AnyOperation } from '../../../src/operations/index.js'
import { casesTold } from '../../documents/casesTold.js'
import { customKeyStoreTypes } from '../../../src/model/CustomKeyStoreType.js'
import { accepted, answer, found, telling } from './everyRule.js'

/** Statements of which a refusal without a reason is told, besides the rules that have the exception. */
const unfounded = ['soundRequestIsAccepted', 'exceptionIsListed', 'createIsIdempotent']

/** The first Describe of a run tells whether there is an endpoint of KMS at all. */
const mayBeRefused = [...accepted].filter((operation) => operation !== 'DescribeCustomKeyStores')

const refusalsOf = (operation: OperationName): ReadonlyArray<string> => telling(operation).slice(0, 2)

it('the refusals are as many as docs/quality.md tells', () => {
  expect(mayBeRefused.flatMap(refusalsOf)).toHaveLength(
    casesTold('test/conform/gate/everyRefusal.test.ts') ?? 0
  )
})

describe.each(mayBeRefused)('%s', (operation) => {
  it.each(refusalsOf(operation))('is told where it is refused without a reason, with %s', async (name) => {
    const { faults } = await found(operation, customKeyStoreTypes, (asked) =>
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
  })
})
