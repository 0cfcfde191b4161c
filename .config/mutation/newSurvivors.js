/** Mutants that survive, did not do so before, and have no reason given: a line of text for each. */
import { reasonFor } from './reasons.js'

const keyOf = ({ mutatorName, from, to }) => JSON.stringify([mutatorName, from, to])

export const newSurvivors = (known, found) =>
  Object.entries(found).flatMap(([file, { survived }]) => {
    const before = new Set(known[file]?.survived.map(keyOf))
    return survived
      .filter((mutant) => !before.has(keyOf(mutant)) && reasonFor(file, mutant) === undefined)
      .map(({ at, from, to }) => `${file}:${at.split('-')[0]}: no test notices ${from} → ${to}`)
  })
