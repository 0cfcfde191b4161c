import { assumptions } from '../assumptions.js'
import { operations, type Operation } from '../model/Operation.js'
import { type EditionName, editionNames, editions } from '../editions/editions.js'
import { sources } from '../sources.js'
import { vector } from './make.js'
import { sequences } from './sequences.js'
import { singleSteps } from './single.js'
import { flags, type Vector } from './Vector.js'

/** A file of vectors: where it stands below `docs/vectors`, and what is in it. */
export interface VectorFile {
  readonly path: string
  readonly text: string
}

const pick = (all: Readonly<Record<string, unknown>>, names: ReadonlyArray<string>) =>
  Object.fromEntries([...new Set(names)].sort().map((name) => [name, all[name]]))

const pages = Object.fromEntries(Object.entries(sources).map(([name, { url }]) => [name, url]))
const choices = Object.fromEntries(Object.entries(assumptions).map(([number, { says }]) => [number, says]))

/** One vector to a line, so that a difference between two versions names the vectors that differ. */
const render = (edition: EditionName, subject: string, vectors: ReadonlyArray<Vector>): string => {
  const head = {
    $schema: '../schema.json',
    edition,
    follows: editions[edition].follows,
    subject,
    flags,
    sources: pick(
      pages,
      vectors.map(({ source }) => source)
    ),
    assumptions: pick(
      choices,
      vectors.flatMap(({ assumes }) => assumes ?? [])
    )
  }
  const lines = vectors.map((each) => `    ${JSON.stringify(each)}`).join(',\n')
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "vectors": [\n${lines}\n  ]\n}\n`
}

/** Every file of vectors. */
export const vectorFiles = (): ReadonlyArray<VectorFile> =>
  editionNames.flatMap((edition) => [
    ...(Object.keys(operations) as ReadonlyArray<Operation>).map((operation) => ({
      path: `${edition}/${operation}.json`,
      text: render(edition, operation, singleSteps(operation).map(vector(edition)))
    })),
    { path: `${edition}/sequences.json`, text: render(edition, 'sequences', sequences.map(vector(edition))) }
  ])
