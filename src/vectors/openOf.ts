import { cloudHsmConnectionNeeds, externalConnectionNeeds, type Need } from '../connection/needs.js'
import { canComeOf } from '../connection/process.js'
import { storeWithId } from '../model/Account.js'
import { ExternalConnectionErrorCode } from '../model/ConnectionErrorCode.js'
import { isExternal } from '../model/CustomKeyStore.js'
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

/** The codes that AWS names for the fault as well, of those that the store can have. */
const otherCodes = ({ happening, after }: Played, { openTo = [] }: Need<never>): ReadonlyArray<string> => {
  const store = 'settle' in happening ? storeWithId(after.account, happening.settle) : undefined
  return store !== undefined && isExternal(store)
    ? openTo.filter(
        (code) => ExternalConnectionErrorCode.is(code) && canComeOf(store.XksProxyConfiguration, code)
      )
    : []
}

const ofStep = (played: Played): LeftOpen => {
  if (played.explanation !== undefined) return leftOpen(played.explanation)
  const need = unmet(played)
  if (need === undefined) return nothing
  return otherCodes(played, need).length === 0
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
