import { describe, expect, it } from 'vitest'
import { introducing } from '../../src/protocol/introducing.js'

const key = { kind: 'KMS key', id: 'arn:aws:kms:us-east-1:111122223333:key/1' } as const

describe('the beginning of a message', () => {
  it.each([
    ['Enabled', 'is enabled.'],
    ['Disabled', 'is disabled.'],
    ['Unavailable', 'is unavailable.'],
    ['PendingDeletion', 'is pending deletion.'],
    ['PendingImport', 'is PendingImport.']
  ])('tells the state of a key as AWS does, where that is known: %s', (state, words) => {
    expect(introducing({ ...key, state, because: 'state' })).toBe(`${key.id} ${words}`)
  })

  it('tells the origin of a key only where that is the reason, and is known', () => {
    const origin = 'AWS_CLOUDHSM'
    expect(introducing({ ...key, origin, because: 'origin' })).toBe(
      `${key.id} origin is AWS_CLOUDHSM which is not valid for this operation.`
    )
    expect(introducing({ ...key, because: 'origin' })).toBe(`About the KMS key ${key.id}:`)
    expect(introducing({ ...key, origin })).toBe(`About the KMS key ${key.id}:`)
  })

  it('tells no state where there is none', () => {
    expect(introducing({ ...key, because: 'state' })).toBe(`About the KMS key ${key.id}:`)
  })

  it('tells the state of a store', () => {
    const store = { kind: 'custom key store', id: 'cks-1', state: 'FAILED', because: 'state' } as const
    expect(introducing(store)).toBe('The custom key store cks-1 is FAILED.')
  })
})
