import { describe, expect, it } from 'vitest'
import { budgets, sizeOf } from './sizes.js'

describe('a bundle, minified and compressed', () => {
  it.each(Object.entries(budgets))('of %s is within its budget', async (_, { text, limit }) => {
    expect((await sizeOf(text)).bytes).toBeLessThanOrEqual(limit)
  })
})
