import { tokenInLetters } from '../../conform/runToken.js'
import { aliasNames, paths, serviceNames, storeNames } from '../smallWorld.js'

/** Another name in place of one of the small world; any other text stays as it is. */
export type Rename = (text: string) => string

const isOneOf = (names: ReadonlyArray<string>, text: string): boolean => names.includes(text)

/**
 * Names that nobody else has, since the token stands in them: eight digits of a number to the base 16. What was equal stays equal,
 * and what was related related.
 */
export const withToken =
  (token: string): Rename =>
  (text) => {
    if (isOneOf(storeNames, text) || isOneOf(aliasNames, text)) return `${text}-${token}`
    if (isOneOf(paths, text)) return `/${token}${text}`
    if (isOneOf(serviceNames, text)) return `${text}${token}`
    return text
      .replace(
        /^cluster-([a-d])\1{10}$/,
        (_, letter: string) => `cluster-${tokenInLetters(token)}${letter.repeat(3)}`
      )
      .replace(
        /^(https:\/\/(?:one|two|three))(\.example\.com)$/i,
        (_, host: string, rest: string) => `${host}-${token}${rest}`
      )
  }
