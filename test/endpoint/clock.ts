import { afterAll, beforeAll, vi } from 'vitest'

/** The clock stands during the tests of a file: time passes where they say so, and not because a machine is busy. */
export const clockStands = (): void => {
  beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterAll(() => void vi.useRealTimers())
}
