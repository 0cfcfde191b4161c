import { describe, expect, it } from 'vitest'
import { defaultEdition } from '../../src/editions/editions.js'
import { replayed } from '../../src/replay/operations.js'
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
