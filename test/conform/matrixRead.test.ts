/** What is read of a report in each of its members, and what is counted and put together from it. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { rulesOf } from '../../src/conform/matrix/ColumnRule.js'
import { readColumn } from '../../src/conform/matrix/index.js'
import { countsOf, markOf, nothingShown } from '../../src/conform/matrix/marks.js'
import { groups } from '../../src/conform/matrix/rows.js'
import { eachOutcome } from './madeReport.js'
import { columnOf, jsonCheck, jsonDifference, jsonFault, jsonReport } from './matrixReports.js'

const complaint = (changed: object): unknown => {
  const read = readColumn({ ...jsonReport(), ...changed })
  return E.isLeft(read) ? read.left : undefined
}

describe('a report', () => {
  it('is refused with at most three complaints', () => {
    expect(readColumn({ schema: 'urn:kms-custom-key-store:conform-report:1' })).toEqual(
      E.left(
        'version: Member must not be null; received undefined; ' +
          'date: Member must not be null; received undefined; ' +
          'name: Member must not be null; received undefined'
      )
    )
  })

  it.each(['2026-11-24T09:15:00Z', '2026-11-24T09:15:00.1Z', '2026-11-24T09:15:00.123456789Z'])(
    'may be of the date %s',
    (date) => expect(complaint({ date })).toBeUndefined()
  )

  it.each([
    ...['2026-11-24T09:15:00', '2026-11-24', '2026-11-24T09:15:00.Z', '2026-11-24T09:15:00.1234567890Z'],
    ...['2026-99-24T09:15:00Z', '2026-02-30T09:15:00Z', '2026-11-24T24:00:00Z', '2026-11-24T09:15:60Z'],
    ...['on 2026-11-24T09:15:00Z', '2026-11-24T09:15:00Z or so', '2026-11-24T09:15:00+01:00']
  ])('is not of the date %s', (date) =>
    expect(complaint({ date })).toBe(
      `date: Member must be a valid date in UTC, such as 2026-11-24T09:15:00Z; received '${date}'`
    )
  )

  const outcome = (faults: unknown) => ({ checks: [jsonCheck('a', { is: 'different', faults })] })
  const fault = (changed: object) => ({ faults: [{ ...jsonFault('a'), ...changed }] })
  it.each<[string, string, unknown, (all: ReadonlyArray<unknown>) => object]>([
    ['checks', 'checks', jsonCheck('a', { is: 'left open' }), (checks) => ({ checks })],
    ['faults', 'faults', jsonFault('a'), (faults) => ({ faults })],
    ['checks.0.outcome.faults', 'ids', 'a', outcome],
    ['faults.0.allowedBy', 'editions', 'a', (allowedBy) => fault({ allowedBy })],
    ['faults.0.seenIn', 'ids', 'a', (seenIn) => fault({ seenIn })]
  ])('has at most 5,000 entries in %s', (path, unit, one, having) => {
    expect(complaint(having(Array(5_000).fill(one)))).toBeUndefined()
    expect(complaint(having(Array(5_001).fill(one)))).toContain(
      `${path}: Member must be a valid list of at most 5000 ${unit}; received an array`
    )
  })
})

describe('a check of a report', () => {
  it.each(eachOutcome.map((outcome) => [outcome.is, outcome]))('may be %s', (_, outcome) =>
    expect(columnOf({ checks: [jsonCheck('a', { ...outcome })] }).checks[0]?.outcome).toEqual(outcome)
  )
})

describe('a fault of a report', () => {
  it.each(Object.keys(jsonDifference))('has the member %s in its difference', (member) =>
    expect(complaint({ faults: [jsonFault('a', { [member]: undefined })] })).toBe(
      `faults.0.difference.${member}: Member must not be null; received undefined`
    )
  )

  it.each([
    ['documented', true],
    ['implied', true],
    ['observed', false],
    ['assumed', false]
  ])('with the standing %s breaks a rule of AWS: %s', (standing, isOfAws) => {
    const [rule] = rulesOf(columnOf({ faults: [jsonFault('a', { standing })] }))
    expect(rule?.isOfAws).toBe(isOfAws)
  })

  it('has no other standing', () =>
    expect(complaint({ faults: [jsonFault('a', { standing: 'guessed' })] })).toBe(
      "faults.0.difference.standing: Member must satisfy enum value set: [documented, implied, observed, assumed]; received 'guessed'"
    ))
})

describe('the marks of a report', () => {
  const faults = [jsonFault('sure'), jsonFault('unsure', { rule: 'isAssumed', standing: 'assumed' })]
  const outcomes = [
    { is: 'as documented' },
    { is: 'different', faults: ['sure'] },
    { is: 'different', faults: ['unsure'] },
    { is: 'left open' },
    { is: 'not reached', why: 'it never ends' },
    { is: 'not useful', faults: ['sure'] },
    { is: 'not implemented', operation: 'CreateKey' }
  ]
  /** One of the first, two of the second, and so on. */
  const checks = outcomes.flatMap((outcome, i) =>
    Array.from({ length: i + 1 }, (_, n) => jsonCheck(`${i}-${n}`, outcome))
  )

  it('are counted, and those that show nothing together', () => {
    const counts = countsOf(columnOf({ checks, faults }))
    expect(counts).toEqual({
      kept: 1,
      broken: 2,
      'not as assumed': 3,
      'left open': 4,
      'not reached': 5,
      'not useful': 6,
      'not implemented': 7,
      'not in the report': 0
    })
    expect(nothingShown(counts)).toBe(18)
  })

  it('say broken where one of several faults of a check breaks a rule of AWS', () => {
    const both = [jsonCheck('a', { is: 'different', faults: ['unsure', 'sure'] })]
    expect(markOf(columnOf({ checks: both, faults }), 'a')).toBe('broken')
  })
})

describe('the operation that a check stands with', () => {
  const groupOf = (id: string, says: string) =>
    groups([columnOf({ checks: [jsonCheck(id, { is: 'left open' }, { says })] })])[0]?.operation

  it.each([
    ['x/1-2--CreateKey_3', 'about GenerateRandom', 'CreateKey'],
    ['12--34', '§ 5: CreateAlias, then (DeleteAlias)', 'CreateAlias'],
    ['a', 'CreateKeys and reCreateKey', undefined]
  ])('is, of %s and "%s", %s', (id, says, operation) => expect(groupOf(id, says)).toBe(operation))
})

describe('a check that two reports have', () => {
  it('says what the first of them has it say, and stands where that one has it', () => {
    const report = (...says: ReadonlyArray<readonly [string, string]>) =>
      columnOf({ checks: says.map(([id, text]) => jsonCheck(id, { is: 'left open' }, { says: text })) })
    const reports = [
      report(['b', 'CreateKey first'], ['a', 'CreateKey only']),
      report(['c', 'CreateKey new'], ['b', 'DeleteAlias second'])
    ]
    expect(
      groups(reports).map(({ operation, checks }) => [operation, ...checks.map(({ says }) => says)])
    ).toEqual([['CreateKey', 'CreateKey first', 'CreateKey only', 'CreateKey new']])
  })
})
