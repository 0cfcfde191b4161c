/** The message that the endpoint gives of a refusal: the resource, then the sentence of the rule. */
import { expect } from 'vitest'
import type { Resource } from '../../src/index.js'

interface Refusal {
  readonly message: string
  readonly resource?: Resource
}

export const expectMessageOf = (received: unknown, { message, resource }: Refusal): void => {
  if (resource === undefined) {
    expect(received).toBe(message)
    return
  }
  const [beginning, ...rest] = String(received).split(message)
  expect(rest).toStrictEqual([''])
  expect(beginning).toContain(resource.id)
  expect(beginning).toMatch(/[.:] $/)
}
