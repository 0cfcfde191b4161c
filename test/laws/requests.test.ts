/** Laws of every request of every operation in any history: of its explanation, its answer and its effect. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import { operationsByName } from '../../src/operations/index.js'
import { listed } from '../documentation/listedExceptions.js'
import { moreRuns, ofEveryStep, idIn, storeNamed } from './everyHistory.js'
import { carryOut, type Step } from './history.js'

type Requested = Step & { readonly command: { readonly does: cks.OperationName; readonly request: unknown } }

const isRequest = (step: Step): step is Requested => 'request' in step.command

/** Whether the members of a request break no limit, so that it was looked at any further. */
const isRead = ({ command: { does, request } }: Requested): boolean =>
  E.isRight(cks.decode<unknown>(codecsOf(does).request)(request))

/** The codecs of the request of an operation and of its answer. */
const codecsOf = (does: cks.OperationName): Pick<cks.AnyOperation, 'request' | 'response'> =>
  cks.operations[does]

/** A law of every request that could be read, with the explanation of it. */
const ofEveryRequest = (
  title: string,
  law: (step: Requested, explanation: cks.Explanation, edition: cks.EditionName) => void
) =>
  ofEveryStep(
    title,
    (step, edition) => {
      if (!isRequest(step) || !isRead(step)) return
      const { command, given, before } = step
      law(step, cks.under(edition).explainRequest(command.does)(given)(command.request)(before), edition)
    },
    moreRuns
  )

/** The store that an accepted request was about: the one that it names, or the one that it has made or found. */
const idOf = ({ command, answer }: Requested): unknown => {
  const members = E.isRight(answer) ? (answer.right as Readonly<Record<string, unknown>>) : {}
  return command.does === 'CreateCustomKeyStore' ? members['CustomKeyStoreId'] : idIn(command)
}

/** The guide on external key stores names it for faults of a proxy, though the page of CreateKey does not list it. */
const byTheGuide = ['KMSInvalidStateException']

/** The rules about a ciphertext. */
const ofCiphertext = [
  'ciphertextIsKnown',
  'namedKeyExists',
  'namedKeyMadeCiphertext',
  'ciphertextIsSound',
  'externalCiphertextIsSound'
]

describe('every request', () => {
  test('is of one of the 53 operations, each of which has its page', () => {
    expect([...cks.operationNames].sort()).toStrictEqual(Object.keys(listed).sort())
  })

  ofEveryRequest(
    '44. it is accepted if no rule of its explanation is broken, and otherwise refused by the first broken rule',
    ({ answer }, { rules }) => {
      const broken = rules.find(({ verdict }) => verdict === 'does not hold')
      expect([broken?.otherwise, broken?.rule, broken?.says, broken?.source]).toStrictEqual(
        E.isLeft(answer)
          ? [answer.left.name, answer.left.rule, answer.left.message, answer.left.source]
          : [undefined, undefined, undefined, undefined]
      )
    }
  )

  ofEveryRequest(
    '45. nothing follows from a refused request, and something from whatever changes an account',
    ({ answer, before, after }, { follows }) => {
      if (E.isLeft(answer)) expect(follows).toStrictEqual([])
      else if (after !== before) expect(follows).not.toStrictEqual([])
    }
  )

  ofEveryRequest(
    '46. a store is afterwards in the state that what follows names, and without such a statement in the state before',
    (step, { follows }) => {
      const { before, after, answer } = step
      const id = idOf(step)
      for (const { CustomKeyStoreId } of [...before.stores, ...after.stores]) {
        const [was, is] = [before, after].map((account) => storeNamed(account, CustomKeyStoreId))
        const named = E.isRight(answer) && CustomKeyStoreId === id ? follows : []
        const states = named.flatMap(({ to }) => to ?? [])
        for (const to of states.length === 0 ? ['the same'] : states) {
          const expected = to === 'the same' ? was?.ConnectionState : to === 'deleted' ? undefined : to
          expect(is?.ConnectionState).toBe(expected)
        }
      }
    }
  )

  ofEveryRequest(
    '47. its explanation has the rules about its members, then those of one part of the operation, in order, up to the stage that refuses',
    ({ command, answer }, { rules, follows }, edition) => {
      const { parts, request } = operationsByName[edition][command.does]
      const members = cks.memberStatements(request).map(({ name }) => name)
      expect(rules.slice(0, members.length).map(({ rule }) => rule)).toStrictEqual(members)
      const names = rules.slice(members.length).map(({ rule }) => rule)
      const fitting = parts.filter((part) => {
        const all = part.rules.map(({ name }) => name)
        const beginning = E.isRight(answer) ? all : all.slice(0, names.length)
        return beginning.join() === names.join() && follows.every((one) => part.follows.includes(one))
      })
      expect(fitting).not.toHaveLength(0)
    }
  )

  ofEveryRequest(
    '48. what AWS leaves open of it names an assumption, and no exception but those that the page or the guide names',
    ({ command, answer }, explanation) => {
      const { outcome, exceptions, assumes } = cks.leftOpen(explanation)
      if (outcome) expect(assumes).not.toHaveLength(0)
      if (E.isRight(answer)) expect(exceptions).toStrictEqual([])
      if (exceptions === 'any exception') return
      for (const name of exceptions) {
        expect([...listed[command.does]!, ...byTheGuide, 'ValidationException']).toContain(name)
        if (E.isLeft(answer)) expect(name).not.toBe(answer.left.name)
      }
    }
  )

  ofEveryRequest('49. its answer is read as AWS answers, member by member', ({ command, answer }) => {
    if (E.isLeft(answer)) return
    const arrived: unknown = JSON.parse(JSON.stringify(answer.right))
    const read = cks.decode<unknown>(codecsOf(command.does).response)(arrived)
    expect(read).toStrictEqual(E.right(arrived))
  })

  ofEveryRequest(
    '50. unless it is a Connect or an Update, it is answered in the same way under every edition',
    ({ command, given, before }, _, edition) => {
      if (['ConnectCustomKeyStore', 'UpdateCustomKeyStore'].includes(command.does)) return
      const here = carryOut(edition, command, given, before)
      for (const other of cks.editionNames) {
        expect(carryOut(other, command, given, before)).toStrictEqual(here)
      }
    }
  )

  ofEveryRequest(
    '51. cryptography decides nothing but what becomes of a ciphertext',
    ({ command, given, before, after, answer }, { rules }, edition) => {
      const { cryptography: _, ...without } = given
      const isDecided = rules.some(
        ({ rule, verdict }) => ofCiphertext.includes(rule) && verdict === 'does not hold'
      )
      const isNamed = rules.every(({ rule, verdict }) => rule !== 'namedKeyExists' || verdict === 'holds')
      if (isDecided || !isNamed) return
      const plain = carryOut(edition, command, without, before)
      if (E.isLeft(answer)) expect(plain).toStrictEqual(answer)
      else {
        const [output, account] = E.isRight(plain) ? plain.right : []
        if (after === before) expect(account).toBe(before)
        expect(account).toStrictEqual(after)
        const { NumberOfBytes: __, ...members } = output as Readonly<Record<string, unknown>>
        expect(answer.right).toMatchObject(members)
      }
    }
  )
})
