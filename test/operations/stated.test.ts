/** What an operation states of itself besides its rules, for those that ask every operation. */
import { describe, expect, it } from 'vitest'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { exampleRequest } from '../../src/possible/exampleRequests.js'
import { isRead } from '../fixtures.js'

const stated = operationsByName['exception-text-2022']

it('one operation shows stores, and two show keys', () => {
  const shown = operationNames.flatMap((name) => {
    const { shows } = stated[name]
    return shows === undefined ? [] : [[name, shows]]
  })
  expect(shown).toEqual([
    ['DescribeCustomKeyStores', 'stores'],
    ['DescribeKey', 'keys'],
    ['ListKeys', 'keys']
  ])
})

describe.each(operationNames)('the example of a request of %s', (name) => {
  it.each(['AWS_CLOUDHSM', 'PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'] as const)(
    'is one that is read, of a store of the kind %s',
    (kind) => {
      const example = exampleRequest(name, kind)
      expect(isRead(stated[name].request, example)).toBe(true)
      expect(Object.keys(example).length > 0 || name === 'ListAliases' || name === 'ListKeys').toBe(true)
    }
  )
})
