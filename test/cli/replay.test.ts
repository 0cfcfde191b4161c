/** The command `replay`: what it prints and how it ends, for good histories and bad ones. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { operationNames } from '../../src/index.js'
import { coloured, plain, styleFor } from '../../src/cli/style.js'
import { program } from './built.js'
import { ended as run, type Ended } from './ended.js'

const folder = mkdtempSync(join(tmpdir(), 'replay-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command in a process of its own. */
const spawned = (
  command: string,
  args: ReadonlyArray<string>,
  { input = '', env = {} }: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {}
) =>
  new Promise<Ended>((done) => {
    const child = spawn(command, args, { env: { ...process.env, ...env } })
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
    child.on('error', () => done({ code: null, ...output }))
    child.on('close', (code) => done({ code, ...output }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })

const jsonl = (...lines: ReadonlyArray<unknown>): string =>
  lines.map((line) => JSON.stringify(line)).join('\n')
const replayed = async (...lines: ReadonlyArray<unknown>) => {
  const { stdout } = await run(['replay', '--json', '-'], jsonl(...lines))
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

/** A step in one line: what it was, how it was answered, and the states of stores and keys after it. */
const inShort = (outcome: any): string => {
  const what =
    outcome.operation ?? Object.keys(outcome).find((name) => /^(facts|settle|report|advance)$/.test(name))
  const verdict = 'operation' in outcome ? ` ${outcome.exception?.name ?? 'answered'}` : ''
  const states = [
    ...outcome.stores.map(({ after }: any) =>
      [after?.ConnectionState ?? 'gone', after?.ConnectionErrorCode].filter(Boolean).join('/')
    ),
    ...outcome.keys.map(({ after }: any) => after ?? 'gone')
  ]
  return `${what}${verdict}: ${states.join(' ')}`
}

const storeId = 'cks-00000000000000001'
const keyId = '00000000-0000-4000-8000-000000000001'
const password = 'hunter2'
const cluster = { facts: { clusters: [{ clusterId: 'cluster-abcdefghijk' }] } }
const request = { CustomKeyStoreId: storeId }
const create = {
  operation: 'CreateCustomKeyStore',
  request: {
    CustomKeyStoreName: 'Example',
    CloudHsmClusterId: 'cluster-abcdefghijk',
    TrustAnchorCertificate: 'certificate',
    KeyStorePassword: password
  }
}
const connect = { operation: 'ConnectCustomKeyStore', request }

describe('the story of an AWS CloudHSM key store', () => {
  it('goes as AWS documents it', async () => {
    const { code, stdout } = await run(['replay', '--json', 'docs/stories/cloudhsm.jsonl'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => inShort(JSON.parse(line)))).toEqual([
      'facts: ',
      'CreateCustomKeyStore answered: DISCONNECTED',
      'CreateKey CustomKeyStoreInvalidStateException: DISCONNECTED',
      'ConnectCustomKeyStore answered: CONNECTING',
      'settle: FAILED/INVALID_CREDENTIALS',
      'DescribeCustomKeyStores answered: FAILED/INVALID_CREDENTIALS',
      'ConnectCustomKeyStore CustomKeyStoreInvalidStateException: FAILED/INVALID_CREDENTIALS',
      'UpdateCustomKeyStore CustomKeyStoreInvalidStateException: FAILED/INVALID_CREDENTIALS',
      'DisconnectCustomKeyStore answered: DISCONNECTING',
      'ConnectCustomKeyStore CustomKeyStoreInvalidStateException: DISCONNECTING',
      'settle: DISCONNECTED',
      'UpdateCustomKeyStore answered: DISCONNECTED',
      'ConnectCustomKeyStore answered: CONNECTING',
      'UpdateCustomKeyStore CustomKeyStoreInvalidStateException: CONNECTING',
      'settle: CONNECTED',
      'CreateKey answered: CONNECTED Enabled',
      'GenerateRandom answered: CONNECTED',
      'GenerateDataKey answered: CONNECTED Enabled',
      'DeleteCustomKeyStore CustomKeyStoreInvalidStateException: CONNECTED',
      'DisconnectCustomKeyStore answered: DISCONNECTING Unavailable',
      'settle: DISCONNECTED',
      'Decrypt KMSInvalidStateException: DISCONNECTED Unavailable',
      'DeleteCustomKeyStore CustomKeyStoreHasCMKsException: DISCONNECTED',
      'ScheduleKeyDeletion answered: DISCONNECTED PendingDeletion',
      'DeleteCustomKeyStore CustomKeyStoreHasCMKsException: DISCONNECTED',
      'advance: gone',
      'DeleteCustomKeyStore answered: gone',
      'DescribeCustomKeyStores CustomKeyStoreNotFoundException: '
    ])
    expect(code).toBe(0)
  })
})

describe('the story of an external key store over a VPC endpoint service', () => {
  it('goes as AWS documents it', async () => {
    const { code, stdout } = await run(['replay', '--json', 'docs/stories/external-vpc.jsonl'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => inShort(JSON.parse(line)))).toEqual([
      'facts: ',
      'CreateCustomKeyStore XksProxyVpcEndpointServiceNotFoundException: ',
      'facts: ',
      'CreateCustomKeyStore answered: DISCONNECTED',
      'facts: ',
      'ConnectCustomKeyStore answered: CONNECTING',
      'settle: FAILED/XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND',
      'DisconnectCustomKeyStore answered: DISCONNECTING',
      'settle: DISCONNECTED',
      'facts: ',
      'UpdateCustomKeyStore XksProxyUriUnreachableException: DISCONNECTED',
      'facts: ',
      'UpdateCustomKeyStore answered: DISCONNECTED',
      'ConnectCustomKeyStore answered: CONNECTING',
      'facts: ',
      'settle: FAILED/XKS_PROXY_TIMED_OUT',
      'facts: ',
      'ConnectCustomKeyStore CustomKeyStoreInvalidStateException: FAILED/XKS_PROXY_TIMED_OUT',
      'DisconnectCustomKeyStore answered: DISCONNECTING',
      'report: DISCONNECTING',
      'report: DISCONNECTED',
      'ConnectCustomKeyStore answered: CONNECTING',
      'settle: CONNECTED',
      'CreateKey XksKeyNotFoundException: CONNECTED',
      'CreateKey answered: CONNECTED Enabled',
      'CreateKey XksKeyAlreadyInUseException: CONNECTED',
      'GenerateRandom UnsupportedOperationException: CONNECTED',
      'Encrypt answered: CONNECTED Enabled',
      'facts: ',
      'Decrypt KMSInvalidStateException: CONNECTED Enabled',
      'CreateKey CustomKeyStoreInvalidStateException: CONNECTED',
      'DisconnectCustomKeyStore answered: DISCONNECTING Unavailable',
      'settle: DISCONNECTED',
      'ScheduleKeyDeletion answered: DISCONNECTED PendingDeletion',
      'CancelKeyDeletion answered: DISCONNECTED Unavailable',
      'facts: ',
      'ConnectCustomKeyStore answered: CONNECTING',
      'settle: CONNECTED Disabled',
      'Encrypt DisabledException: CONNECTED Disabled',
      'EnableKey answered: CONNECTED Enabled',
      'Encrypt answered: CONNECTED Enabled',
      'DeleteCustomKeyStore CustomKeyStoreInvalidStateException: CONNECTED',
      'DisconnectCustomKeyStore answered: DISCONNECTING Unavailable',
      'settle: DISCONNECTED',
      'DeleteCustomKeyStore CustomKeyStoreHasCMKsException: DISCONNECTED',
      'ScheduleKeyDeletion answered: DISCONNECTED PendingDeletion',
      'advance: gone',
      'DeleteCustomKeyStore answered: gone',
      'DescribeCustomKeyStores answered: '
    ])
    expect(code).toBe(0)
  })
})

describe('text', () => {
  it('shows request, answer, what follows, states, exception, sentence and source of each step, and a sum', async () => {
    const disconnect = { documentation: 'Too early.', operation: 'DisconnectCustomKeyStore', request }
    const history = jsonl(cluster, create, disconnect, connect, connect)
    const { code, stdout, stderr } = await run(['replay', '-'], history)
    expect(stdout).toBe(
      [
        '  1  cluster { "clusterId": "cluster-abcdefghijk" }',
        '',
        '  2  CreateCustomKeyStore {',
        '       "CustomKeyStoreType": "AWS_CLOUDHSM",',
        '       "CustomKeyStoreName": "Example",',
        '       "CloudHsmClusterId": "cluster-abcdefghijk",',
        '       "TrustAnchorCertificate": "certificate",',
        '       "KeyStorePassword": "(redacted)"',
        '     }',
        '     → { "CustomKeyStoreId": "cks-00000000000000001" }',
        '       A new custom key store is DISCONNECTED.',
        '       https://docs.aws.amazon.com/kms/latest/developerguide/create-keystore.html',
        '     store cks-00000000000000001  none → DISCONNECTED',
        '',
        '  3  Too early.',
        '     DisconnectCustomKeyStore { "CustomKeyStoreId": "cks-00000000000000001" }',
        '     ✗ CustomKeyStoreInvalidStateException (HTTP 400)',
        '       DisconnectCustomKeyStore is valid only when the ConnectionState is CONNECTING, CONNECTED or',
        '       FAILED.',
        '       https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html',
        '     store cks-00000000000000001  DISCONNECTED, unchanged',
        '',
        '  4  ConnectCustomKeyStore { "CustomKeyStoreId": "cks-00000000000000001" }',
        '     → {}',
        '       A custom key store is CONNECTING from the moment when ConnectCustomKeyStore is accepted,',
        '       until it is CONNECTED or has FAILED.',
        '       https://docs.aws.amazon.com/kms/latest/developerguide/xks-connect-disconnect.html',
        '       The connection of an AWS CloudHSM key store can take some 20 minutes.',
        '       https://docs.aws.amazon.com/kms/latest/developerguide/disconnect-keystore.html',
        '     store cks-00000000000000001  DISCONNECTED → CONNECTING (attempt 1)',
        '',
        '  5  ConnectCustomKeyStore { "CustomKeyStoreId": "cks-00000000000000001" }',
        '     → {}',
        '       ConnectCustomKeyStore leaves a custom key store that is CONNECTING or CONNECTED as it is.',
        '       https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html (assumes A3)',
        '     store cks-00000000000000001  CONNECTING (attempt 1), unchanged',
        '',
        '5 steps: 3 requests accepted, 1 refused.',
        ''
      ].join('\n')
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('spells out what could take hold of a terminal', async () => {
    const { stdout } = await run(
      ['replay', '-'],
      jsonl({ documentation: '\u001b[2J\u009b\u202e', advance: {} })
    )
    expect(stdout).toContain('\\u{001b}[2J\\u{009b}\\u{202e}')
    expect(stdout).not.toMatch(/[\u001b\u009b\u202e]/)
  })
})

describe('colours', () => {
  it.each([
    [{ isTTY: true }, {}, coloured],
    [{ isTTY: true }, { NO_COLOR: '' }, coloured],
    [{ isTTY: true }, { NO_COLOR: '1' }, plain],
    [{ isTTY: true }, { TERM: 'dumb' }, plain],
    [{ isTTY: false }, {}, plain],
    [{}, {}, plain]
  ])('of %j in %j', (stream, env, style) => {
    expect(styleFor(stream, env)).toBe(style)
  })

  it('change nothing but the colours', async () => {
    const args = ['replay', 'docs/stories/cloudhsm.jsonl']
    const { stdout } = await run(args, '', coloured)
    expect(stdout).toContain('\u001b[31m✗ CustomKeyStoreInvalidStateException\u001b[39m')
    expect(stdout.replace(/\u001b\[\d+m/g, '')).toBe((await run(args)).stdout)
  })
})

describe('--json', () => {
  it('gives the answer or the exception, the rule and its source, and the states, as documented', async () => {
    const [, created, refused] = await replayed(cluster, create, {
      operation: 'CreateKey',
      request: { ...request, Origin: 'AWS_CLOUDHSM' }
    })
    expect(created).toEqual({
      step: 2,
      at: 1764547200,
      operation: 'CreateCustomKeyStore',
      request: { ...create.request, CustomKeyStoreType: 'AWS_CLOUDHSM', KeyStorePassword: '(redacted)' },
      answer: { CustomKeyStoreId: storeId },
      follows: [
        {
          statement: 'newStoreIsDisconnected',
          message: 'A new custom key store is DISCONNECTED.',
          source: 'create-keystore',
          url: 'https://docs.aws.amazon.com/kms/latest/developerguide/create-keystore.html'
        }
      ],
      stores: [
        { CustomKeyStoreId: storeId, before: null, after: { ConnectionState: 'DISCONNECTED', attempt: 0 } }
      ],
      keys: []
    })
    expect(refused.exception).toMatchObject({
      name: 'CustomKeyStoreInvalidStateException',
      message: 'CreateKey is valid only when the ConnectionState is CONNECTED.',
      httpStatus: 400,
      fault: 'client',
      source: 'API_ConnectCustomKeyStore',
      url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html'
    })
  })

  it('says what is assumed, of a refusal and of what follows', async () => {
    const outcomes = await replayed(cluster, create, connect, connect)
    expect(outcomes[3].follows).toMatchObject([
      { statement: 'connectAgainChangesNothing', assumes: ['A3'], source: 'API_ConnectCustomKeyStore' }
    ])
    const [refused] = await replayed({ operation: 'ConnectCustomKeyStore', request })
    expect(refused.exception).toMatchObject({ rule: 'storeExists', assumes: ['A33'] })
    expect(refused).not.toHaveProperty('follows')
  })

  it('says why a connection failed', async () => {
    const lockedOut = { clusterId: 'cluster-abcdefghijk', kmsuser: { lockedOut: true } }
    const [, , , , settled] = await replayed(
      cluster,
      create,
      connect,
      { facts: { clusters: [lockedOut] } },
      { settle: storeId }
    )
    expect(settled.stores[0].after).toEqual({
      ConnectionState: 'FAILED',
      ConnectionErrorCode: 'USER_LOCKED_OUT',
      attempt: 1
    })
    expect(settled.because).toMatchObject({
      rule: 'kmsuserIsNotLockedOut',
      url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CustomKeyStoresListEntry.html'
    })
  })

  it('answers a request that breaks its constraints with ValidationException', async () => {
    const [refused] = await replayed({
      operation: 'ConnectCustomKeyStore',
      request: { CustomKeyStoreId: '' }
    })
    expect(refused.exception).toMatchObject({
      name: 'ValidationException',
      violations: [{ path: 'CustomKeyStoreId' }]
    })
    expect(refused).not.toHaveProperty('request')
  })
})

describe('a history', () => {
  it('begins with nothing: what no line has named does not exist', async () => {
    const [refused] = await replayed(create)
    expect(refused.exception.name).toBe('CloudHsmClusterNotFoundException')
  })

  it('may name account, Region, edition and beginning on its first line', async () => {
    const settings = {
      account: '444455556666',
      region: 'eu-west-1',
      edition: 'exception-text-2026',
      startsAt: 5
    }
    const connected = { report: { CustomKeyStoreId: storeId, attempt: 1, outcome: 'connectionSucceeded' } }
    const rename = {
      operation: 'UpdateCustomKeyStore',
      request: { ...request, NewCustomKeyStoreName: 'Other' }
    }
    const key = { operation: 'CreateKey', request: { ...request, Origin: 'AWS_CLOUDHSM' } }
    const history = [settings, cluster, create, connect, connected, key, rename]
    const outcomes = await replayed(...history)
    expect(outcomes.slice(-2).map(inShort)).toEqual([
      'CreateKey answered: CONNECTED Enabled',
      'UpdateCustomKeyStore answered: CONNECTED'
    ])
    expect(outcomes[4].answer.KeyMetadata).toMatchObject({
      Arn: `arn:aws:kms:eu-west-1:444455556666:key/${keyId}`,
      CreationDate: 5
    })
    const inOtherEdition = await run(
      ['replay', '--json', '--edition', 'exception-text-2022', '-'],
      jsonl(...history)
    )
    expect(inShort(JSON.parse(inOtherEdition.stdout.trimEnd().split('\n').at(-1)!))).toBe(
      'UpdateCustomKeyStore CustomKeyStoreInvalidStateException: CONNECTED'
    )
  })

  it('numbers stores and keys from 1, and takes no number for a refused request', async () => {
    const second = {
      operation: 'CreateCustomKeyStore',
      request: { ...create.request, CustomKeyStoreName: 'Second', CloudHsmClusterId: 'cluster-bcdefghijkl' }
    }
    const outcomes = await replayed(
      cluster,
      create,
      second,
      { operation: 'CreateCustomKeyStore', request: create.request },
      { facts: { clusters: [{ clusterId: 'cluster-bcdefghijkl' }] } },
      second
    )
    expect(outcomes.map(({ answer, exception }) => answer?.CustomKeyStoreId ?? exception?.name)).toEqual([
      undefined,
      storeId,
      'CloudHsmClusterNotFoundException',
      storeId,
      undefined,
      'cks-00000000000000002'
    ])
  })

  it('lets a key live until the last second of its waiting period', async () => {
    const outcomes = await replayed(
      cluster,
      create,
      connect,
      { settle: storeId },
      { operation: 'CreateKey', request: { ...request, Origin: 'AWS_CLOUDHSM' } },
      { operation: 'ScheduleKeyDeletion', request: { KeyId: keyId, PendingWindowInDays: 7 } },
      { advance: { days: 6, seconds: 86_399 } },
      { operation: 'DescribeKey', request: { KeyId: keyId } },
      { advance: { seconds: 1 } },
      { operation: 'DescribeKey', request: { KeyId: keyId } }
    )
    expect(outcomes.slice(6).map(inShort)).toEqual([
      'advance: ',
      'DescribeKey answered: CONNECTED PendingDeletion',
      'advance: gone',
      'DescribeKey NotFoundException: '
    ])
  })

  it('can have AWS KMS itself fail, when it answers and when it connects', async () => {
    const outcomes = await replayed(
      cluster,
      { ...create, failure: 'KMSInternalException' },
      create,
      connect,
      { settle: storeId, failure: 'KMSInternalException' }
    )
    expect(outcomes.slice(1).map(inShort)).toEqual([
      'CreateCustomKeyStore KMSInternalException: ',
      'CreateCustomKeyStore answered: DISCONNECTED',
      'ConnectCustomKeyStore answered: CONNECTING',
      'settle: FAILED/INTERNAL_ERROR'
    ])
  })

  it('makes a wrong password right by an Update, as the page tells its readers to do', async () => {
    const clusterId = 'cluster-abcdefghijk'
    const wrong = { facts: { clusters: [{ clusterId, kmsuser: { passwordMatches: false } }] } }
    const update = {
      operation: 'UpdateCustomKeyStore',
      request: { ...request, KeyStorePassword: 'newPswd1' }
    }
    const disconnect = { operation: 'DisconnectCustomKeyStore', request }
    const outcomes = await replayed(
      cluster,
      create,
      wrong,
      connect,
      { settle: storeId },
      disconnect,
      { settle: storeId },
      update,
      connect,
      { settle: storeId }
    )
    expect([4, 9].map((step) => outcomes[step].stores[0].after)).toMatchObject([
      { ConnectionState: 'FAILED', ConnectionErrorCode: 'INVALID_CREDENTIALS' },
      { ConnectionState: 'CONNECTED' }
    ])
  })

  it('decides ReEncrypt by both keys', async () => {
    const reEncrypt = (SourceKeyId: string, DestinationKeyId: string) => ({
      operation: 'ReEncrypt',
      request: { SourceKeyId, DestinationKeyId }
    })
    const outcomes = await replayed(
      cluster,
      create,
      connect,
      { settle: storeId },
      { operation: 'CreateKey', request: { ...request, Origin: 'AWS_CLOUDHSM' } },
      reEncrypt(keyId, keyId),
      reEncrypt(keyId, 'unknown'),
      reEncrypt('unknown', keyId)
    )
    expect(outcomes.slice(5).map(({ answer, exception }) => exception?.name ?? Object.keys(answer))).toEqual([
      ['SourceKeyId', 'KeyId'],
      'NotFoundException',
      'NotFoundException'
    ])
  })

  it('looks at nothing but the names of keys in a request to encrypt or decrypt', async () => {
    const uses = ['Encrypt', 'Decrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext']
    const outcomes = await replayed(
      cluster,
      create,
      connect,
      { settle: storeId },
      { operation: 'CreateKey', request: { ...request, Origin: 'AWS_CLOUDHSM' } },
      ...uses.map((operation) => ({ operation, request: { KeyId: keyId, Plaintext: 7, DryRun: true } })),
      ...uses.map((operation) => ({ operation, request: { Plaintext: 'AAAA' } }))
    )
    const Arn = `arn:aws:kms:us-east-1:111122223333:key/${keyId}`
    expect(outcomes.slice(5, 9).map(({ request, answer }) => [request, answer])).toEqual(
      uses.map(() => [{ KeyId: keyId }, { KeyId: Arn }])
    )
    expect(outcomes.slice(9).map(({ exception }) => exception.violations)).toMatchObject(
      uses.map(() => [{ path: 'KeyId' }])
    )
  })

  it('can ask for every operation', async () => {
    const outcomes = await replayed(
      ...operationNames.map((operation) => ({ operation })),
      { operation: 'ListKeys' },
      { operation: 'GenerateRandom', request: { NumberOfBytes: 3 } }
    )
    expect(outcomes.map(({ operation }) => operation)).toEqual([
      ...operationNames,
      'ListKeys',
      'GenerateRandom'
    ])
    expect(outcomes.slice(-2).map(({ answer }) => answer)).toEqual([
      { Keys: [], Truncated: false },
      { NumberOfBytes: 3 }
    ])
  })

  it('takes what is about no store as a step that changes nothing', async () => {
    const { code, stdout } = await run(['replay', '-'], jsonl({ settle: 'cks-none' }))
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('no store has that id') })
  })

  it('always gives the same output', async () => {
    const twice = [1, 2].map(() => run(['replay', '--json', 'docs/stories/external-vpc.jsonl']))
    const [first, second] = await Promise.all(twice)
    expect(first).toEqual(second)
  })
})

describe('secrets', () => {
  const accessKey = '0123456789012345678901234567890123456789abc'

  it('are in no output', async () => {
    const stories = await Promise.all(
      ['cloudhsm', 'external-vpc'].flatMap((story) =>
        [[], ['--json']].map((options) => run(['replay', ...options, `docs/stories/${story}.jsonl`]))
      )
    )
    expect(readFileSync('docs/stories/cloudhsm.jsonl', 'utf8')).toContain('theWrongOne')
    expect(readFileSync('docs/stories/external-vpc.jsonl', 'utf8')).toContain(accessKey)
    for (const { stdout, stderr } of stories) {
      expect(stdout + stderr).not.toMatch(new RegExp(`theWrongOne|theRightOne|${accessKey}`))
    }
  })

  it.each([
    [
      'a request that cannot be read',
      {
        operation: 'UpdateCustomKeyStore',
        request: { KeyStorePassword: 7, XksProxyAuthenticationCredential: password }
      }
    ],
    ['a request with a member it does not have', { ...connect, request: { ...request, Password: password } }],
    ['a step with a member it does not have', { ...connect, KeyStorePassword: password }],
    [
      'facts with a member they do not have',
      { facts: { clusters: [{ clusterId: 'cluster-abcdefghijk', password }] } }
    ],
    [
      'a line that is not JSON',
      `{"operation": "UpdateCustomKeyStore", "request": {"KeyStorePassword": "${password}"`
    ],
    ['a line that is not quite JSON', `{"KeyStorePassword": ${password}}`]
  ])('are not shown for %s', async (_, line) => {
    const input = typeof line === 'string' ? line : jsonl(line)
    const ends = await Promise.all([run(['replay', '-'], input), run(['replay', '--json', '-'], input)])
    for (const { stdout, stderr } of ends) expect(stdout + stderr).not.toContain(password)
  })
})

describe('a malformed history', () => {
  it.each<[string, unknown, string]>([
    ['a line that is no object', 7, 'value: '],
    ['an array', [], 'value: '],
    [
      'no kind of step',
      { documentation: 'hello' },
      'value: A step must have one of the members: facts, operation, settle, report, advance'
    ],
    ['two kinds of step', { ...connect, settle: storeId }, 'settle: Member must be one of: operation, '],
    [
      'an unknown operation',
      { operation: 'Connect' },
      'operation: Member must satisfy enum value set: [CreateCustomKeyStore, '
    ],
    [
      'a member that is wrong',
      { operation: 'ConnectCustomKeyStore', requst: {} },
      'requst: Member must be one of: operation, request, '
    ],
    ['a request that is no object', { operation: 'ConnectCustomKeyStore', request: storeId }, 'request: '],
    [
      'an unknown failure',
      { ...connect, failure: 'Fire' },
      'failure: Member must satisfy enum value set: [KMSInternalException, '
    ],
    ['an empty id', { settle: '' }, 'settle: Member must have length greater than or equal to 1'],
    ['a report of nothing', { report: { CustomKeyStoreId: storeId, attempt: 1 } }, 'report.outcome: '],
    [
      'a failure without its code',
      { report: { CustomKeyStoreId: storeId, attempt: 1, outcome: 'connectionFailed' } },
      'report.ConnectionErrorCode: '
    ],
    [
      'a success with a code',
      {
        report: {
          CustomKeyStoreId: storeId,
          attempt: 1,
          outcome: 'connectionSucceeded',
          ConnectionErrorCode: 'INTERNAL_ERROR'
        }
      },
      'report.ConnectionErrorCode: Member must be one of: CustomKeyStoreId, attempt, outcome'
    ],
    ['time in other units', { advance: { weeks: 1 } }, 'advance.weeks: Member must be one of: days, seconds'],
    [
      'time that goes back',
      { advance: { days: -1 } },
      'advance.days: Member must have value greater than or equal to 0'
    ],
    ['an unknown kind of facts', { facts: { cluster: [] } }, 'facts.cluster: '],
    ['facts about nothing', { facts: { clusters: [{}] } }, 'facts.clusters.0.clusterId: '],
    [
      'a wrong fact',
      { facts: { clusters: [{ clusterId: 'cluster-abcdefghijk', kmsuser: { loggedIn: 'no' } }] } },
      'facts.clusters.0.kmsuser.loggedIn: '
    ],
    [
      'a fact that nothing has',
      { facts: { clusters: [{ clusterId: 'cluster-abcdefghijk', kmsuser: { logedIn: true } }] } },
      'facts.clusters.0.kmsuser.logedIn: '
    ],
    [
      'an existence that is no boolean',
      { facts: { clusters: [{ clusterId: 'cluster-abcdefghijk', exists: 'false' }] } },
      'facts.clusters.0.exists: '
    ],
    [
      'settings that come late',
      { edition: 'exception-text-2026' },
      'value: Settings must be on the first line'
    ],
    ['a prototype', JSON.parse('{"settle":"a","__proto__":{}}'), '__proto__: Member must be one of: ']
  ])('is told by line and member: %s', async (_, line, complaint) => {
    const { code, stdout, stderr } = await run(
      ['replay', '--json', '-'],
      `${jsonl(cluster)}\n\n${jsonl(line, cluster)}`
    )
    expect(stderr).toContain(`-:3: ${complaint}`)
    expect(stderr).toContain('kms-custom-key-store replay --help')
    expect(stdout.split('\n')).toHaveLength(2)
    expect(code).toBe(1)
  })

  it.each([
    ['account', { account: '1' }],
    ['region', { region: 'Europe\n' }],
    ['edition', { edition: 'first' }],
    ['startsAt', { startsAt: -1 }],
    ['regoin', { account: '111122223333', regoin: 'us-east-1' }]
  ])('has wrong settings: %s', async (member, settings) => {
    const { code, stderr } = await run(['replay', '-'], jsonl(settings))
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(`-:1: ${member}: `) })
  })

  it('names every member at fault, up to ten', async () => {
    const strangers = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`member${i}`, i]))
    const { stderr } = await run(['replay', '-'], jsonl({ settle: 'a', ...strangers }))
    expect(stderr.match(/^-:1: member\d+/gm)).toHaveLength(10)
    expect(stderr).toContain('-:1: and 40 more')
  })
})

describe('files', () => {
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const advance = '{"advance": {"days": 1}}'

  it.each<[string, string | Buffer]>([
    ['without a last line end', `${advance}\n${advance}`],
    ['with CRLF', `${advance}\r\n\r\n${advance}\r\n`],
    ['with a byte order mark', `\ufeff${advance}\n${advance}\n`],
    ['with blank lines', `\n  \n\t${advance} \n\n\n${advance}\n\n`]
  ])('can be %s', async (_, content) => {
    const { code, stdout } = await run(['replay', file('ok.jsonl', content)])
    expect(stdout).toContain('2 steps: ')
    expect(code).toBe(0)
  })

  it.each<[string, string | Buffer, string]>([
    ['that is empty', '', ': no step in it'],
    ['of blank lines', '\n\r\n', ': no step in it'],
    ['of settings alone', '{"region": "us-east-1"}', ': no step in it'],
    ['that is not UTF-8', Buffer.from([...Buffer.from(advance), 0x0a, 0x22, 0xff, 0x22]), ':2: not UTF-8'],
    ['in UTF-16', Buffer.from(`\ufeff${advance}`, 'utf16le'), ':1: not UTF-8'],
    ['that is not JSON', `${advance}\n// a comment\n`, ':2: not JSON'],
    ['with a step on several lines', JSON.stringify({ advance: {} }, null, 2), ':1: not JSON'],
    ['that is a JSON array', `[${advance}]`, ':1: value: ']
  ])('cannot be one %s', async (_, content, complaint) => {
    const path = file('wrong.jsonl', content)
    const { code, stderr } = await run(['replay', path])
    expect(stderr).toContain(`${path}${complaint}`)
    expect(code).toBe(1)
  })

  it('can have a line of 10 MB, which is shown in short', async () => {
    const long = 'x'.repeat(10_000_000)
    const { code, stdout } = await run([
      'replay',
      file('long.jsonl', jsonl({ documentation: long, settle: storeId }))
    ])
    expect(stdout).toMatch(/xxx…\s+\(10000000 characters\)/)
    expect(stdout.length).toBeLessThan(1000)
    expect(code).toBe(0)
  })

  it.each([
    ['value', (long: string) => ({ settle: long })],
    ['member', (long: string) => ({ settle: storeId, [long]: 1 })]
  ])('can have a %s of 10 MB that is wrong, which is complained about in short', async (_, step) => {
    const path = file('long.jsonl', jsonl(step('x'.repeat(10_000_000))))
    const { code, stderr } = await run(['replay', path])
    expect(stderr).toContain('long.jsonl:1: ')
    expect(stderr).not.toContain('longer than')
    expect(stderr.length).toBeLessThan(2000)
    expect(code).toBe(1)
  })

  it('can be nested deeply', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
    const inputs = [`{"operation":"ConnectCustomKeyStore","request":${deep}}`, `{"facts":${deep}}`, deep]
    const ends = await Promise.all(inputs.map((input) => run(['replay', '--json', '-'], input)))
    expect(ends.map(({ code }) => code)).toEqual([0, 1, 1])
    expect(ends.map(({ stderr }) => /Error|    at /.test(stderr))).toEqual([false, false, false])
  })

  it('are read no further than to a line that never ends', async () => {
    let given = 0
    const endless = function* () {
      for (; ; given += 1) yield Buffer.alloc(1024 * 1024, 'x')
    }
    const { code, stderr } = await run(['replay', '-'], Readable.from(endless()))
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('-:1: longer than 16 MiB') })
    expect(given).toBeLessThan(50)
  })

  it('that cannot be read are told by name', async () => {
    const { code, stderr } = await run(['replay', join(folder, 'none')])
    expect(stderr).toMatch(/^kms-custom-key-store replay: cannot read .*none: ENOENT/)
    expect(code).toBe(1)
  })
})

describe('a process', () => {
  it('replays what comes through a pipe, without colours', async () => {
    const history = jsonl(cluster, create, connect, { settle: storeId })
    const { code, stdout, stderr } = await spawned('node', [program, 'replay', '-'], { input: history })
    expect(stdout).toBe((await run(['replay', '-'], history)).stdout)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('ends with 1 for a malformed history, after the steps before', async () => {
    const { code, stdout, stderr } = await spawned('node', [program, 'replay', '--json', '-'], {
      input: `${jsonl(cluster)}\n{`
    })
    expect(stdout).toContain('"step":1')
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('-:2: not JSON') })
  })

  it('ends with 2 for a wrong command line', async () => {
    expect((await spawned('node', [program, 'replay'])).code).toBe(2)
  })

  it('ends quietly when the reader of its output has had enough', async () => {
    const history = join(folder, 'many.jsonl')
    writeFileSync(history, `${jsonl(connect)}\n`.repeat(5_000))
    const command = `node '${program}' replay ${history} | head -n 1; echo "code \${PIPESTATUS[0]}"`
    const { stdout, stderr } = await spawned('bash', ['-c', command])
    expect(stdout).toMatch(/^ {2}1 .*\ncode 0\n$/)
    expect(stderr).toBe('')
  })
})

it('says of a refusal which editions do not have it', async () => {
  const create = {
    operation: 'CreateCustomKeyStore',
    request: {
      CustomKeyStoreName: 'A',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'any',
      KeyStorePassword: 'kmsPswd1'
    }
  }
  const id = { CustomKeyStoreId: 'cks-00000000000000001' }
  const history = [
    { facts: { clusters: [{ clusterId: 'cluster-abcdefghijk' }] } },
    create,
    { operation: 'ConnectCustomKeyStore', request: id },
    { settle: id.CustomKeyStoreId },
    { operation: 'UpdateCustomKeyStore', request: { ...id, NewCustomKeyStoreName: 'B' } },
    { operation: 'DeleteCustomKeyStore', request: id }
  ]
  const { stdout } = await run(['replay', '-'], history.map((step) => `${JSON.stringify(step)}\n`).join(''))
  expect(stdout.match(/The state is valid under .*/g)).toEqual([
    'The state is valid under exception-text-2026 (published now) and operation-page-2026 (published now).'
  ])
})

describe('the command line', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

  it.each([
    [['--help'], 'replay node_modules/kms-custom-key-store/docs/stories/cloudhsm.jsonl'],
    [['-h'], 'Commands:'],
    [['replay', '--help'], 'kms-custom-key-store replay --story cloudhsm'],
    [['replay', 'docs/stories/cloudhsm.jsonl', '-h'], 'Usage: kms-custom-key-store replay'],
    [['--version'], `${version}\n`]
  ])('answers %j', async (args, text) => {
    const { code, stdout, stderr } = await run(args)
    expect(stdout).toContain(text)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it.each([
    [[], 'a command is missing'],
    [['repaly'], "no command 'repaly'; the commands are: replay"],
    [['__proto__'], "no command '__proto__'"],
    [['--wrong'], "Unknown option '--wrong'"],
    [['replay'], 'FILE is missing, or --story'],
    [['replay', '-', '--story', 'cloudhsm'], 'FILE and --story exclude each other'],
    [['replay', '--story', 'x'], "--story must be one of cloudhsm, external-vpc, not 'x'"],
    [['replay', '--wrong', '-'], "Unknown option '--wrong'"],
    [['replay', '-', '-'], "one FILE at a time; not '-' as well"],
    [['replay', '--edition', 'first', '-'], "operation-page-2026, developer-guide, not 'first'"],
    [
      ['replay', '--edition', '__proto__', '-'],
      "--edition must be one of exception-text-2022, operation-page-2022, exception-text-2026, operation-page-2026, developer-guide, not '__proto__'"
    ]
  ])('is wrong as %j', async (args, complaint) => {
    const { code, stdout, stderr } = await run(args)
    expect(stderr).toContain(complaint)
    expect(stderr).toContain('--help')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})
