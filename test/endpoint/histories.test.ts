/** Whatever is called through the real AWS SDK, in whatever order: the endpoint answers what the pure model answers. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { connectionStates } from '../../src/index.js'
import type { Options } from '../../src/endpoint/index.js'
import { soundInfrastructure } from '../arbitraries.js'
import { anyHistory } from './arbitraryHistories.js'
import { besideModel } from './besideModel.js'
import { clockStands } from './clock.js'
import { restarting } from './memory.js'
import { quotas } from './model.js'
import { inProcess, overSocket, type World } from './world.js'

clockStands()

/** Compares so many histories, those of a seed or any, and resolves to what was seen in them. */
const compared = async (
  start: (options: Options) => Promise<World>,
  parameters: { readonly numRuns: number; readonly seed?: number }
): Promise<ReadonlySet<string>> => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      const { edition, connectionDelay, isListed } = history
      const infrastructure = isListed ? soundInfrastructure : undefined
      const world = await start({ ...quotas, edition, connectionDelay, infrastructure })
      try {
        for (const what of await besideModel(world, history)) seen.add(what)
      } finally {
        await world.close()
      }
    }),
    parameters
  )
  return seen
}

/** Histories that are the same in each run: what is seen in them is no matter of chance. */
const same = { seed: 1, numRuns: 30 }

/** What happens so often that its absence would mean that little is compared. */
const usual = [
  ...connectionStates,
  'CreateCustomKeyStore',
  'ConnectCustomKeyStore',
  'DisconnectCustomKeyStore',
  'UpdateCustomKeyStore',
  'DeleteCustomKeyStore',
  'CreateKey',
  'CustomKeyStoreInvalidStateException',
  'CustomKeyStoreNotFoundException',
  'NotFoundException',
  'ValidationException'
]

it('is so in process', async () => {
  await compared(inProcess, { numRuns: 30 })
  const seen = await compared(inProcess, same)
  expect(usual.filter((what) => !seen.has(what))).toEqual([])
})

it('is so where each call is answered by another endpoint, from what the one before has kept', async () => {
  const restarted = (options: Options) => inProcess(options, restarting(options))
  await compared(restarted, { numRuns: 20 })
  const seen = await compared(restarted, same)
  expect(['CONNECTED', 'CreateKey'].filter((what) => !seen.has(what))).toEqual([])
})

it('is so over a socket', async () => {
  await compared(overSocket, { numRuns: 10 })
})
