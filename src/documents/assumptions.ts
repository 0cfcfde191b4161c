import { assumptions, type Assumption } from '../assumptions.js'
import type { LeavesOpen } from '../leavesOpen.js'
import { decidedAssumptions } from '../decidedAssumptions.js'
import { observations, type Observation } from '../observations.js'
import { document, page, seen } from './markdown.js'

const open: Readonly<Record<LeavesOpen, string>> = {
  outcome: 'Open: the outcome.',
  answer: 'Open: what is shown.',
  order: 'Open: which exception answers.',
  meaning: 'Open: nothing.'
}

const whereAndWhen = ({ where, url, when }: Observation): string =>
  `${url === undefined ? where : `[${where}](${url})`}, ${when}`

/**
 * Every assumption on a line: what was chosen, why, what it leaves open, and the pages; then what was seen at AWS.
 *
 * @example
 * documents.assumptionsDocument().split('\n')[0] //=> '# Assumptions'
 */
export const assumptionsDocument = (): string =>
  document(
    'Assumptions',
    'Where AWS is silent or contradicts itself, something had to be chosen. Each choice has a number, which the code and the',
    'vectors cite, and which is never used again for something else. Each leaves something open to whoever implements KMS:',
    '',
    '- the outcome: AWS may do otherwise, and so may you;',
    '- what is shown: the request is accepted, and the answer may say more, less or something else;',
    '- which exception answers: the request must be refused, and another exception is as right;',
    '- nothing: the choice only says what a word means here, or which of two pages is followed.',
    '',
    ...Object.entries<Assumption>(assumptions).map(
      ([number, { says, because, leavesOpen, sources, observed }]) =>
        `- <a id="${number.toLowerCase()}"></a>**${number}.** ${says} ${because} *${open[leavesOpen]}* (${[...sources.map(page), ...(observed === undefined ? [] : [seen(observed)])].join(', ')})`
    ),
    '',
    'A page has decided what these said, so they are rules now, and their numbers are not given again:',
    `${Object.entries(decidedAssumptions)
      .map(([number, source]) => `${number} (${page(source)})`)
      .join(', ')}.`,
    '',
    '## Seen at AWS',
    '',
    'Users have seen these at AWS. They document nothing: AWS has not said that it stays so, and what an assumption leaves',
    'open stays open.',
    '',
    ...Object.entries<Observation>(observations).map(
      ([name, observation]) => `- <a id="${name}"></a>${observation.says} (${whereAndWhen(observation)})`
    )
  )
