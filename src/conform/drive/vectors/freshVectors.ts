import { isConnected } from '../../../model/CustomKeyStore.js'
import type { Vector } from '../../../vectors/index.js'
import { createdIn } from '../../replyMembers.js'
import { makesKey } from '../../effects.js'
import { ask, giveUp, need, outcomeOf, type Planned } from '../trial.js'
import { plannedVector, valuesFor, type Ground } from './Ground.js'
import { createStore } from './requests.js'
import { looks, settled, takes, type Player } from './takes.js'

/** Whether a vector asks for a key, which stays and keeps its store; `refused` where no key has to be made. */
const asksForKey = ({ params, expect }: Vector): 'no' | 'refused' | 'made' => {
  const asked = params.steps.flatMap((step, i) =>
    'operation' in step && makesKey(step.operation) ? [expect[i]?.exception] : []
  )
  if (asked.length === 0) return 'no'
  return asked.every((exception) => exception !== undefined) ? 'refused' : 'made'
}

/** Makes the stores of a vector, each in its state. */
const makes = async (player: Player, { params }: Vector): Promise<void> => {
  const { session, own } = player
  for (const store of params.account.stores) {
    const { reply } = await ask(session, 'CreateCustomKeyStore', own.put(createStore(store)))
    const id = createdIn(reply) ?? giveUp('no store could be created', true)
    own.learn(store.CustomKeyStoreId, id)
    if (!isConnected(store)) continue
    await need(session, 'ConnectCustomKeyStore', { CustomKeyStoreId: id })
    const state = await settled(player, id)
    if (state !== 'CONNECTED') giveUp(`a new store is ${String(state)} once it was connected`)
  }
  await looks(player)
}

/** The vectors that need no key, each on new stores, which are removed again. */
export const freshVectors = (ground: Ground, vectors: ReadonlyArray<Vector>): ReadonlyArray<Planned> =>
  vectors.map((vector) => {
    const plan: Planned = plannedVector(ground, vector, async () => {
      const asks = asksForKey(vector)
      if (asks !== 'no' && !(await ground.mayLeaveStore(plan.type, asks === 'made'))) {
        return {
          is: 'not reached',
          why: 'a store with a key cannot be removed, and enough of them have stayed'
        }
      }
      const session = await ground.open()
      session.begin(plan.id)
      const { patience } = ground
      const player: Player = { session, patience, own: valuesFor(ground, vector), made: session.made }
      const outcome = await outcomeOf(session, async () => {
        await makes(player, vector)
        await takes(player, vector)
      })
      await ground.close(session)
      return outcome
    })
    return plan
  })
