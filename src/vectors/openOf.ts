import { cloudHsmConnectionNeeds, externalConnectionNeeds, type Need } from '../connection/needs.js'
import { assumesOpen, isOpen, type Statement } from '../Evidence.js'
import { leftOpen, type LeftOpen } from '../questions/leftOpen.js'
import type { Played } from '../replay/play.js'

const needs: ReadonlyArray<Need<never>> = [...cloudHsmConnectionNeeds, ...externalConnectionNeeds]

/** The statement by which a connection failed. */
const unmet = ({ happening }: Played): Need<never> | undefined =>
  'because' in happening ? needs.find(({ name }) => name === happening.because?.rule) : undefined

/** The statements after which a store may be in a state that differs from the model's. */
const branches = ({ explanation }: Played): ReadonlyArray<Statement> =>
  (explanation?.follows ?? []).filter((follows) => follows.or !== undefined && isOpen(follows))

const nothing: LeftOpen = { outcome: false, exceptions: [], assumes: [] }

const assumed = (statements: ReadonlyArray<Statement>): LeftOpen => {
  const assumes = [...new Set(statements.filter(isOpen).flatMap(({ assumes = [] }) => assumes))]
  return { ...nothing, outcome: assumes.length > 0, assumes }
}

const ofStep = (played: Played): LeftOpen => {
  if (played.explanation !== undefined) return leftOpen(played.explanation)
  const need = unmet(played)
  if (need === undefined) return nothing
  return need.openTo === undefined
    ? assumed([need])
    : { ...nothing, outcome: true, assumes: assumesOpen('order')(need) }
}

/** Everything that AWS leaves open of the last step, and of the state of a store after the steps before. */
export const openOf = (steps: ReadonlyArray<Played>): LeftOpen => {
  const last = steps.at(-1)
  const earlier = assumed(steps.slice(0, -1).flatMap(branches))
  const { outcome, exceptions, assumes } = last === undefined ? nothing : ofStep(last)
  return {
    outcome: earlier.outcome || outcome,
    exceptions,
    assumes: [...new Set([...earlier.assumes, ...assumes])]
  }
}
