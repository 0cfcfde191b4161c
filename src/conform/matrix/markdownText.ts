import { shortened, visible } from '../../codec/visible.js'

const longest = 120

const longestRun = (text: string): number =>
  Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))

/**
 * Text from outside as it stands, at most so long: within code nothing is a link, a person, HTML or a mark. A vertical
 * line, which would end a cell of a table, is shown as the broken one, and an empty text as a word that is no code.
 */
export const code = (text: string): string => {
  if (text === '') return '_empty_'
  const shown = visible(shortened(text, longest)).replaceAll('|', '¦')
  const fence = '`'.repeat(longestRun(shown) + 1)
  const padding = /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return fence + padding + shown + padding + fence
}
