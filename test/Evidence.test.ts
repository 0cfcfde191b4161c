import { describe, expect, it } from 'vitest'
import { evidenceOf, isOpen, standingOf, type Evidence } from '../src/Evidence.js'

const source = 'API_ConnectCustomKeyStore'

/** A3 leaves the outcome open, A1 the order, A16 a meaning. */
describe('how sure a statement is', () => {
  it.each<[Evidence, string, boolean]>([
    [{ source }, 'documented', false],
    [{ source, implied: true }, 'implied', false],
    [{ source, assumes: ['A1'] }, 'documented', false],
    [{ source, assumes: ['A16'], implied: true }, 'implied', false],
    [{ source, assumes: ['A3'] }, 'assumed', true],
    [{ source, assumes: ['A1', 'A3'], implied: true }, 'assumed', true],
    [{ source, assumes: ['A5'], observed: 'disconnectingAfterFailure' }, 'observed', true],
    [{ source, observed: 'namesDifferInCase' }, 'documented', false],
    [{ source, implied: true, observed: 'namesDifferInCase' }, 'implied', false]
  ])('%o is %s; AWS may do otherwise: %s', (evidence, standing, open) => {
    expect(standingOf(evidence)).toBe(standing)
    expect(isOpen(evidence)).toBe(open)
  })
})

describe('the evidence alone', () => {
  it('leaves out everything else, and has no member that says nothing', () => {
    const all = { source, implied: true, assumes: ['A1'], observed: 'namesDifferInCase' } as const
    expect(evidenceOf({ ...all, ...{ name: 'rule', holds: () => true } })).toEqual(all)
    expect(Object.keys(evidenceOf({ source }))).toEqual(['source'])
  })
})
