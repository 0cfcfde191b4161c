/** An endpoint from which nothing comes back. */
import { describe, expect, it } from 'vitest'
import { ofStatement } from '../../src/conform/Difference.js'
import { reportedDeviation } from '../../src/conform/ReportedDeviation.js'
import { noAnswer, unlessSilent, withoutSilence } from '../../src/conform/silence.js'
import { answerIsAwsJson } from '../../src/conform/statements.js'
import { check, deviation, eachOutcome } from './madeReport.js'

describe('an endpoint from which nothing comes back', () => {
  const silent = reportedDeviation(
    { ...deviation, difference: ofStatement(answerIsAwsJson, 'an answer', 'nothing', noAnswer) },
    'a',
    []
  )
  const other = reportedDeviation(deviation, 'a', [])
  const after = unlessSilent([silent, other], 'it is gone')

  it('breaks no rule by that', () => {
    expect(withoutSilence([silent, other])).toEqual([other])
  })

  it('was not reached by a check that showed nothing else', () => {
    for (const is of ['different', 'not useful'] as const) {
      expect(after(check({ is, faults: [silent.id] })).outcome).toEqual({
        is: 'not reached',
        why: 'it is gone',
        blocked: true
      })
      expect(after(check({ is, faults: [silent.id, other.id] })).outcome).toEqual({ is, faults: [other.id] })
      expect(after(check({ is, faults: [other.id] }))).toEqual(check({ is, faults: [other.id] }))
    }
    for (const outcome of eachOutcome.filter(({ is }) => is !== 'different' && is !== 'not useful')) {
      expect(after(check(outcome))).toEqual(check(outcome))
    }
  })
})
