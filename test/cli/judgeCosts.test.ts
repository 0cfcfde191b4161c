/** What a log costs that is broken all over: no more time and memory than one that is sound. */
import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { hsm, record } from '../judge/cloudTrail.js'
import { program } from './built.js'
import { contradictoryOn, found, judged, jsonl } from './judgeRuns.js'

const contradictory = contradictoryOn(hsm)

describe('what is broken costs no more than what is sound', () => {
  const event = JSON.stringify(contradictory[0])
  const end = JSON.stringify(contradictory[1])
  const size = 1024 * 1024
  const many = (text: string) => text.repeat(size / text.length)

  it.each([
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
  ])('%s', async (_, broken) => {
    const log = `${event}\n${broken}\n${JSON.stringify(record('ListKeys', 1))}\n${end}\n`
    const { code, verdicts, log: summary } = await judged(['-'], log)
    expect({ code, verdicts, kms: summary.kmsEvents }).toEqual({ code: 1, verdicts: found, kms: 3 })
  })

  it('waits where nobody reads of it', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=40', program, 'judge', '--json', '-'])
    child.stdin.end(`${jsonl(contradictory)}${many('x\n')}`)
    await new Promise((done) => setTimeout(done, 1_000))
    let complaints = 0
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text.split('\n').length - 1))
    child.stdout.resume()
    const code = await new Promise((done) => child.on('close', done))
    expect({ code, complaints }).toEqual({ code: 1, complaints: size / 2 })
  })
})
