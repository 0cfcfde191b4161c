/** Wrong implementations are found, each with the shortest history that shows it; and no right one is accused. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAgainst, historiesAgainst, type Implementation } from '../../src/arbitraries/index.js'
import { endpointWith } from '../endpoint/world.js'
import { accepts, refuses, wrong } from './planted.js'

const invalidState = 'CustomKeyStoreInvalidStateException'

const disconnectedAgain = <A>(store: A): A => ({ ...store, ConnectionState: 'DISCONNECTED' })

/** What is wrong, the operation and rule to blame, and the operations of the shortest history. */
const faults: ReadonlyArray<
  readonly [what: string, make: Implementation, blamed: string, shortest: ReadonlyArray<string>]
> = [
  [
    'Update of a store that is not DISCONNECTED is accepted',
    wrong('UpdateCustomKeyStore', ({ exception }) => (exception === invalidState ? accepts() : undefined)),
    'UpdateCustomKeyStore membersAreUpdatable',
    ['CreateCustomKeyStore', 'ConnectCustomKeyStore', 'UpdateCustomKeyStore']
  ],
  [
    'Delete of a store that is not DISCONNECTED is refused as if it had keys',
    wrong('DeleteCustomKeyStore', ({ exception }) =>
      exception === invalidState ? refuses('CustomKeyStoreHasCMKsException') : undefined
    ),
    'DeleteCustomKeyStore validConnectionState',
    ['CreateCustomKeyStore', 'ConnectCustomKeyStore', 'DeleteCustomKeyStore']
  ],
  [
    'Disconnect of a store that is DISCONNECTED is accepted',
    wrong('DisconnectCustomKeyStore', ({ exception }) =>
      exception === invalidState ? accepts() : undefined
    ),
    'DisconnectCustomKeyStore validConnectionState',
    ['CreateCustomKeyStore', 'DisconnectCustomKeyStore']
  ],
  [
    'Connect says that it has connected, and has not begun to',
    wrong('ConnectCustomKeyStore', ({ request, exception }, endpoint) => {
      if (exception === undefined) endpoint.report(request.CustomKeyStoreId, disconnectedAgain)
      return undefined
    }),
    'ConnectCustomKeyStore connectionIsMade',
    ['CreateCustomKeyStore', 'ConnectCustomKeyStore']
  ],
  [
    'a key that does not exist can be described',
    wrong('DescribeKey', ({ exception }) =>
      exception === 'NotFoundException' ? accepts({ KeyMetadata: { KeyId: 'key' } }) : undefined
    ),
    'DescribeKey keyExists',
    ['DescribeKey']
  ],
  [
    'a request with a member of another type ends in a page of HTML',
    wrong('CreateCustomKeyStore', ({ exception }) =>
      exception === 'SerializationException' ? { status: 500, body: '<h1>TypeError</h1>' } : undefined
    ),
    'CreateCustomKeyStore answerIsAwsJson',
    // Before another one it might be an endpoint that does not have the operation.
    ['CreateCustomKeyStore', 'CreateCustomKeyStore']
  ]
]

describe('a wrong implementation is found by its shortest history', () => {
  it.each(faults)('%s', async (_, make, blamed, shortest) => {
    const { found, seed } = await checkAgainst(make, { seed: 1, numRuns: 1000 })
    expect(`${found?.deviation.operation} ${found?.deviation.difference.rule}`).toBe(blamed)
    expect(found?.history.map(({ does }) => does)).toEqual(shortest)
    const again = await checkAgainst(make, { seed, path: found!.path, numRuns: 1 })
    expect(again.found?.history).toEqual(found?.history)
  })
})

it('a fault that is seldom met is found sooner where only some operations are asked for', async () => {
  const make = wrong('TagResource', ({ request, exception }) =>
    exception === 'TagException' && request.Tags[0]?.TagKey.startsWith('aws:') ? accepts() : undefined
  )
  const operations = ['CreateCustomKeyStore', 'ConnectCustomKeyStore', 'CreateKey', 'TagResource'] as const
  const { found } = await checkAgainst(make, { seed: 1, numRuns: 1000, operations, forms: ['valid'] })
  expect(found?.deviation).toMatchObject({ operation: 'TagResource', difference: { got: 'success' } })
  expect(found?.history.length).toBeLessThanOrEqual(6)
  expect(found?.history.at(-1)?.does).toBe('TagResource')
})

const deletes = wrong('DeleteCustomKeyStore', ({ exception }) =>
  exception === invalidState ? accepts() : undefined
)

it('a finding tells the rule, its page, the history and what plays it again', async () => {
  const { found, seed } = await checkAgainst(deletes, { seed: 5 })
  expect(found?.url).toBe(
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html'
  )
  expect(found?.address).toBe('docs/rules.md#deletecustomkeystore-validconnectionstate')
  const lines = found!.text.split('\n')
  expect(lines).toEqual([
    'DeleteCustomKeyStore: validConnectionState',
    'DeleteCustomKeyStore is valid only when the ConnectionState is DISCONNECTED.',
    found?.url,
    found?.address,
    'Expected CustomKeyStoreInvalidStateException; got success.',
    'The shortest history that shows it:',
    expect.stringMatching(/^ {2}1\. CreateCustomKeyStore \{.*\} → \{"CustomKeyStoreId":"cks-[0-9a-f]+"\}$/),
    expect.stringMatching(/^ {2}2\. ConnectCustomKeyStore \{.*\} → \{\}$/),
    expect.stringMatching(/^ {2}3\. DescribeCustomKeyStores .*"ConnectionState":"CONNECTING"/),
    expect.stringMatching(/^ {2}4\. DeleteCustomKeyStore \{.*\} → \{\}$/),
    `To play it again: { seed: ${String(seed)}, path: '${found!.path}' }`
  ])
})

it('a property tells the same, and is played again by its seed and path', async () => {
  const fails = async (params: fc.Parameters<any>): Promise<Error> =>
    fc.assert(historiesAgainst(deletes), params).then(
      () => new Error('it holds'),
      (error: unknown) => error as Error
    )
  const error = await fails({ seed: 5 })
  expect((error.cause as Error).message).toContain('DeleteCustomKeyStore: validConnectionState')
  const [, path = ''] = /path: "([\d:]+)"/.exec(error.message) ?? []
  const again = await fails({ seed: 5, path, endOnFailure: true })
  expect(again.message).toContain('Property failed after 1 tests')
  expect((again.cause as Error).message).toContain('  4. DeleteCustomKeyStore')
})

describe('a right implementation', () => {
  it.each([
    ['whose stores settle when they are told to', { connectionDelay: 'manual' } as const],
    ['whose stores settle at once', { connectionDelay: 0 } as const]
  ])('%s is not accused', async (_, options) => {
    const checked = await checkAgainst(() => endpointWith(options), { seed: 7, numRuns: 80 })
    expect(checked.found).toBeUndefined()
    expect(checked.runs).toBe(80)
    expect(checked.answers['as documented']).toBeGreaterThan(500)
  })
})
