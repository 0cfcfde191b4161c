/** The command `explain`. */
import { describe, expect, it } from 'vitest'
import { ended } from './ended.js'

const run = (...args: ReadonlyArray<string>) => ended(['explain', ...args])

describe('explain', () => {
  it('tells why a FAILED store cannot be connected', async () => {
    const { code, stdout } = await run('ConnectCustomKeyStore', '--state', 'FAILED')
    expect(code).toBe(0)
    expect(stdout).toContain('✗ CustomKeyStoreInvalidStateException')
    expect(stdout).toContain(
      '✗ ConnectCustomKeyStore is valid only when the ConnectionState is DISCONNECTED,'
    )
    expect(stdout).not.toContain('What follows')
    expect(stdout).toContain(
      'https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html'
    )
  })

  it('tells what is assumed', async () => {
    const { stdout } = await run('ConnectCustomKeyStore', '--state', 'CONNECTED')
    expect(stdout).toContain('→ CONNECTED')
    expect(stdout).toContain('A3. Connect on a store that is CONNECTED or CONNECTING succeeds')
  })

  it('tells what was seen at AWS, with where and when, of what stays open', async () => {
    const { stdout } = await run('DisconnectCustomKeyStore', '--state', 'FAILED')
    const text = stdout.replace(/\s+/g, ' ')
    expect(text).toContain('A5. Disconnect leads to DISCONNECTING')
    expect(text).toContain(
      'Seen at AWS: A FAILED store was DISCONNECTING for about five minutes after DisconnectCustomKeyStore. (public reports of users, 2020 to 2026)'
    )
  })

  it('tells every rule, whether it applies or not', async () => {
    const { stdout } = await run(
      'ConnectCustomKeyStore',
      '--state',
      'DISCONNECTED',
      '--type',
      'EXTERNAL_KEY_STORE'
    )
    expect(stdout).toContain('→ CONNECTING')
    expect(stdout).toContain('· The AWS CloudHSM cluster must be initialized and active.')
    expect(stdout).toContain('✓ AWS KMS must not fail internally.')
    expect(stdout).toMatch(/What follows:\n {2}→ A custom key store is CONNECTING from the moment when/)
  })

  it('says of a rule that is never asked for that it is not enforced, where there is one', async () => {
    const { stdout } = await run('GenerateRandom', '--state', 'CONNECTED')
    expect(stdout).toMatch(/\n {4}never asked for \(https:/)
    expect(stdout).toContain('\nNever asked for: ')
    expect((await run('DeleteCustomKeyStore', '--state', 'FAILED')).stdout).not.toMatch(/never asked for/i)
  })

  it('explains the operations on keys too, with a key in the store', async () => {
    const refused = await run('Encrypt', '--state', 'FAILED')
    expect(refused.stdout).toContain('✗ KMSInvalidStateException')
    expect(refused.stdout).toContain('✗ The custom key store of the KMS key must be connected')
    expect((await run('CancelKeyDeletion', '--state', 'DISCONNECTED')).stdout).toContain('→ DISCONNECTED')
  })

  it('follows another edition', async () => {
    const asked = ['UpdateCustomKeyStore', '--state', 'CONNECTED'] as const
    expect((await run(...asked)).stdout).toContain('✗ CustomKeyStoreInvalidStateException')
    expect((await run(...asked, '--edition', 'exception-text-2026')).stdout).toContain('→ CONNECTED')
  })

  it('speaks JSON', async () => {
    const { stdout } = await run(
      'GenerateRandom',
      '--state',
      'CONNECTED',
      '--type',
      'EXTERNAL_KEY_STORE',
      '--json'
    )
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: { exception: 'UnsupportedOperationException' },
      follows: []
    })
    const { rules } = JSON.parse(stdout)
    expect(rules.filter(({ verdict }: any) => verdict === 'does not hold')).toMatchObject([
      { rule: 'storeIsCloudHsm' }
    ])
    const others = rules.filter(({ otherwise }: any) => otherwise !== 'ValidationException')
    expect(others.slice(0, 3)).toMatchObject([
      { rule: 'storeExists' },
      { rule: 'storeIsCloudHsm' },
      { rule: 'validConnectionState' }
    ])
    const made = await run('DisconnectCustomKeyStore', '--state', 'FAILED', '--json')
    expect(JSON.parse(made.stdout)).toMatchObject({
      outcome: { state: 'DISCONNECTING' },
      assumes: ['A5'],
      follows: [{ statement: 'disconnectClearsTheErrorCode', assumes: ['A5'] }]
    })
  })

  it.each([
    [[], 'OPERATION is missing: the operation; one of CreateCustomKeyStore, DescribeCustomKeyStores, '],
    [
      ['Connect', '--state', 'FAILED'],
      /OPERATION must be one of CreateCustomKeyStore, .*, GenerateDataKeyWithoutPlaintext, not 'Connect'/
    ],
    [
      ['ConnectCustomKeyStore'],
      '--state is missing: the ConnectionState of the store; one of DISCONNECTED, CONNECTING, '
    ],
    [['ConnectCustomKeyStore', '--state', 'BROKEN'], /--state must be one of DISCONNECTED, .*, not 'BROKEN'/],
    [
      ['ConnectCustomKeyStore', '--state', 'FAILED', '--type', 'x'],
      "--type must be one of AWS_CLOUDHSM, EXTERNAL_KEY_STORE, not 'x'"
    ],
    [
      ['ConnectCustomKeyStore', '--state', 'FAILED', '--edition', 'x'],
      /--edition must be one of exception-text-2022, .*, not 'x'/
    ],
    [['ConnectCustomKeyStore', '--what'], "Unknown option '--what'"]
  ])('refuses %j', async (args, complaint) => {
    const { code, stderr } = await run(...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(complaint)
    expect(stderr).toContain('--help')
  })
})
