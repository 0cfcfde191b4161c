/** What one run makes up, known again by its token. */
import { expect, it } from 'vitest'
import { inLetters, tokenInLetters, tokensIn, withTokens } from '../../src/conform/runToken.js'

it('a number is written in letters for its digits to the base 16', () => {
  expect(inLetters(0)).toBe('a')
  expect(inLetters(0x0123_4567)).toBe('bcdefgh')
  expect(inLetters(0x89ab_cdef)).toBe('ijklmnop')
  expect(tokenInLetters('0123abcd')).toBe('abcdklmn')
  expect(tokenInLetters('00000000')).toBe('aaaaaaaa')
})

it('the tokens in a text are those behind the name of the command, each once', () => {
  expect(tokensIn('conform-0123abcd-a conform0123abcd conformdeadbeef conform-7')).toEqual([
    '0123abcd',
    'deadbeef'
  ])
  expect(tokensIn('0123abcd conform_0123abcd conform-0123ABCD')).toEqual([])
})

it('something else is put in the place of a token, whichever way it is written', () => {
  const put = withTokens(
    ['0123abcd', 'deadbeef'],
    (token, isInLetters) => `<${token} ${String(isInLetters)}>`
  )
  expect(put('0123abcd/abcdklmn/deadbeef 0123abcd')).toBe(
    '<0123abcd false>/<0123abcd true>/<deadbeef false> <0123abcd false>'
  )
  expect(withTokens(['0123abcd'], () => '$&')('conform-0123abcd')).toBe('conform-$&')
  expect(put('nothing')).toBe('nothing')
})
