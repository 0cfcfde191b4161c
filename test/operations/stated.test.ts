/** What an operation states of itself besides its rules, for those that ask every operation. */
import { describe, expect, it } from 'vitest'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { accountBefore } from '../../src/possible/before.js'
import { belongings, enabledKey } from '../../src/possible/exampleKeys.js'
import { exampleRequest } from '../../src/possible/exampleRequests.js'
import { everyKind, goodCircumstances } from '../../src/possible/examples.js'
import { sealed, standIn } from '../../src/possible/sealed.js'
import { triedIn } from '../../src/possible/tried.js'
import { accepted, decoded, isRead } from '../fixtures.js'
import { answeredNames } from '../refusedInStores.js'

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
  it.each(everyKind)('is one that is read, of a store of the kind %s', (kind) => {
    const example = exampleRequest(name, kind)
    expect(isRead(stated[name].request, example)).toBe(true)
    expect(Object.keys(example).length > 0 || name === 'ListAliases' || name === 'ListKeys').toBe(true)
  })
})

it('the example of an update names what KMS checks behind the store', () => {
  expect(exampleRequest('UpdateCustomKeyStore', 'AWS_CLOUDHSM')).toHaveProperty('CloudHsmClusterId')
  expect(exampleRequest('UpdateCustomKeyStore', 'PUBLIC_ENDPOINT')).toHaveProperty('XksProxyUriEndpoint')
})

/** Random bytes come out of a cluster alone. */
const answers = answeredNames.flatMap((name) =>
  (name === 'GenerateRandom' ? (['AWS_CLOUDHSM'] as const) : everyKind).map((kind) => [name, kind] as const)
)

it.each(answers)('an answer to %s is what its codec reads, of a store of the kind %s', (name, kind) => {
  const given = { ...goodCircumstances, cryptography: standIn }
  const example = exampleRequest(name, kind)
  const opened = { ...example, CiphertextBlob: sealed(enabledKey(kind).Arn) }
  const request = 'CiphertextBlob' in example ? opened : example
  const { result } = triedIn(given)('exception-text-2022', name, request)(accountBefore(name, kind))
  const answer: unknown = JSON.parse(JSON.stringify(accepted(result)[0]))
  expect(decoded(stated[name].response, answer)).toEqual(answer)
})

it.each(['ListAliases', 'ListGrants', 'ListRetirableGrants', 'ListKeys'] as const)(
  'an entry of the answer to %s is what its codec reads',
  (name) => {
    const account = belongings.reduce(
      (before, belonging) => belonging(before),
      accountBefore(name, 'AWS_CLOUDHSM')
    )
    const request = exampleRequest(name, 'AWS_CLOUDHSM')
    const { result } = triedIn(goodCircumstances)('exception-text-2022', name, request)(account)
    const answer = JSON.parse(JSON.stringify(accepted(result)[0])) as Readonly<Record<string, unknown>>
    expect(Object.values(answer)).toContainEqual([expect.any(Object)])
    expect(decoded(stated[name].response, answer)).toEqual(answer)
  }
)
