/** The complete records in a piece of a document. `over`: the document has ended; `rest`: the text after it. */
interface Scanned {
  readonly records: ReadonlyArray<string>
  readonly over: boolean
  readonly rest: string
}

export interface DocumentScanner {
  readonly feed: (piece: string) => Scanned
  /** The text of the incomplete record; undefined where the list of records was closed, so that none is missing. */
  readonly unfinished: () => string | undefined
}

const outside = /["{}[\],]/g
const inside = /["\\\n]/g
const listOfRecords = /"Records"\s*:\s*\[$/
const beginning = /\{\s*"eventVersion"\s*:/g

/** Where the next event begins, at or after a place, or -1. CloudTrail writes the version first. */
export const nextEvent = (text: string, from: number): number => {
  beginning.lastIndex = from
  return beginning.exec(text)?.index ?? -1
}

const lastEvent = (text: string): number => {
  let [last, next] = [-1, nextEvent(text, 1)]
  while (next >= 0) [last, next] = [next, nextEvent(text, next + 1)]
  return last
}

const longestBeginning = 64
const notYet = 0
const noMore = Infinity

/**
 * Takes the records out of a JSON document that comes in pieces, as text: the elements of its list of Records, or of the
 * document if that is a list, or else the document itself. No more is held than one record. A record that is longer than
 * `longest` characters cannot be one; it is given away in pieces, and the next one is looked for.
 */
export const documentScanner = (longest: number): DocumentScanner => {
  let text = ''
  let at = 0
  let depth = 0
  let elements = notYet
  let isInString = false
  let isLost = false

  const taken = (end: number, next = end + 1): string => {
    const record = text.slice(0, end)
    text = text.slice(next)
    at = 0
    return record
  }

  const restart = (): void => {
    depth = elements === notYet || elements === noMore ? 1 : elements
    elements = depth
    isInString = false
    at = 0
  }

  /** Drops what cannot be a record up to where an event begins. */
  const refound = (): boolean => {
    const next = nextEvent(text, 0)
    text = text.slice(next >= 0 ? next : -longestBeginning)
    if (next >= 0) restart()
    return next >= 0
  }

  const open = (bracket: string, i: number): void => {
    depth += 1
    const isList = bracket === '[' && elements === notYet
    if (isList && (depth === 1 || (depth === 2 && listOfRecords.test(text.slice(0, i + 1))))) {
      elements = depth
      taken(i)
    }
  }

  const close = (i: number): ReadonlyArray<string> => {
    depth -= 1
    if (elements === notYet) return depth === 0 ? [taken(i + 1, i + 1)] : []
    const record = depth < elements ? taken(i) : undefined
    if (record === undefined || elements === noMore) return []
    elements = noMore
    return [record]
  }

  const look = (): ReadonlyArray<string> | undefined => {
    const pattern = isInString ? inside : outside
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) {
      at = Math.max(at, text.length)
      return undefined
    }
    const [sign] = found
    at = found.index + 1
    if (sign === '"' || sign === '\n') isInString = !isInString
    else if (sign === '\\') at += 1
    else if (sign === '{' || sign === '[') open(sign, found.index)
    else if (sign !== ',') return close(found.index)
    else if (depth === elements) return [taken(found.index)]
    return []
  }

  const overlong = (): ReadonlyArray<string> => {
    if (text.length <= longest) return []
    const last = lastEvent(text)
    const record = taken(last >= 0 ? last : text.length, last >= 0 ? last : text.length)
    if (last >= 0) restart()
    isLost = last < 0
    return [record]
  }

  const feed = (piece: string): Scanned => {
    text += piece
    if (isLost) isLost = !refound()
    const records: Array<string> = []
    for (let found = isLost ? undefined : look(); found !== undefined; found = look()) {
      records.push(...found)
      if (depth <= 0) return { records, over: true, rest: taken(text.length) }
    }
    return { records: [...records, ...overlong()], over: false, rest: '' }
  }

  return { feed, unfinished: () => (elements === noMore ? undefined : text) }
}
