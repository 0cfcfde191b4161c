import { nothingBelieved } from '../../conform/Belief.js'
import { breaksARule, type ReportedDeviation } from '../../conform/ReportedDeviation.js'
import { isPassingState } from '../../conform/passing.js'
import type { Exchange } from '../../conform/Exchange.js'
import { makesKey } from '../../conform/effects.js'
import { poll } from '../../conform/drive/poll.js'
import { session, type Session } from '../../conform/drive/Session.js'
import type { EditionName } from '../../editions/editions.js'
import type { AccountId } from '../../model/identifiers.js'
import type { Talk } from '../conversations.js'
import type { Members } from '../requests/Members.js'
import type { RequestStep } from '../Step.js'
import { accountIds, region } from '../smallWorld.js'
import { withToken } from './names.js'
import { inSmallWorld } from './ownAccount.js'
import { learned, nothingMade, resolved, type Made } from './placeholders.js'
import type { Scene } from './Stage.js'

/** How a history is compared with the model. */
export interface PlayOptions {
  readonly edition: EditionName
  /** Called with what was heard of each request. */
  readonly heard: (held: string) => void
  /** Other members of a Create, such as those of a cluster that is there. */
  readonly storeMembers: (request: Members) => Members
}

/** A deviation from the rules, and all that was sent and answered until it showed. */
export interface Finding {
  readonly deviation: ReportedDeviation
  readonly exchanges: ReadonlyArray<Exchange>
}

const nothing = nothingBelieved(accountIds[0] as AccountId, region)

const mostLooks = 3

/** Waits until the implementation is done with a store. */
const settles = async ({ look, knows }: Session, { settle, patience }: Scene, id: string): Promise<void> => {
  if (!knows(id)) return
  await settle?.(id)
  if (patience > 0) {
    await poll(
      () => look(id),
      (state) => !knows(id) || !isPassingState(state),
      patience
    )
    return
  }
  for (let looks = 0; looks < mostLooks && knows(id) && isPassingState(await look(id)); looks += 1);
}

const lists: ReadonlyArray<string> = [
  'DescribeCustomKeyStores',
  'ListKeys',
  'ListAliases',
  'ListRetirableGrants'
]

/** Whether a request asks for everything in the account: it names no store and no key, or none that can be read. */
const listsAll = ({ does, request }: RequestStep<Members>): boolean => {
  const names = [request['CustomKeyStoreId'], request['CustomKeyStoreName'], request['KeyId']]
  return lists.includes(does) && !names.some((name) => typeof name === 'string' && name !== '')
}

/** Plays a history to its end, or to the first deviation. */
export const played = async (
  scene: Scene,
  options: PlayOptions,
  steps: ReadonlyArray<Talk>
): Promise<Finding | undefined> => {
  const { edition, heard, storeMembers } = options
  const talk = session(edition, inSmallWorld(scene.send), { whole: true, start: nothing })
  const rename = withToken(scene.token)
  let made: Made = nothingMade
  talk.begin('random histories')

  const plays = async (step: Talk): Promise<void> => {
    if (step.does === 'settle') {
      const { id } = resolved(made, 'DescribeCustomKeyStores', { id: step.id }, rename)
      return settles(talk, scene, String(id))
    }
    if ((makesKey(step.does) && !scene.mayCreateKeys) || (scene.isShared && listsAll(step))) return
    const meant = resolved(made, step.does, step.request, rename)
    const request = step.does === 'CreateCustomKeyStore' ? storeMembers(meant) : meant
    const { reply, held } = await talk.call(step.does, request)
    heard(held)
    made = learned(made, step.does, request, reply)
    for (const id of made.stores) if (talk.knows(id)) await talk.look(id)
  }

  try {
    for (const step of steps) {
      const before = talk.seen().length
      await plays(step)
      const deviation = talk.seen().slice(before).find(breaksARule)
      if (deviation !== undefined) {
        return { deviation, exchanges: talk.trace(deviation.id)?.all ?? [] }
      }
      if (talk.isOver()) throw new Error('The implementation has stopped answering.')
    }
    return undefined
  } finally {
    await scene.end(talk.made())
  }
}
