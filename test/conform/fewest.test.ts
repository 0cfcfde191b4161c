/** Which parts are left out one after another, by hand. */
import { expect, it } from 'vitest'
import { fewest } from '../../src/conform/fewest.js'

/** Each attempt, and the fewest, where those are good that `isGood` says. */
const tried = (all: string, isGood: (some: string) => boolean) => {
  const attempts: Array<string> = []
  const search = fewest(Array.from(all))
  let next = search.next()
  while (!next.done) {
    const some = next.value.join('')
    attempts.push(some)
    next = search.next(isGood(some))
  }
  return { attempts, fewest: next.value.join('') }
}

it('of what is all needed each half, quarter and single one is left out once', () => {
  expect(tried('abcz', () => false)).toEqual({
    attempts: ['cz', 'abz', 'bcz', 'acz', 'abz'],
    fewest: 'abcz'
  })
  expect(tried('abcdefgz', () => false).attempts).toEqual([
    ...['efgz', 'abcdz'],
    ...['cdefgz', 'abefgz', 'abcdgz', 'abcdefz'],
    ...['bcdefgz', 'acdefgz', 'abdefgz', 'abcefgz', 'abcdfgz', 'abcdegz', 'abcdefz']
  ])
})

it('what is as good is gone on with', () => {
  expect(tried('abcz', () => true)).toEqual({ attempts: ['cz', 'z'], fewest: 'z' })
})

it('it is begun anew with single ones as long as one could be left out', () => {
  const isGood = (some: string) =>
    some.includes('x') && some.includes('y') && (some.includes('a') || !some.includes('b'))
  expect(tried('axbyz', isGood)).toEqual({
    attempts: [
      ...['yz', 'axbz'],
      ...['byz', 'axz'],
      ...['xbyz', 'abyz', 'axyz', 'axz'],
      ...['xyz', 'yz', 'xz'],
      ...['yz', 'xz']
    ],
    fewest: 'xyz'
  })
})

it('the last one always stays', () => {
  expect(tried('z', () => true)).toEqual({ attempts: [], fewest: 'z' })
  expect(tried('', () => true)).toEqual({ attempts: [], fewest: '' })
  expect(tried('az', () => true)).toEqual({ attempts: ['z'], fewest: 'z' })
})
