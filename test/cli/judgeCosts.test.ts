/** A log that is broken all over is judged in little memory, and waits where nobody reads what is wrong with it. */
import { execFile, spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { hsm } from '../judge/cloudTrail.js'
import { brokenAllOver, findsAround } from './brokenLogs.js'
import { program } from './built.js'
import type { Ended } from './ended.js'
import { contradictoryOn, jsonl, told } from './judgeRuns.js'

const contradictory = contradictoryOn(hsm)

/** The command, in so many megabytes. */
const judging = (memory: number) => [
  `--max-old-space-size=${String(memory)}`,
  program,
  'judge',
  '--json',
  '-'
]

const judgedInLittle = async (log: string) =>
  told(
    await new Promise<Ended>((done) => {
      const child = execFile(
        process.execPath,
        judging(64),
        { maxBuffer: Infinity },
        (error, stdout, stderr) => done({ code: error === null ? 0 : Number(error.code), stdout, stderr })
      )
      child.stdin?.end(log)
    })
  )

describe('what is broken all over, in 64 megabytes:', () => {
  const size = 1024 * 1024

  it.each(brokenAllOver(size))('%s', async (_, broken) => {
    await findsAround(broken, judgedInLittle)
  })

  it('waits where nobody reads of it, in 40 megabytes', async () => {
    const child = spawn(process.execPath, judging(40))
    child.stdin.end(`${jsonl(contradictory)}${'x\n'.repeat(size / 2)}`)
    await new Promise((done) => setTimeout(done, 1_000))
    let complaints = 0
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text.split('\n').length - 1))
    child.stdout.resume()
    const code = await new Promise((done) => child.on('close', done))
    expect({ code, complaints }).toEqual({ code: 1, complaints: size / 2 })
  })
})
