/** Every assumption is cited by the code and has a test. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assumptions } from '../../../src/assumptions.js'

describe('the numbers of assumptions', () => {
  const numbers = Object.keys(assumptions)
  const own = 'src/assumptions.ts'
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join('src', path.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts') && path !== own)

  /** `@assumes A3: …`, `@assumes A4, A5`, `'A2'` and `Assumes A44.` cite; each names one number or more. */
  const cited = (code: string): ReadonlyArray<string> =>
    [...code.matchAll(/(?:assumes:?\s+|')(A\d+(?:(?:,| and) A\d+)*)/gi)].flatMap(([, list]) =>
      list!.match(/A\d+/g)!
    )

  const citations = files.flatMap((file) => cited(readFileSync(file, 'utf8')))

  it('are cited by the code, each at least once', () => {
    expect(numbers.filter((number) => !citations.includes(number))).toEqual([])
  })

  it('are assumptions, wherever they are cited', () => {
    expect(citations.filter((number) => !numbers.includes(number))).toEqual([])
  })

  it('have a test each, whose title begins with the number', () => {
    const folder = 'test/documentation/assumptions'
    const tests = readdirSync(folder).map((file) => readFileSync(posix.join(folder, file), 'utf8'))
    const hasTest = (number: string) => tests.some((code) => code.includes(`'${number} `))
    expect(numbers.filter((number) => !hasTest(number))).toEqual([])
  })

  it('are found in every form of citation', () => {
    const code = "/** @assumes A3: one. */ // Assumes A44.\n assumes: ['A2'], /** @assumes A4, A5: two. */ A9"
    expect(cited(code)).toEqual(['A3', 'A44', 'A2', 'A4', 'A5'])
  })
})
