/** Every assumption is cited by the code and has a test. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assumptions } from '../../../src/assumptions.js'
import { decidedAssumptions } from '../../../src/decidedAssumptions.js'

describe('the numbers of assumptions', () => {
  const numbers = Object.keys(assumptions)
  /** The number that was given last. */
  const last = 121
  const neverGiven = [68, 69, 81, 82, 83, 84, 87, 88, 89, 96, 97, 98, 99]
  const own = 'src/assumptions.ts'
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join('src', path.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts') && path !== own)

  /** The code without its comments: what a comment cites no program sees. */
  const withoutComments = (code: string): string =>
    code.replace(/\/\*.*?\*\//gs, '').replace(/^\s*\/\/.*$/gm, '')

  /** Numbers are cited as data: `assumes: ['A3']`, `['A13']` of a guard. */
  const cited = (code: string): ReadonlyArray<string> =>
    [...withoutComments(code).matchAll(/'(A\d+)'/g)].map(([, number]) => number!)

  const citations = files.flatMap((file) => cited(readFileSync(file, 'utf8')))

  it('are cited by the code, each at least once', () => {
    expect(numbers.filter((number) => !citations.includes(number))).toEqual([])
  })

  it('are assumptions, wherever they are cited', () => {
    expect(citations.filter((number) => !numbers.includes(number))).toEqual([])
  })

  it('are never used again: those that a page has decided are no assumptions, and no number is left out', () => {
    const retired = Object.keys(decidedAssumptions)
    expect(retired.filter((number) => numbers.includes(number))).toEqual([])
    const all = [...numbers, ...retired]
    const given = Array.from({ length: last }, (_, i) => i + 1).filter((n) => !neverGiven.includes(n))
    expect(all.map((number) => Number(number.slice(1))).sort((one, other) => one - other)).toEqual(given)
  })

  it('have a test each, whose title begins with the number', () => {
    const folder = 'test/documentation/assumptions'
    const tests = readdirSync(folder).map((file) => readFileSync(posix.join(folder, file), 'utf8'))
    const hasTest = (number: string) => tests.some((code) => code.includes(`'${number} `))
    expect(numbers.filter((number) => !hasTest(number))).toEqual([])
  })

  it('are found in data, and not in comments', () => {
    const code =
      "/** @assumes 'A3' */ // 'A44'\n assumes: ['A2', 'A15'], when(guard, rule, ['A13'])\n  // 'A5'"
    expect(cited(code)).toEqual(['A2', 'A15', 'A13'])
  })

  it('stand in no comment', () => {
    const inComments = files.filter((file) => /@assumes|\bAssumes A\d/.test(readFileSync(file, 'utf8')))
    expect(inComments).toEqual([])
  })

  it('say each what they leave open', () => {
    const kinds = ['outcome', 'answer', 'order', 'meaning']
    expect(Object.entries(assumptions).filter(([, { leavesOpen }]) => !kinds.includes(leavesOpen))).toEqual(
      []
    )
  })
})
