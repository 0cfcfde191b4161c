/** Laws of every refusal. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect } from 'vitest'
import * as cks from '../../src/index.js'
import { ofEveryStep, moreRuns } from './everyHistory.js'
import { carryOut } from './history.js'
import { answeredBy500, listed } from '../documentation/listedExceptions.js'
import { expectResourceOf } from './resources.js'

describe('refusals', () => {
  ofEveryStep(
    '13. an operation answers only with exceptions that its page lists',
    ({ command, answer }) => {
      if (E.isRight(answer)) return
      const { name } = answer.left
      if (name === 'ValidationException') expect(command).toHaveProperty('request')
      else expect(listed[command.does]).toContain(name)
    },
    moreRuns
  )

  ofEveryStep('14. a refusal has a sentence, a page and the status that the page prints', ({ answer }) => {
    if (E.isRight(answer)) return
    const { name, message, source, httpStatus, fault } = answer.left
    expect(httpStatus).toBe(answeredBy500.includes(name) ? 500 : 400)
    expect(fault).toBe(answeredBy500.includes(name) ? 'service' : 'client')
    expect(message).toMatch(name === 'ValidationException' ? /\S/ : /^[A-Z].*\.$/)
    expect(cks.sources[source].url).toMatch(/^https:/)
    expect(JSON.parse(JSON.stringify(answer.left))).toStrictEqual(answer.left)
  })

  ofEveryStep(
    '15. an operation leaves what it is given as it is, so a refused one leaves no trace',
    (step, edition) => {
      const copy = structuredClone(step.before)
      const again = carryOut(edition, step.command, step.given, step.before)
      expect(step.before).toStrictEqual(copy)
      if (E.isLeft(step.answer)) {
        expect(step.after).toBe(step.before)
        expect(again).toStrictEqual(step.answer)
      } else expect(again).toStrictEqual(E.right([step.answer.right, step.after]))
    }
  )

  ofEveryStep(
    '54. a refusal of a request that names a store, a key or an alias tells of it, or of what stands behind it',
    ({ command, before, answer }) => {
      if (E.isRight(answer) || !('request' in command)) return
      const { resource, violations } = { violations: [], ...answer.left }
      if (violations.length > 0) expect(resource).toBeUndefined()
      else expectResourceOf(command.request, before, resource)
    },
    moreRuns
  )
})
