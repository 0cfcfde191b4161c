import { describe, expect, it } from 'vitest'
import { time } from '../../src/cli/layout.js'
import { defaultEdition } from '../../src/editions/editions.js'
import { replayed } from '../../src/replay/operations.js'
import { ended } from '../cli/ended.js'
import { accountWith, circumstances, cloudHsmKey, cloudHsmStore, withKeys } from '../fixtures.js'

describe('a request that is replayed', () => {
  it('is told without the members that hold secrets', () => {
    const account = withKeys(cloudHsmKey())(accountWith(cloudHsmStore('CONNECTED')))
    const { KeyId } = cloudHsmKey()
    const input = { KeyId, Message: 'c2VjcmV0', SigningAlgorithm: 'ECDSA_SHA_256' }
    const { request, result } = replayed(defaultEdition, 'Sign')(circumstances)(input)(account)
    expect(request).toEqual({ ...input, Message: '(redacted)' })
    expect(JSON.stringify(result)).not.toContain('c2VjcmV0')
  })
})

describe('a line that is wrong', () => {
  const secret = 'hunter2hunter2'
  const request = JSON.stringify({ KeyStorePassword: secret })

  it.each([
    JSON.stringify({ operation: 'CreateCustomKeyStore', request }),
    JSON.stringify({ operation: 'CreateCustomKeyStore', request: [request] }),
    JSON.stringify({ facts: request }),
    JSON.stringify({ report: request }),
    JSON.stringify({ advance: request }),
    JSON.stringify(request),
    JSON.stringify([request]),
    `{"operation":"CreateCustomKeyStore","request":${request}`
  ])('is told without what may be a secret in it: %s', async (line) => {
    const { code, stderr, stdout } = await ended(['replay', '-'], `${line}\n`)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^-:1: /)
    expect(stderr + stdout).not.toContain(secret)
  })
})

it('a history ends before the year 10000, and says so', async () => {
  const century = '{"advance":{"days":36525}}\n'
  const { code, stdout, stderr } = await ended(['replay', '-'], century.repeat(2_738))
  expect(code).toBe(1)
  expect(stdout).toContain('9926-01-30')
  expect(stderr).toMatch(/^-:80: .*before the year 10000/)
})

it('a time that no date can tell is shown as a number', () => {
  expect(time(1_700_000_000)).toBe('2023-11-14T22:13:20Z')
  expect(time(17_000_000_000_000_000)).toBe('17000000000000000 seconds since 1970')
})
