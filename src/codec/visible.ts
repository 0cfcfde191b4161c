const longestString = 200

const codePoint = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`

/** Text from outside, made harmless where it is shown: control and formatting characters are spelt out. */
export const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, codePoint)

/** Text of which so much is left, and how long it was. */
export const shortened = (text: string, longest = longestString): string =>
  text.length > longest ? `${text.slice(0, longest)}… (${String(text.length)} characters)` : text
