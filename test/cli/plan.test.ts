/** The command `plan`: what it prints and how it ends. */
import { describe, expect, it } from 'vitest'
import { ended } from './ended.js'

const run = (...args: ReadonlyArray<string>) => ended(['plan', ...args])

/** What each step does, without its reason. */
const steps = async (...args: ReadonlyArray<string>) => {
  const { stdout } = await run(...args)
  return stdout.split('\n').flatMap((line) => /^\d+\. (.*?)(?: \{.*)?$/.exec(line)?.[1] ?? [])
}

describe('plan', () => {
  it('tells the way out of FAILED, as its help shows', async () => {
    expect((await run('--help')).stdout).toContain(
      'kms-custom-key-store plan CONNECTED --state FAILED --error INVALID_CREDENTIALS\n'
    )
    expect((await run('--help')).stdout).toMatch(/pending deletion, from 0 to\s+1000/)
    const { code, stdout, stderr } = await run(
      ...['CONNECTED', '--state', 'FAILED', '--error', 'INVALID_CREDENTIALS']
    )
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(
      /^<id of the store>, AWS_CLOUDHSM, FAILED \(INVALID_CREDENTIALS\), .*: 5 steps\.\n1\. Disc/
    )
    expect(stdout).toContain(
      '   If kmsuser has another password than the one that KMS holds: UpdateCustomKeyStore {"CustomKeyStoreId":"<id of the store>","KeyStorePassword":"<password of kmsuser>"}\n'
    )
  })

  it('takes keys, also those pending deletion', async () => {
    const options = ['--state', 'DISCONNECTED', '--keys', '1', '--pending', '3,30', '--id', 'cks-1']
    expect(await steps('deleted', ...options)).toEqual([
      'ConnectCustomKeyStore',
      'Wait until the ConnectionState is CONNECTED: DescribeCustomKeyStores',
      'ScheduleKeyDeletion',
      'Wait until the keys are gone, 30 days: DescribeKey',
      'DisconnectCustomKeyStore',
      'Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores',
      'DeleteCustomKeyStore'
    ])
    expect((await run('deleted', ...options)).stdout).toMatch(/^cks-1, .* with 3 keys, 2 pending deletion,/)
  })

  it('takes external key stores of both connectivities', async () => {
    const external = ['--type', 'EXTERNAL_KEY_STORE', '--keys', '2']
    const failed = ['--state', 'FAILED', '--error', 'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND', '--vpc']
    expect(await steps('CONNECTED', ...external, ...failed)).toHaveLength(5)
    expect(await steps('keyCreated', ...external, '--state', 'CONNECTED')).toEqual(['CreateKey'])
  })

  it('takes members to update, an edition, and prints JSON', async () => {
    const given = ['--state', 'CONNECTED', '--and-connected', '--edition', 'exception-text-2026', '--json']
    const { code, stdout } = await run('NewCustomKeyStoreName', ...given)
    expect([code, JSON.parse(stdout)]).toMatchObject([
      0,
      {
        goal: { updated: ['NewCustomKeyStoreName'], and: 'CONNECTED' },
        steps: [{ operation: 'UpdateCustomKeyStore' }]
      }
    ])
    expect(await steps('NewCustomKeyStoreName,KeyStorePassword', '--state', 'DISCONNECTED')).toEqual([
      'Outside KMS: Set the new password of kmsuser in the cluster.',
      'UpdateCustomKeyStore'
    ])
  })

  it('says why where no steps lead to the goal', async () => {
    const { code, stdout } = await run('XksProxyUriPath', '--state', 'DISCONNECTED')
    expect(code).toBe(1)
    expect(stdout).toMatch(/no steps lead there\.\nUpdateCustomKeyStore is refused with ValidationException/)
    expect(JSON.parse((await run('XksProxyUriPath', '--state', 'CONNECTED', '--json')).stdout)).toMatchObject(
      {
        obstacles: [{ exception: 'ValidationException' }]
      }
    )
  })

  it('spells out what could harm a terminal', async () => {
    expect((await run('CONNECTED', '--state', 'CONNECTED', '--id', 'cks-\u001b[2J')).stdout).toMatch(
      /^cks-\\u\{001b\}\[2J, /
    )
    expect((await run('\u001b[2J', '--state', 'CONNECTED')).stderr).toContain(", not '\\u{001b}[2J'")
  })

  it.each([
    [[], /: GOAL is missing: what to reach/],
    [['CONNECTED', 'deleted', '--state', 'FAILED'], /one GOAL at a time; not 'deleted' as well/],
    [['connected', '--state', 'FAILED'], /GOAL must be one of CONNECTED, .*, not 'connected'/],
    [
      ['KeyStorePassword,deleted', '--state', 'FAILED'],
      /each of several members to update must be one of New.*, not 'deleted'/
    ],
    [['deleted', '--and-connected', '--state', 'CONNECTED'], /--and-connected needs members/],
    [['CONNECTED'], /--state is missing: .*; one of DISCONNECTED, /],
    [['CONNECTED', '--state', 'failed'], /--state must be one of DISCONNECTED, .*, not 'failed'/],
    [['CONNECTED', '--state', 'FAILED'], /--error is missing: for AWS_CLOUDHSM, one of INTERNAL_ERROR, /],
    [
      ['CONNECTED', '--state', 'FAILED', '--error', 'XKS_PROXY_TIMED_OUT'],
      /: --error XKS_PROXY_TIMED_OUT is a code of --type EXTERNAL_KEY_STORE, not of --type AWS_CLOUDHSM\n/
    ],
    [
      ['CONNECTED', '--state', 'FAILED', '--type', 'EXTERNAL_KEY_STORE', '--error', 'USER_LOCKED_OUT'],
      /--error USER_LOCKED_OUT is a code of --type AWS_CLOUDHSM, not of --type EXTERNAL_KEY_STORE\n/
    ],
    [
      ['CONNECTED', '--state', 'FAILED', '--error', 'TIMED_OUT'],
      /--error for AWS_CLOUDHSM must be one of INTERNAL_ERROR, .*, not 'TIMED_OUT'/
    ],
    [['CONNECTED', '--state', 'CONNECTED', '--error', 'INTERNAL_ERROR'], /--error needs --state FAILED/],
    [
      ['CONNECTED', '--state', 'CONNECTED', '--type', 'XKS'],
      /--type must be one of AWS_CLOUDHSM, EXTERNAL_KEY_STORE, not 'XKS'/
    ],
    [['CONNECTED', '--state', 'CONNECTED', '--vpc'], /--vpc needs --type EXTERNAL_KEY_STORE/],
    [
      ['deleted', '--state', 'CONNECTED', '--keys', '1001'],
      /--keys must be a whole number from 0 to 1000, not '1001'/
    ],
    [['deleted', '--state', 'CONNECTED', '--keys', 'x'], /--keys must be a whole number .* not 'x'/],
    [
      ['deleted', '--state', 'CONNECTED', '--pending', '31'],
      /--pending must be numbers of days from 0 to 30, separated by commas, not '31'/
    ],
    [
      ['deleted', '--state', 'CONNECTED', '--edition', '2022'],
      /--edition must be one of exception-text-2022, .*, not '2022'/
    ],
    [['deleted', '--stat', 'CONNECTED'], /Unknown option '--stat'/]
  ])('refuses the command line %j', async (args, complaint) => {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(complaint)
    expect(stderr).toMatch(/\nRun 'kms-custom-key-store plan --help' to see how\.\n$/)
  })
})
