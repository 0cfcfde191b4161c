/** What can stand at a place of a JSON text, outside of strings. */
const wrong = 0
const blank = 1
const newline = 2
const quote = 3
const opening = 4
const closing = 5
const comma = 6
const colon = 7
const literal = 8

const kindOf = (sign: string): number => {
  if (' \t\r'.includes(sign)) return blank
  if (sign === '\n') return newline
  if (sign === '"') return quote
  if ('{['.includes(sign)) return opening
  if ('}]'.includes(sign)) return closing
  if (sign === ',') return comma
  if (sign === ':') return colon
  return /[-+.0-9Eaeflnrstu]/.test(sign) ? literal : wrong
}

const kinds = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)))

const [newlineCode, quoteCode, backslash, listOpens, listCloses] = [0x0a, 0x22, 0x5c, 0x5b, 0x5d]

/** No event of CloudTrail is as deep. */
const deepest = 128

/** Why a walk stopped. */
export type Stop =
  /** At the end of the text, or the place up to which it was to go. */
  | 'end'
  /** After a bracket that opens a list outside of any list of records, no deeper than a member of the document. */
  | 'list'
  /** At a comma between records. */
  | 'comma'
  /** After a bracket that closes the list of records, or the document. */
  | 'closed'
  /** At a line's end within a string, a bracket where no value may stand, one that does not fit, or another sign. */
  | 'line in string'
  | 'misplaced'
  | 'mismatched'
  | 'wrong'
  | 'too deep'

/** Where a walk is in the structure of a JSON text. It is changed in place, for the sake of speed. */
export interface Position {
  /** The next character; beyond the end of the text where one is to be left out that has not come yet. */
  at: number
  /** How many brackets are open. */
  depth: number
  /** For each depth, 1 for a list and 0 for an object. */
  readonly lists: Uint8Array
  isInString: boolean
  /** Whether a bracket may open here. */
  mayOpen: boolean
  line: number
}

export const startPosition = (): Position => ({
  at: 0,
  depth: 0,
  lists: new Uint8Array(deepest + 1),
  isInString: false,
  mayOpen: true,
  line: 1
})

/**
 * Goes on through a text up to a place, or to where something happens to its records. `base`: the depth of the list whose
 * elements are records; 0 outside of one. `isLenient`: go on over signs that no JSON has.
 */
export const walk = (
  text: string,
  position: Position,
  end: number,
  base: number,
  isLenient: boolean
): Stop => {
  const { lists } = position
  let { at, depth, isInString, mayOpen, line } = position
  let stop: Stop = 'end'
  walking: while (at < end) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === quoteCode) isInString = false
      else if (code === newlineCode) {
        stop = 'line in string'
        break
      }
      at += code === backslash ? 2 : 1
      continue
    }
    switch (code < kinds.length ? kinds[code] : wrong) {
      case literal:
        mayOpen = false
        break
      case quote:
        isInString = true
        mayOpen = false
        break
      case colon:
        mayOpen = true
        break
      case comma:
        if (depth === base) {
          stop = 'comma'
          break walking
        }
        mayOpen = lists[depth] === 1
        break
      case opening:
        if (!mayOpen || depth === deepest) {
          stop = mayOpen ? 'too deep' : 'misplaced'
          break walking
        }
        depth += 1
        lists[depth] = Number(code === listOpens)
        mayOpen = code === listOpens
        if (base === 0 && depth <= 2 && mayOpen && (depth === 1 || lists[1] === 0)) {
          at += 1
          stop = 'list'
          break walking
        }
        break
      case closing:
        if (lists[depth] !== Number(code === listCloses)) {
          stop = 'mismatched'
          break walking
        }
        depth -= 1
        mayOpen = false
        if (depth < base || depth === 0) {
          at += 1
          stop = 'closed'
          break walking
        }
        break
      case newline:
        line += 1
        break
      case wrong:
        if (!isLenient) {
          stop = 'wrong'
          break walking
        }
    }
    at += 1
  }
  position.at = at
  position.depth = depth
  position.isInString = isInString
  position.mayOpen = mayOpen
  position.line = line
  return stop
}
