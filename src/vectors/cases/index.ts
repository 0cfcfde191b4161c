import type { Case } from './Case.js'
import { createCases } from './createCases.js'
import { keyCases } from './keyCases.js'
import { deleteCases, describeCases, unknownCases } from './storeCases.js'
import { updateCases } from './updateCases.js'

/** The cases that are about the request, the other stores or the keys, and not about what stands behind the store. */
export const cases: ReadonlyArray<Case> = [
  ...createCases,
  ...updateCases,
  ...keyCases,
  ...deleteCases,
  ...describeCases,
  ...unknownCases
]
