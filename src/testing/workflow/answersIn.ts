import type { Base64 } from '../../codec/blob.js'
import type { EditionName } from '../../editions/editions.js'
import type { Call } from '../carryOut.js'
import type { PossibleAnswer } from '../disturbances.js'
import { possibleAnswers, type Nature } from '../possibleAnswers.js'
import { identityOf, type Situation } from '../Situation.js'
import type { World } from './Thread.js'

/** Nothing of a workflow hangs on what is encrypted. */
const blob = 'AA==' as Base64

const natureIn = (edition: EditionName): Nature => ({
  edition,
  cryptography: {
    randomBytes: () => blob,
    encrypt: () => blob,
    keyOf: () => undefined,
    decrypt: () => undefined
  },
  looks: 'any number',
  failures: [
    { error: 'KMSInternalException', times: 1 },
    { error: 'ThrottlingException', times: 1 }
  ],
  others: () => [],
  changes: () => []
})

const isFailedConnection = ({ choices }: PossibleAnswer): boolean =>
  choices.some(({ kind }) => kind === 'connectionFails')

/** Why a connection fails is all the same to whoever never reads it: the first ConnectionErrorCode stands for all. */
const withoutReasons = (answers: ReadonlyArray<PossibleAnswer>): ReadonlyArray<PossibleAnswer> => {
  const first = answers.find(isFailedConnection)
  return answers.filter((answer) => answer === first || !isFailedConnection(answer))
}

/** Everything that KMS may answer to a workflow by its definition; the same request in the same situation is answered once. */
export const answersIn = (edition: EditionName, definition: unknown): World['answers'] => {
  const answers = possibleAnswers(natureIn(edition))
  const readsReasons = JSON.stringify(definition).includes('ConnectionErrorCode')
  const known = new Map<string, ReadonlyArray<PossibleAnswer>>()
  return (call: Call) => (situation: Situation) => {
    const key = `${call.operation} ${JSON.stringify(call.input)} ${identityOf(situation)}`
    const before = known.get(key)
    if (before !== undefined) return before
    const all = answers(call)(situation)
    const made = readsReasons || situation.account.stores.length > 1 ? all : withoutReasons(all)
    known.set(key, made)
    return made
  }
}
