/**
 * Everything that one run makes up has its token in it: eight digits of a number to the base 16, or, where digits are not
 * allowed, a letter for each.
 */

const letters = 'abcdefghijklmnop'

/** A number in letters, since the id of a cluster has only the digits 2 to 7. */
export const inLetters = (n: number): string =>
  Array.from(n.toString(16), (digit) => letters[parseInt(digit, 16)]).join('')

/** A token in letters. */
export const tokenInLetters = (token: string): string => inLetters(parseInt(token, 16)).padStart(8, 'a')

const named = /conform-?([0-9a-f]{8})/g

/** The tokens of the runs that made a text up. A store is never made up without a name, and that has the token. */
export const tokensIn = (text: string): ReadonlyArray<string> => [
  ...new Set(Array.from(text.matchAll(named), ([, token = '']) => token))
]

/** Puts something else in the place of tokens in a text, whichever way they are written. */
export const withTokens =
  (tokens: ReadonlyArray<string>, put: (token: string, isInLetters: boolean) => string) =>
  (text: string): string =>
    tokens.reduce(
      (all, token) =>
        all
          .replaceAll(token, () => put(token, false))
          .replaceAll(tokenInLetters(token), () => put(token, true)),
      text
    )
