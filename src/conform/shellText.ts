import { tokensIn, withTokens } from './runToken.js'
import { takesGiven } from './givenValues.js'
import type { Members } from './Exchange.js'

/** Whether a text means itself to a shell, without quotes. */
const isPlain = (text: string): boolean => /^[\w:/.,@%+-]+$/.test(text)

const inQuotes = (text: string): string => text.replaceAll("'", "'\\''")

/** A text that a shell takes as it is. */
export const quoted = (text: string): string => (isPlain(text) ? text : `'${inQuotes(text)}'`)

/** A text as JSON in letters of ASCII, none of which does anything to a terminal. */
const asJson = (text: string): string =>
  JSON.stringify(text).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )

/** A variable within single quotes. */
const variable = (name: string): string => `'"$${name}"'`

/** The variable that holds something new each time, and how it is set: eight letters of the time in seconds. */
const newEachTime = 'RUN'
export const settingRun = `${newEachTime}=$(date +%s | tail -c 9 | tr 0-9 a-j)`

/** Whether some requests have names that have to be new each time. */
export const needsRun = (requests: ReadonlyArray<Members>): boolean =>
  tokensIn(JSON.stringify(requests)).length > 0

/**
 * Members as JSON, as a shell takes them. `variables`: for each text that stands in a variable its name. Names that were
 * made up are new each time.
 */
export const jsonForShell =
  (tokens: ReadonlyArray<string>, variables: ReadonlyMap<string, string>) =>
  (members: Members): string => {
    const renamed = withTokens(tokens, () => variable(newEachTime))
    const text = (value: string, member: string): string => {
      const name = takesGiven(member) ? variables.get(value) : undefined
      return name === undefined ? renamed(inQuotes(asJson(value))) : `"${variable(name)}"`
    }
    const json = (value: unknown, member: string): string => {
      if (typeof value === 'string') return text(value, member)
      if (Array.isArray(value)) return `[${value.map((entry) => json(entry, member)).join(',')}]`
      return typeof value === 'object' && value !== null ? record({ ...value }) : JSON.stringify(value)
    }
    const record = (entries: Members): string =>
      `{${Object.entries(entries)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${inQuotes(asJson(name))}:${json(value, name)}`)
        .join(',')}}`
    return `'${record(members)}'`
  }
