import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { belongingCases } from './belongingCases.js'
import type { Case } from './Case.js'
import { createCases } from './createCases.js'
import { keyCases } from './keyCases.js'
import { namedKeyCases } from './namedKeyCases.js'
import { policyCases } from './policyCases.js'
import { deleteCases, describeCases, unknownCases } from './storeCases.js'
import { updateCases } from './updateCases.js'
import { useCases } from './useCases.js'

const all: ReadonlyArray<Case> = [
  ...createCases,
  ...updateCases,
  ...keyCases,
  ...deleteCases,
  ...describeCases,
  ...unknownCases,
  ...belongingCases,
  ...policyCases,
  ...useCases
]

/** The cases of an operation that are about the request, the other stores or the keys, or about one key and its use. */
export const casesOf = (operation: OperationName): ReadonlyArray<Case> => [
  ...all.filter((each) => each.operation === operation),
  ...namedKeyCases(operation)
]
