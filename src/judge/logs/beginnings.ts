/** Where an event is found again in text that is broken. CloudTrail writes the version of an event first. */
const event = /\{\s{0,40}"eventVersion"\s{0,40}:/g
const eventOrLine = /\{\s{0,40}"eventVersion"\s{0,40}:|(?<=\n)[{[]/g

/** The most characters of a beginning that come before what shows that it is one. */
export const longestBeginning = 128

/**
 * The place of the first beginning of an event, at or after a place, or -1. Outside a list of records a bracket that
 * begins a line counts too.
 */
export const nextBeginning = (text: string, from: number, isInList: boolean): number => {
  const pattern = isInList ? event : eventOrLine
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

/** The place of the last one, after the first character, or -1. */
export const lastBeginning = (text: string, isInList: boolean): number => {
  let [last, next] = [-1, nextBeginning(text, 1, isInList)]
  while (next >= 0) [last, next] = [next, nextBeginning(text, next + 1, isInList)]
  return last
}

const lists: ReadonlySet<string> = new Set([
  'Records',
  'records',
  'Events',
  'events',
  'logEvents',
  'Messages'
])

/** Whether a member with this name has records of a log, or envelopes of them. */
export const isListOfRecords = (name: string): boolean => lists.has(name)

const member = /"(\w{1,16})"\s*:\s*$/

/** Whether the list that begins after a text is one of records. */
export const namesRecords = (before: string): boolean => isListOfRecords(member.exec(before)?.[1] ?? '')

const stamp = /^\d{4}-\d\d-\d\d[T ]\S*\s+(?=\{)/

/** How many characters stand before the event in a line as CloudWatch Logs exports it: a time. 0 in any other line. */
export const stampLength = (line: string): number => stamp.exec(line)?.[0].length ?? 0
