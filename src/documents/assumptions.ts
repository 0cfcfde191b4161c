import { assumptions, type Assumption } from '../assumptions.js'
import { document, page } from './markdown.js'

/** Every assumption on a line: what was chosen, why, and the pages. */
export const assumptionsDocument = (): string =>
  document(
    'Assumptions',
    'Where AWS is silent or contradicts itself, something had to be chosen. Each choice has a number, which the code and the',
    'vectors cite, and which is never used again for something else.',
    '',
    ...Object.entries<Assumption>(assumptions).map(
      ([number, { says, because, sources }]) =>
        `- <a id="${number.toLowerCase()}"></a>**${number}.** ${says} ${because} (${sources.map(page).join(', ')})`
    )
  )
