/** The log of `serve`: a line for each request, and no end of memory where nobody reads it. */
import { describe, expect, it } from 'vitest'
import { jsonLine, leftOutJson, leftOutText, patientLog, textLine } from '../../src/cli/serveLog.js'
import { plain } from '../../src/cli/style.js'

const at = '2026-11-24T00:00:00.000Z'

describe('a line', () => {
  it('names the operation and how it ended, for people and for machines', () => {
    const served = { at, what: 'ConnectCustomKeyStore', status: 400, error: 'TagException', milliseconds: 2 }
    expect(textLine(plain, served)).toBe(`${at}  ConnectCustomKeyStore  TagException  2 ms\n`)
    expect(JSON.parse(jsonLine(served))).toEqual(served)
  })

  it('is short and harmless, whatever was asked for', () => {
    const what = `\u001b[2J${'x'.repeat(1_000_000)}`
    const line = textLine(plain, { at, what, status: 200, milliseconds: 0 })
    expect(line).toContain('\\u{001b}[2Jxxx')
    expect(line.length).toBeLessThan(200)
  })
})

describe('a patient log', () => {
  it('prints every line in order while they are read', async () => {
    let printed = ''
    const { log } = patientLog((text) => Promise.resolve(void (printed += text)), leftOutText)
    for (let i = 0; i < 3_000; i += 1) {
      log(`${String(i)}\n`)
      if (i % 100 === 0) await Promise.resolve()
    }
    await new Promise(setImmediate)
    expect(printed.split('\n').slice(0, -1)).toEqual(Array.from({ length: 3_000 }, (_, i) => String(i)))
  })

  it.each([
    [leftOutText, '9000 lines left out: nobody was reading\n'],
    [leftOutJson, '{"leftOut":9000}\n']
  ])('keeps a thousand lines while nobody reads, and tells how many were left out', async (told, notice) => {
    const printed: Array<string> = []
    let read = (): void => undefined
    const { log } = patientLog((text) => {
      printed.push(text)
      return new Promise((resolve) => (read = resolve))
    }, told)
    log('first\n')
    for (let i = 0; i < 10_000; i += 1) log(`${String(i)}\n`)
    expect(printed).toEqual(['first\n'])
    read()
    await new Promise(setImmediate)
    expect(printed).toHaveLength(2)
    expect(printed[1]?.split('\n')).toHaveLength(1_002)
    expect(printed[1]?.endsWith(`999\n${notice}`)).toBe(true)
    read()
    await new Promise(setImmediate)
    log('last\n')
    expect(printed[2]).toBe('last\n')
  })
})
