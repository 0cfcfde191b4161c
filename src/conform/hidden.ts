import { storeWithId } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { Belief } from './Belief.js'
import { withHidden } from './suspects.js'

/** After a deviation by which stores are known no longer, though they may be there. */
export const withoutHidden = (
  belief: Belief,
  { possible: [before] }: Pick<Belief, 'possible'>,
  deviation: string
): Belief => {
  const [after] = belief.possible
  const isHidden = ({ CustomKeyStoreId: id }: CustomKeyStore): boolean =>
    after !== undefined && storeWithId(after, id) === undefined
  const suspects = withHidden(belief.suspects, before?.stores.filter(isHidden) ?? [], deviation)
  return { ...belief, suspects }
}
