import type { ObservationName } from '../observations.js'
import { sources, type Source } from '../sources.js'

/** A link to a page; {@link document} ends with the addresses. */
export const page = (source: Source): string => `[${source}]`

/** A link to an assumption. */
export const assumption = (number: string): string => `[${number}](assumptions.md#${number.toLowerCase()})`

/** A link to something that was seen at AWS. */
export const seen = (observation: ObservationName): string => `[seen](assumptions.md#${observation})`

/** The address within a page that its titles have at the usual hosts of Markdown. */
const titleAnchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9_ -]/g, '')
    .replaceAll(' ', '-')

/** Links to the sections of a document, by their titles. */
export const contents = (titles: ReadonlyArray<string>): ReadonlyArray<string> =>
  titles.map((title) => `- [${title}](#${titleAnchor(title)})`)

/** Text with an address of its own within the page. */
export const anchored = (name: string, text: string): string => `<a id="${name.toLowerCase()}"></a>${text}`

const addressesIn = (text: string): ReadonlyArray<string> =>
  Object.entries(sources)
    .filter(([source]) => text.includes(`[${source}]`))
    .map(([source, { url }]) => `[${source}]: ${url}`)

/** A document that is made and never edited. */
export const document = (title: string, ...lines: ReadonlyArray<string>): string => {
  const text = lines.join('\n').trimEnd()
  const made = '<!-- Made by running the model; `npm run docs` makes it again. -->'
  return [`# ${title}`, '', made, '', text, '', ...addressesIn(text), ''].join('\n')
}
