import { shortened, visible } from '../../codec/visible.js'

/** Text that is HTML already. */
export interface Html {
  readonly html: string
}

/** In this order: all others have the first in them. */
const escapes = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;']
] as const

/** Text from outside within an element or a quoted attribute. */
const escaped = (text: string): string =>
  escapes.reduce((shown, [character, escape]) => shown.replaceAll(character, escape), visible(text))

type Inside = Html | string | number | ReadonlyArray<Html>

const written = (inside: Inside): string => {
  if (typeof inside === 'number') return String(inside)
  if (typeof inside === 'string') return escaped(inside)
  return 'html' in inside ? inside.html : inside.map(({ html }) => html).join('')
}

/** HTML with values in it; every value that is not HTML already is escaped. */
export const html = (strings: TemplateStringsArray, ...values: ReadonlyArray<Inside>): Html => ({
  html: strings.map((string, i) => string + written(values[i] ?? '')).join('')
})

export const nothing = html``

const longestName = 60
const longestSentence = 300

/** The beginning of a name or an id. */
export const name = (text: string): string => shortened(text, longestName)

/** The beginning of a sentence. */
export const sentence = (text: string): string => shortened(text, longestSentence)

/** Things in a row, with a comma between them. */
export const inARow = (all: ReadonlyArray<Html>): Html => ({ html: all.map(({ html }) => html).join(', ') })
