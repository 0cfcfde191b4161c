/** Logs that are broken all over, of about so many characters, and what is found around them. */
import { expect } from 'vitest'
import { hsm, record } from '../judge/cloudTrail.js'
import { contradictoryOn, found, judged } from './judgeRuns.js'

export const brokenAllOver = (size: number): ReadonlyArray<readonly [title: string, log: string]> => {
  const many = (text: string) => text.repeat(size / text.length)
  return [
    ['beginnings within each other', many('{"eventVersion":')],
    ['lists within each other', many('{"eventVersion":[')],
    ['beginnings in texts', many('{"eventVersion":"')],
    ['brackets', many('[{')],
    ['quotation marks at the ends of lines', `{"Records":[{"a":"${many('"\n')}`],
    ['quotation marks', many('"')],
    ['brackets that close', many('}]')],
    ['small broken records', `[${many('{"a":b},')}`],
    ['a record without an end, with many in it', `[{"eventVersion":[${many('{"eventVersion":1},')}`],
    ['blank', many(' ')],
    ['a line longer than any event', many('a').repeat(3)],
    ['a record longer than any event, with many in it', `[{"a":[${many('{"eventVersion":1},').repeat(3)}`],
    ['a record without a comma, with one in it', '[{"a":1 "b":{"eventVersion":1}}]']
  ]
}

/** The events before a broken part of a log are found, and those after it, by what judges a log. */
export const findsAround = async (
  broken: string,
  judges = (log: string) => judged(['-'], log)
): Promise<void> => {
  const [event, end] = contradictoryOn(hsm).map((one) => JSON.stringify(one))
  const log = `${event!}\n${broken}\n${JSON.stringify(record('ListKeys', 1))}\n${end!}\n`
  const { code, verdicts, log: summary } = await judges(log)
  expect({ code, verdicts, kms: summary.kmsEvents }).toEqual({ code: 1, verdicts: found, kms: 3 })
}
