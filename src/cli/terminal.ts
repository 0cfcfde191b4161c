import { shortened, visible } from '../codec/visible.js'

export { shortened, visible }

/** How many columns a line of output has, where words and members can be broken. */
export const width = 100
const longestComplaint = 1_000

/** A complaint with text from outside in it, made harmless and no longer than a few lines. */
export const harmless = (text: string, longest = longestComplaint): string =>
  visible(shortened(text, longest))
