/** The command `explain`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
      'EXTERNAL_KEY_STORE',
      '--all'
    )
    expect(stdout).toContain('→ CONNECTING')
    expect(stdout).toContain('· The AWS CloudHSM cluster must be initialized and active.')
    expect(stdout).toContain('✓ AWS KMS must not fail internally.')
    expect(stdout).toMatch(/What follows:\n {2}→ A custom key store is CONNECTING from the moment when/)
  })

  it('counts the rules that do not apply, where they are not asked for', async () => {
    const asked = [
      'ConnectCustomKeyStore',
      '--state',
      'DISCONNECTED',
      '--type',
      'EXTERNAL_KEY_STORE'
    ] as const
    const { stdout } = await run(...asked)
    const { rules } = JSON.parse((await run(...asked, '--json')).stdout)
    const others = rules.filter(({ verdict }: any) => verdict === 'does not apply').length
    expect(others).toBeGreaterThan(3)
    expect(stdout).toContain(`· ${others} more that do not apply: see --all`)
    expect(stdout).not.toContain('must be initialized and active')
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

  /** By hand, from AWS's pages. */
  it.each([
    [
      'one HSM',
      'CreateKey',
      'CONNECTED',
      ['--facts', '{"cluster":{"hsms":[{"availabilityZone":"a","state":"ACTIVE"}]}}'],
      'CloudHsmClusterInvalidConfigurationException',
      'The AWS CloudHSM cluster must have at least two active HSMs'
    ],
    [
      'no cluster',
      'UpdateCustomKeyStore',
      'DISCONNECTED',
      ['--request', '{"CloudHsmClusterId":"cluster-zzzzzzzzzzz"}', '--facts', '{"cluster":null}'],
      'CloudHsmClusterNotFoundException',
      'The AWS CloudHSM cluster must exist'
    ],
    [
      'a key',
      'DeleteCustomKeyStore',
      'DISCONNECTED',
      ['--keys', '1'],
      'CustomKeyStoreHasCMKsException',
      'must contain no KMS keys'
    ],
    [
      'a key that goes away',
      'DeleteCustomKeyStore',
      'DISCONNECTED',
      ['--pending', '7'],
      'CustomKeyStoreHasCMKsException',
      'must contain no KMS keys'
    ],
    [
      'the key of the request going away',
      'Encrypt',
      'CONNECTED',
      ['--pending', '7'],
      'KMSInvalidStateException',
      'must not be pending deletion'
    ],
    ['no key', 'Encrypt', 'CONNECTED', ['--keys', '0'], 'NotFoundException', 'must exist'],
    [
      'a name that is too long',
      'UpdateCustomKeyStore',
      'DISCONNECTED',
      ['--request', JSON.stringify({ NewCustomKeyStoreName: 'x'.repeat(257) })],
      'ValidationException',
      'NewCustomKeyStoreName must be a string of 1 to 256 characters'
    ],
    [
      'KMS failing',
      'DisconnectCustomKeyStore',
      'CONNECTED',
      ['--facts', '{"failure":"KMSInternalException"}'],
      'KMSInternalException',
      'AWS KMS must not fail internally'
    ],
    [
      'a proxy that is late',
      'CreateKey',
      'CONNECTED',
      ['--type', 'EXTERNAL_KEY_STORE', '--vpc', '--facts', '{"proxy":{"answersInTime":false}}'],
      'CustomKeyStoreInvalidStateException',
      'The external key store proxy must answer'
    ],
    [
      'no VPC endpoint service',
      'CreateCustomKeyStore',
      'DISCONNECTED',
      ['--type', 'EXTERNAL_KEY_STORE', '--vpc', '--facts', '{"vpcEndpointService":null}'],
      'XksProxyVpcEndpointServiceNotFoundException',
      'The VPC endpoint service must exist'
    ]
  ])('tells what %s does to %s in a %s store', async (_, operation, state, options, exception, reason) => {
    const asked = [operation, '--state', state, ...options]
    const { code, stdout } = await run(...asked)
    expect(code).toBe(0)
    const [title, because] = stdout.split('\n')
    expect(title).toContain(`✗ ${exception}`)
    expect(because).toContain('Because: ')
    expect(stdout.replace(/\s+/g, ' ').split('Edition')[0]).toContain(reason)
    expect(JSON.parse((await run(...asked, '--json')).stdout).outcome.exception).toBe(exception)
  })

  it.each([
    [
      'CreateCustomKeyStore',
      'FAILED',
      [],
      'CreateCustomKeyStore of a store of type AWS_CLOUDHSM: → DISCONNECTED'
    ],
    ['CreateKey', 'CONNECTED', ['--type', 'EXTERNAL_KEY_STORE', '--keys', '1'], 'CONNECTED: → CONNECTED'],
    ['CancelKeyDeletion', 'CONNECTED', ['--keys', '1'], '✗ KMSInvalidStateException'],
    ['CancelKeyDeletion', 'CONNECTED', ['--pending', '7'], 'CONNECTED: → CONNECTED'],
    [
      'UpdateCustomKeyStore',
      'DISCONNECTED',
      ['--request', '{"CloudHsmClusterId":5}'],
      '✗ ValidationException'
    ]
  ])('%s in %s with %j: %s', async (operation, state, options, title) => {
    const { stdout } = await run(operation, '--state', state, ...options)
    expect(stdout.split('\n')[0]).toContain(title)
  })

  it('tells how the work of KMS ends, as the facts are', async () => {
    const connect = ['ConnectCustomKeyStore', '--state', 'DISCONNECTED'] as const
    expect((await run(...connect)).stdout).toContain('\nThen, as the facts are: → CONNECTED\n')
    const late = [...connect, '--type', 'EXTERNAL_KEY_STORE', '--facts', '{"proxy":{"answersInTime":false}}']
    expect((await run(...late)).stdout).toContain(
      '\nThen, as the facts are: → FAILED (XKS_PROXY_TIMED_OUT)\n'
    )
    expect(JSON.parse((await run(...late, '--json')).stdout).then).toEqual({
      state: 'FAILED',
      error: 'XKS_PROXY_TIMED_OUT'
    })
    expect((await run('DeleteCustomKeyStore', '--state', 'DISCONNECTED')).stdout).not.toContain('Then,')
  })

  it('says of a member that the operation does not know that it was not read, and shows no value', async () => {
    const asked = [
      'UpdateCustomKeyStore',
      '--state',
      'DISCONNECTED',
      '--request',
      '{"KeyStorePasswrd":"hunter2"}'
    ]
    const { stdout } = await run(...asked)
    expect(stdout).toContain('\nNot read, since the operation knows no such member: KeyStorePasswrd\n')
    expect(stdout).not.toContain('hunter2')
    expect(JSON.parse((await run(...asked, '--json')).stdout).unknownMembers).toEqual(['KeyStorePasswrd'])
  })

  it('takes the same case to the other editions', async () => {
    const asked = ['UpdateCustomKeyStore', '--state', 'CONNECTED', '--request'] as const
    const renamed = await run(...asked, '{"NewCustomKeyStoreName":"Other"}')
    expect(renamed.stdout).toMatch(/Under .*exception-text-2026.*: → CONNECTED/)
    const moved = await run(...asked, '{"CloudHsmClusterId":"cluster-zzzzzzzzzzz"}')
    expect(moved.stdout).not.toMatch(/Under .*exception-text-2026.*: → CONNECTED/)
  })

  it('reads facts from a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'explain-'))
    const file = join(folder, 'facts.json')
    writeFileSync(file, '{"cluster":{"hsms":[]}}')
    const asked = ['ConnectCustomKeyStore', '--state', 'DISCONNECTED', '--facts', `@${file}`]
    const { stdout } = await run(...asked)
    rmSync(folder, { recursive: true })
    expect(stdout).toContain('✗ CloudHsmClusterInvalidConfigurationException')
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
    [
      ['CreateKey', '--state', 'CONNECTED', '--facts', '{"cluster":{"hsmz":[]}}'],
      /--facts: cluster\.hsmz: Member must be one/
    ],
    [
      ['CreateKey', '--state', 'CONNECTED', '--facts', '{"clster":{}}'],
      /--facts: clster: Member must be one of: cluster, proxy/
    ],
    [
      ['ConnectCustomKeyStore', '--state', 'DISCONNECTED', '--facts', '{"proxy":{"reachable":false}}'],
      '--facts: proxy: nothing of that kind stands behind the store'
    ],
    [
      [
        'ConnectCustomKeyStore',
        '--state',
        'DISCONNECTED',
        '--facts',
        '{"cluster":{"clusterId":"cluster-zzzzzzzzzzz"}}'
      ],
      '--facts: cluster.clusterId: it is cluster-abcdefghijk, unless --request names another'
    ],
    [['CreateKey', '--state', 'CONNECTED', '--facts', '@/dev/zero'], '/dev/zero is no file'],
    [['CreateKey', '--state', 'CONNECTED', '--facts', '@/tmp'], '/tmp is no file'],
    [['CreateKey', '--state', 'CONNECTED', '--facts', '[1]'], '--facts must be a JSON object'],
    [['CreateKey', '--state', 'CONNECTED', '--request', '{'], '--request must be JSON, or @'],
    [['CreateKey', '--state', 'CONNECTED', '--facts', '@/there/is/none'], 'cannot read /there/is/none'],
    [['CreateKey', '--state', 'CONNECTED', '--vpc'], '--vpc needs --type EXTERNAL_KEY_STORE'],
    [['CreateKey', '--state', 'CONNECTED', '--pending', 'x'], '--pending must be numbers of days'],
    [['ConnectCustomKeyStore', '--what'], "Unknown option '--what'"]
  ])('refuses %j', async (args, complaint) => {
    const { code, stderr } = await run(...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(complaint)
    expect(stderr).toContain('--help')
  })
})
