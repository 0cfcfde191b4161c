import { describe, expect, it } from 'vitest'
import { exceptTooLong, type Limit } from '../../src/codec/Limit.js'

const limit = { name: 'NameLimit', says: 'Name must be short.', source: 'API_CreateKey' } as unknown as Limit

describe('a limit without what is assumed of values that are too long', () => {
  it('is the same if nothing is assumed of it', () => {
    expect(exceptTooLong(undefined)).toBeUndefined()
    expect(exceptTooLong(limit)).toBe(limit)
  })

  it('keeps what else is assumed of it', () => {
    expect(exceptTooLong({ ...limit, assumes: ['A31'] })).toEqual(limit)
    expect(exceptTooLong({ ...limit, assumes: ['A31', 'A2'] })).toEqual({ ...limit, assumes: ['A2'] })
  })
})
