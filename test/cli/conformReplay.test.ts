/** `conform --replay`, and what the command makes of a deviation that does not show up again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedBy } from '../../src/cli/signature.js'
import { client } from '../../src/conform/drive/client.js'
import { ofStatement } from '../../src/conform/Difference.js'
import { comparedWith } from '../../src/conform/expectedFailures.js'
import { reportedDeviation } from '../../src/conform/ReportedDeviation.js'
import { answerIsAwsJson } from '../../src/conform/statements.js'
import { inventor } from '../../src/conform/drive/Inventor.js'
import { createdIn, keyIdIn } from '../../src/conform/replyMembers.js'
import { reportSchema } from '../../src/conform/ReportHead.js'
import type { Endpoint } from '../../src/endpoint/index.js'
import { variants } from '../conform/variants.js'
import { listening, ownEndpoint, withoutEnd } from '../conform/world.js'
import { quickCloudHsm } from './conformRuns.js'
import { ended } from './ended.js'

const folder = mkdtempSync(join(tmpdir(), 'replay-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string): string => join(folder, name)
const signer = {
  accessKeyId: '111122223333',
  secretAccessKey: 'any',
  sessionToken: undefined,
  region: 'us-east-1'
}

/** Runs `conform` on an endpoint. */
const conform = async (kms: Endpoint, ...args: ReadonlyArray<string>) => {
  const { url, close } = await listening(kms)
  const result = await ended(['conform', '--endpoint', url.href, ...args])
  await close()
  return result
}

const [hasKeys, disconnects] = [variants[0]!, variants[1]!]
const broken = () => hasKeys.make(disconnects.make(ownEndpoint({})))
const report = file('report.json')

describe('conform --replay', () => {
  beforeAll(async () => {
    expect((await conform(broken(), ...quickCloudHsm, '--json', report)).code).toBe(1)
  })

  it('tells which deviations of a report still show up', async () => {
    const found = JSON.parse(readFileSync(report, 'utf8')).faults as ReadonlyArray<{ id: string }>
    expect(found).toHaveLength(2)

    const again = await conform(broken(), '--replay', report)
    expect([again.code, again.stderr]).toEqual([1, ''])
    expect(again.stdout).toBe(
      [
        '✗ 1. DisconnectCustomKeyStore: validConnectionState shows up again',
        '✗ 2. DeleteCustomKeyStore: validConnectionState shows up again',
        ''
      ].join('\n')
    )
    const half = await conform(hasKeys.make(ownEndpoint({})), '--replay', report)
    expect(half.code).toBe(1)
    expect(half.stdout).toContain('✓ 1. DisconnectCustomKeyStore: validConnectionState does not show up')
    expect(half.stdout).toContain('✗ 2. DeleteCustomKeyStore: validConnectionState shows up again')

    const kms = ownEndpoint({})
    const mended = await conform(kms, '--replay', report, '--json')
    expect(mended.code).toBe(0)
    expect(JSON.parse(mended.stdout)).toMatchObject({
      faults: found.map(({ id }, i) => ({ id, number: i + 1, shows: false })),
      left: { stores: [], keys: [] }
    })
    expect(kms.accounts().flatMap(({ stores }) => stores)).toEqual([])

    const one = await conform(hasKeys.make(ownEndpoint({})), '--replay', report, '--fault', '1')
    expect([one.code, one.stdout.split('\n')]).toEqual([0, [expect.stringContaining('✓ 1.'), '']])
    const byId = await conform(broken(), '--replay', report, '--fault', found[1]!.id)
    expect([byId.code, byId.stdout.split('\n')]).toEqual([1, [expect.stringContaining('✗ 2.'), '']])
  })

  it('says of one that could not be played that it could not', async () => {
    const kms = broken()
    const full: Endpoint = {
      ...kms,
      answer: (caller, request) =>
        request.headers['x-amz-target']?.endsWith('CreateCustomKeyStore') === true
          ? { status: 400, headers: {}, body: '{"__type":"LimitExceededException"}' }
          : kms.answer(caller, request)
    }
    const { code, stdout } = await conform(full, '--replay', report)
    expect(code).toBe(2)
    expect(stdout).toContain('– 1. DisconnectCustomKeyStore: validConnectionState could not be played: ')
    expect(stdout).toContain('CreateCustomKeyStore returned LimitExceededException')

    const lost = await ended(['conform', '--endpoint', 'http://127.0.0.1:1', '--replay', report])
    expect([lost.code, lost.stdout]).toEqual([2, ''])
    expect(lost.stderr).toContain('does not answer as KMS does')
  })

  it('puts the secrets of the user in again, without telling them', async () => {
    const stores = file('stores.json')
    const KeyStorePassword = 'kmsPswd9'
    writeFileSync(stores, JSON.stringify({ AWS_CLOUDHSM: { sound: { KeyStorePassword } } }))
    const sent: Array<string> = []
    const watched = (): Endpoint => {
      const kms = hasKeys.make(ownEndpoint({}))
      return {
        ...kms,
        answer: (caller, request) => {
          sent.push(request.body)
          return kms.answer(caller, request)
        }
      }
    }
    const hidden = file('hidden.json')
    await conform(watched(), ...quickCloudHsm, '--only', hasKeys.seenIn, '--stores', stores, '--json', hidden)
    expect(readFileSync(hidden, 'utf8')).toContain('"KeyStorePassword":"<secret>"')
    sent.length = 0
    const { code, stdout } = await conform(watched(), '--replay', hidden, '--stores', stores)
    expect([code, stdout.includes(KeyStorePassword)]).toEqual([1, false])
    expect(sent.filter((body) => body.includes(KeyStorePassword)).length).toBeGreaterThan(0)
    expect(sent.join('')).not.toContain('<secret>')
  })

  it('does nothing to what it has not made, whatever the report asks for', async () => {
    const kms = ownEndpoint({})
    const { url, close } = await listening(kms)
    const send = client(url.href, signedBy(signer), withoutEnd).as()
    const members = inventor().members('AWS_CLOUDHSM')
    const made = await send('CreateCustomKeyStore', { ...members, CustomKeyStoreName: 'in use' })
    const id = createdIn(made) ?? ''
    await send('ConnectCustomKeyStore', { CustomKeyStoreId: id })
    await send('DescribeCustomKeyStores', {})
    const key = keyIdIn(await send('CreateKey', { CustomKeyStoreId: id, Origin: 'AWS_CLOUDHSM' })) ?? ''
    await send('CreateAlias', { AliasName: 'alias/in-use', TargetKeyId: key })
    const before = JSON.stringify(kms.accounts())

    const asks = (operation: string, request: object, answer: unknown = {}) => ({
      operation,
      request,
      answer
    })
    const fault = (...history: ReadonlyArray<object>) => ({
      id: 'any',
      operation: 'any',
      difference: { rule: 'any' },
      history
    })
    const hostile = file('hostile.json')
    const faults = [
      fault(asks('DisconnectCustomKeyStore', { CustomKeyStoreId: id })),
      fault(asks('ScheduleKeyDeletion', { KeyId: key })),
      fault(asks('ScheduleKeyDeletion', { KeyId: `arn:aws:kms:us-east-1:111122223333:key/${key}` })),
      fault(asks('DisableKey', { KeyId: 'alias/in-use' })),
      fault(asks('DeleteAlias', { AliasName: 'alias/in-use' })),
      fault(
        asks('DescribeCustomKeyStores', {}, { CustomKeyStores: [{ CustomKeyStoreId: id }] }),
        asks('DisconnectCustomKeyStore', { CustomKeyStoreId: id })
      ),
      fault(
        asks('GenerateRandom', { NumberOfBytes: 8 }, { CustomKeyStoreId: id }),
        asks('DisconnectCustomKeyStore', { CustomKeyStoreId: id })
      )
    ]
    const edition = 'exception-text-2022'
    writeFileSync(hostile, JSON.stringify({ schema: reportSchema, edition, faults }))
    const { code, stdout } = await ended(['conform', '--endpoint', url.href, '--replay', hostile])
    await close()
    expect(JSON.stringify(kms.accounts())).toBe(before)
    expect(code).toBe(2)
    const refused = stdout.split('\n').filter((line) => line.includes('names something that'))
    expect(refused.map((line) => line.slice(0, 4))).toEqual(['– 1.', '– 3.', '– 4.', '– 5.', '– 6.'])
  })

  it.each<[ReadonlyArray<string>, string]>([
    [['--fault', '1'], '--fault needs --replay'],
    [['--replay', 'missing.json'], 'cannot read missing.json'],
    [['--replay', 'package.json'], 'package.json is no report of conform with the schema'],
    [['--replay', report, '--fault', '3'], "has no fault '3'"],
    [['--replay', report, '--junit', file('junit.xml')], '--replay writes no file']
  ])('refuses %j', async (args, complaint) => {
    const { code, stderr } = await ended(['conform', '--endpoint', 'http://127.0.0.1:1', ...args])
    expect(code).toBe(2)
    expect(stderr).toContain(complaint)
  })
})

describe('a deviation that does not show up again', () => {
  const once = (): Endpoint => {
    const kms = ownEndpoint({})
    let asked = 0
    return {
      ...kms,
      answer: (caller, request) =>
        request.headers['x-amz-target']?.endsWith('GenerateRandom') === true && asked++ === 0
          ? { status: 200, headers: {}, body: '{"Plaintext":"AAAA"}' }
          : kms.answer(caller, request)
    }
  }
  const only = ['--only', 'GenerateRandom/DISCONNECTED']

  it('leaves the command without a verdict', async () => {
    const junit = file('once.xml')
    const { code, stdout, stderr } = await conform(once(), ...quickCloudHsm, ...only, '--junit', junit)
    expect(code).toBe(2)
    expect(stderr).toContain('what was seen once did not show up again, so there is no verdict')
    expect(stdout).toMatch(/^GenerateRandom +\?/m)
    expect(stdout).toContain('? 1. GenerateRandom: validConnectionState')
    expect(stdout).toContain('It did not show up again: the same requests to new stores did not show it.')
    expect(stdout).toContain('1 deviation did not show up again, and counts for nothing.')
    const xml = readFileSync(junit, 'utf8')
    expect(xml).not.toContain('<failure')
    expect(xml).toContain('<skipped message="what was seen did not show up again"/>')
  })

  it('is neither an unexpected failure nor one that was mended', async () => {
    const expected = file('expected.json')
    writeFileSync(expected, '["GenerateRandom validConnectionState"]')
    const { code, stderr } = await conform(once(), ...quickCloudHsm, ...only, '--expected-failures', expected)
    expect([code, stderr]).toEqual([0, ''])

    const fault = reportedDeviation(
      { operation: 'CreateKey', difference: ofStatement(answerIsAwsJson, 'one', 'two'), allowedBy: [] },
      'a',
      []
    )
    const names = ['CreateKey answerIsAwsJson']
    const { why: _, untried: __, ...fleeting } = fault
    expect(comparedWith(names, { faults: [fleeting] })).toEqual({ unexpected: [], stale: [] })
    expect(comparedWith(names, { faults: [] })).toEqual({ unexpected: [], stale: names })
    expect(comparedWith([], { faults: [fault] })).toEqual({ unexpected: names, stale: [] })
    expect(comparedWith([], { faults: [fleeting] })).toEqual({ unexpected: [], stale: [] })
  })
})
