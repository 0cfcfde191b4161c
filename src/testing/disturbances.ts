import * as E from 'fp-ts/lib/Either.js'
import { changed } from '../endpoint/ConfiguredInfrastructure.js'
import { imposedError } from '../protocol/imposed.js'
import { carryOut, isSameReply, type Call, type Carried, type Reply, type Terms } from './carryOut.js'
import { choice } from './Choice.js'
import { withoutSecrets } from './withoutSecrets.js'
import { chosen, mayChoose, type Failing, type Moment, type Situation } from './Situation.js'

/** A change of what stands behind a store, in the form of `withInfrastructureChange`. */
export interface BackingChange {
  readonly name: string
  readonly change: object
}

/** What else may come in between. */
export interface Disturbances extends Terms {
  /** The errors with which KMS may refuse requests for a reason of its own. */
  readonly failures: ReadonlyArray<Failing>
  /** What another caller may ask for; what is refused makes no difference. */
  readonly others: (situation: Situation) => ReadonlyArray<Call>
  readonly changes: (situation: Situation) => ReadonlyArray<BackingChange>
}

/** What KMS may answer, and what went otherwise than smoothly. */
export interface PossibleAnswer extends Carried {
  readonly choices: Moment['choices']
}

const describing = ({ operation, input }: Call): string =>
  `another caller: ${operation} ${Object.values(withoutSecrets(input) as object).join(' ')}`

/** What others did, and what became of the backing key stores, before the request came. */
const before = (terms: Disturbances, moment: Moment): ReadonlyArray<Moment> => {
  const { situation } = moment
  const byOthers = !mayChoose(situation, 'anotherCaller')
    ? []
    : terms.others(situation).flatMap((call) => {
        const { reply, after } = carryOut(terms, call)(situation)
        return E.isLeft(reply) || after === situation
          ? []
          : [chosen(choice('anotherCaller', describing(call)), after)(moment)]
      })
  const behind = !mayChoose(situation, 'backingChanges')
    ? []
    : terms.changes(situation).flatMap(({ name, change }) => {
        const configured = changed(change)(situation.configured)
        if (E.isLeft(configured)) return []
        const after = { ...situation, configured: configured.right }
        return [chosen(choice('backingChanges', name), after)(moment)]
      })
  return [...byOthers, ...behind]
}

const answered = (
  kind: 'requestFails' | 'answerIsLost' | 'shownLate',
  name: string,
  reply: Reply,
  after: Situation
): PossibleAnswer => {
  const { choices, situation } = chosen(choice(kind, name), after)({ choices: [], situation: after })
  return { choices, reply, after: situation }
}

const refusals = ({ failures }: Disturbances, situation: Situation): ReadonlyArray<PossibleAnswer> =>
  !mayChoose(situation, 'requestFails')
    ? []
    : failures.map(({ error, times }) =>
        answered(
          'requestFails',
          `KMS answers ${error}${times === 1 ? '' : ` ${String(times)} times in a row`}`,
          E.left(imposedError(error)),
          { ...situation, failing: { error, times: times - 1 } }
        )
      )

/** What KMS answers while it goes on to refuse every request; undefined where it does not. */
export const stillFailing = (situation: Situation): PossibleAnswer | undefined => {
  const { failing } = situation
  if (failing === undefined || failing.times === 0) return undefined
  const after = { ...situation, failing: { ...failing, times: failing.times - 1 } }
  return { choices: [], reply: E.left(imposedError(failing.error)), after }
}

const lost = (situation: Situation, smooth: Carried): ReadonlyArray<PossibleAnswer> => {
  const isCarriedOut = E.isRight(smooth.reply) && smooth.after.carriedOut !== situation.carriedOut
  if (!isCarriedOut || !mayChoose(situation, 'answerIsLost')) return []
  const reply = E.left(imposedError('KMSInternalException'))
  return [
    answered('answerIsLost', 'KMS carries it out, and answers KMSInternalException', reply, smooth.after)
  ]
}

const reads = /^(Describe|List|Get)/

const late = (terms: Disturbances, call: Call, situation: Situation): ReadonlyArray<PossibleAnswer> => {
  const { earlier } = situation
  if (earlier === undefined || !reads.test(call.operation) || !mayChoose(situation, 'shownLate')) return []
  const { reply } = carryOut(terms, call)({ ...situation, account: earlier })
  return [answered('shownLate', 'the answer shows what there was before', reply, situation)]
}

/** What KMS may answer besides, if something comes in between that the answer tells. `smooth`: what it answers else. */
export const disturbed =
  (terms: Disturbances, call: Call, smooth: Carried) =>
  (situation: Situation): ReadonlyArray<PossibleAnswer> => {
    const { reply: undisturbed } = carryOut(terms, call)(situation)
    const after = before(terms, { choices: [], situation }).map(({ choices, situation: disturbed }) => ({
      choices,
      ...carryOut(terms, call)(disturbed)
    }))
    const atOnce = [...after, ...late(terms, call, situation)].filter(
      ({ reply }) => !isSameReply(reply, undisturbed) && !isSameReply(reply, smooth.reply)
    )
    return [...atOnce, ...refusals(terms, situation), ...lost(situation, smooth)]
  }
