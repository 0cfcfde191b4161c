/** The failures that are known, and those that were found. */
import { describe, expect, it } from 'vitest'
import { comparedWith, nameOf, readExpectedFailures } from '../../src/conform/expectedFailures.js'
import { findings } from './madeReport.js'

describe('the failures that are expected', () => {
  const failures = findings.faults.map(nameOf)

  it('are operations and rules', () => {
    expect(failures).toEqual([
      'CreateKey answerIsAwsJson',
      'CreateKey answerIsAwsJson',
      'CreateKey describeShowsTheStore'
    ])
    expect(readExpectedFailures(failures)).toEqual({ _tag: 'Right', right: failures })
    expect(readExpectedFailures(['CreateKey a', 'NoOperation b'])).toEqual({
      _tag: 'Left',
      left: '"NoOperation b" is no operation with a rule, such as "CreateKey storeExists"'
    })
    expect(readExpectedFailures(['CreateKey'])).toMatchObject({ _tag: 'Left' })
    expect(readExpectedFailures({})).toMatchObject({ left: expect.stringContaining('ExpectedFailures') })
    expect(readExpectedFailures([7, 8])).toMatchObject({ left: expect.stringMatching(/^0: .*; 1: /) })
  })

  it('are held against those that were found, each once', () => {
    const of = (...expected: ReadonlyArray<string>) => comparedWith(expected, findings)
    expect(of(...failures)).toEqual({ unexpected: [], stale: [] })
    expect(of()).toEqual({
      unexpected: ['CreateKey answerIsAwsJson', 'CreateKey describeShowsTheStore'],
      stale: []
    })
    expect(of(...failures, 'Encrypt a').stale).toEqual(['Encrypt a'])
  })

  it('are not mended by being seen but once, nor broken by it', () => {
    const [first] = findings.faults
    const { untried: _, ...tried } = first!
    expect(comparedWith([], { faults: [tried] })).toEqual({ unexpected: [], stale: [] })
    expect(comparedWith([nameOf(first!)], { faults: [tried] })).toEqual({ unexpected: [], stale: [] })
  })

  it('are mended where only something is seen that breaks no rule', () => {
    const { difference, ...others } = findings.faults[0]!
    const assumed = {
      ...others,
      difference: { ...difference, standing: 'assumed', assumes: ['A3'] } as const
    }
    expect(comparedWith([nameOf(assumed)], { faults: [assumed] })).toEqual({
      unexpected: [],
      stale: [nameOf(assumed)]
    })
  })
})
