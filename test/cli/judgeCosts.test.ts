/** What a log costs that is broken all over: no more time and memory than one that is sound. */
import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { hsm } from '../judge/cloudTrail.js'
import { brokenAllOver, findsAround } from './brokenLogs.js'
import { program } from './built.js'
import { contradictoryOn, jsonl } from './judgeRuns.js'

const contradictory = contradictoryOn(hsm)

describe('what is broken costs no more than what is sound', () => {
  const size = 1024 * 1024

  it.each(brokenAllOver(size))('%s', async (_, broken) => {
    await findsAround(broken)
  })

  it('waits where nobody reads of it', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=40', program, 'judge', '--json', '-'])
    child.stdin.end(`${jsonl(contradictory)}${'x\n'.repeat(size / 2)}`)
    await new Promise((done) => setTimeout(done, 1_000))
    let complaints = 0
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text.split('\n').length - 1))
    child.stdout.resume()
    const code = await new Promise((done) => child.on('close', done))
    expect({ code, complaints }).toEqual({ code: 1, complaints: size / 2 })
  })
})
