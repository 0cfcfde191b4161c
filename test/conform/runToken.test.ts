/** What one run makes up, known again by its token. */
import { describe, expect, it } from 'vitest'
import { inLetters, tokenInLetters, tokensIn, withTokens } from '../../src/conform/runToken.js'

describe('the token of a run', () => {
  it('is written in letters, one for each digit', () => {
    expect([0, 15, 16, 255, 0x1f].map(inLetters)).toEqual(['a', 'p', 'ba', 'pp', 'bp'])
    expect([0x0123_4567, 0x89ab_cdef].map(inLetters)).toEqual(['bcdefgh', 'ijklmnop'])
    expect(tokenInLetters('0123abcd')).toBe('abcdklmn')
    expect(tokenInLetters('00000000')).toBe('aaaaaaaa')
  })

  it('is found in names, each once', () => {
    expect(tokensIn('conform-0123abcd-a conform0123abcd conform-ffffffff')).toEqual(['0123abcd', 'ffffffff'])
    expect(tokensIn('conform-0123ABCD conform--0123abcd conform-0123abc other-0123abcd')).toEqual([])
    expect(tokensIn('conform-0123abcd-a conform0123abcd conformdeadbeef conform-7')).toEqual([
      '0123abcd',
      'deadbeef'
    ])
    expect(tokensIn('0123abcd conform_0123abcd')).toEqual([])
  })

  it('is replaced however it is written', () => {
    const put = withTokens(
      ['0123abcd', 'ffffffff'],
      (token, isInLetters) => `<${token} ${String(isInLetters)}>`
    )
    expect(put('a 0123abcd abcdklmn pppppppp $& 0123abcd')).toBe(
      'a <0123abcd false> <0123abcd true> <ffffffff true> $& <0123abcd false>'
    )
    expect(put('0123abcd/abcdklmn/ffffffff 0123abcd')).toBe(
      '<0123abcd false>/<0123abcd true>/<ffffffff false> <0123abcd false>'
    )
    expect(put('nothing')).toBe('nothing')
    expect(withTokens([], () => 'x')('0123abcd')).toBe('0123abcd')
    expect(withTokens(['0123abcd'], () => '$&')('conform-0123abcd')).toBe('conform-$&')
  })
})
