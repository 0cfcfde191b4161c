/** How many columns a line of output has, where words and members can be broken. */
export const width = 100
const longestString = 200
const longestComplaint = 1_000

const codePoint = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`

/** Text from outside, made harmless to a terminal: control and formatting characters are spelt out. */
export const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, codePoint)

/** Text of which so much is left, and how long it was. */
export const shortened = (text: string, longest = longestString): string =>
  text.length > longest ? `${text.slice(0, longest)}… (${String(text.length)} characters)` : text

/** A complaint with text from outside in it, made harmless and no longer than a few lines. */
export const harmless = (text: string, longest = longestComplaint): string =>
  visible(shortened(text, longest))

/** Text from outside in lines no longer than the width; the first one begins `indent` columns in, and so do the others. */
export const wrapped = (text: string, indent: number): ReadonlyArray<string> =>
  visible(shortened(text))
    .split(' ')
    .reduce<ReadonlyArray<string>>((lines, word) => {
      const last = lines.at(-1)
      return last !== undefined && indent + last.length + 1 + word.length <= width
        ? [...lines.slice(0, -1), `${last} ${word}`]
        : [...lines, word]
    }, [])

const isRecord = (u: unknown): u is object => typeof u === 'object' && u !== null

const oneLine = (u: unknown): string => {
  if (typeof u === 'string') return visible(JSON.stringify(shortened(u)))
  if (Array.isArray(u)) return `[${u.map(oneLine).join(', ')}]`
  if (!isRecord(u)) return JSON.stringify(u)
  const members = Object.entries(u).map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/**
 * A value as JSON: in one line if that fits when it begins at a column, or else member by member, in lines that are
 * indented by so much.
 */
export const laidOut = (u: unknown, indent: number, column = indent): string => {
  const line = oneLine(u)
  if (!isRecord(u) || column + line.length <= width) return line
  const inner = indent + 2
  const values = Array.isArray(u)
    ? u.map((value: unknown) => laidOut(value, inner))
    : Object.entries(u).map(([name, value]) => {
        const label = `${oneLine(name)}: `
        return label + laidOut(value, inner, inner + label.length)
      })
  const [open, close] = Array.isArray(u) ? ['[', ']'] : ['{', '}']
  const between = `\n${' '.repeat(inner)}`
  return `${open}${between}${values.join(`,${between}`)}\n${' '.repeat(indent)}${close}`
}

/** A number of things, in words. */
export const amount = (n: number, unit: string, units = `${unit}s`): string =>
  `${String(n)} ${n === 1 ? unit : units}`
