import { stateAfterUnder } from './questions/stateAfter.js'
import { connectUnder } from './operations/connect.js'
import { create } from './operations/create.js'
import { createKeyUnder } from './operations/createKey.js'
import { deleteUnder } from './operations/delete.js'
import { describe } from './operations/describe.js'
import { disconnectUnder } from './operations/disconnect.js'
import { generateRandomUnder } from './operations/generateRandom.js'
import { updateUnder } from './operations/update.js'
import { useKey } from './operations/useKey.js'
import type { EditionName } from './editions/editions.js'

/** The operations under one edition of AWS's text. Those that no edition touches are the same in all. */
export const under = <N extends EditionName>(edition: N) => ({
  create,
  describe,
  connect: connectUnder(edition),
  disconnect: disconnectUnder(edition),
  update: updateUnder(edition),
  delete: deleteUnder(edition),
  createKey: createKeyUnder(edition),
  generateRandom: generateRandomUnder(edition),
  useKey,
  stateAfter: stateAfterUnder(edition)
})
