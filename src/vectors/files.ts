import { assumptions } from '../assumptions.js'
import { defaultEdition, editionNames, editions } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationNames, operationsByName } from '../operations/index.js'
import { sources } from '../sources.js'
import { makesStore } from '../possible/before.js'
import { vector, type Draft } from './make.js'
import { sequences } from './sequences.js'
import { singleSteps } from './single.js'
import { flags, type Vector } from './Vector.js'

/** A file of vectors. `path`: below `docs/vectors`. */
export interface VectorFile {
  readonly path: string
  readonly text: string
}

const pick = (all: Readonly<Record<string, unknown>>, names: ReadonlyArray<string>) =>
  Object.fromEntries([...new Set(names)].sort().map((name) => [name, all[name]]))

const pages = Object.fromEntries(Object.entries(sources).map(([name, { url }]) => [name, url]))
const choices = Object.fromEntries(Object.entries(assumptions).map(([number, { says }]) => [number, says]))

/** One vector to a line, so that a difference between two versions names the vectors that differ. */
const render = (
  edition: string,
  follows: string,
  subject: string,
  vectors: ReadonlyArray<Vector>
): string => {
  const head = {
    $schema: '../schema.json',
    edition,
    follows,
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

/** The folder of vectors that are the same under every edition. */
const everyEdition = 'every-edition'

const isOnKeys = (operation: OperationName): boolean =>
  operationsByName[defaultEdition][operation].inState === undefined && !makesStore(operation)

const fileOfKeys = (operation: OperationName): VectorFile => ({
  path: `${everyEdition}/${operation}.json`,
  text: render(
    everyEdition,
    'what all editions say alike',
    operation,
    singleSteps(operation).map(vector(defaultEdition))
  )
})

/** Every file of vectors: for each edition those on stores, and once those on keys, which no edition touches. */
export const vectorFiles = (): ReadonlyArray<VectorFile> => {
  const drafts: ReadonlyArray<readonly [subject: string, ReadonlyArray<Draft>]> = [
    ...operationNames
      .filter((operation) => !isOnKeys(operation))
      .map((operation) => [operation, singleSteps(operation)] as const),
    ['sequences', sequences()]
  ]
  return [
    ...editionNames.flatMap((edition) =>
      drafts.map(([subject, each]) => ({
        path: `${edition}/${subject}.json`,
        text: render(edition, editions[edition].follows, subject, each.map(vector(edition)))
      }))
    ),
    ...operationNames.filter(isOnKeys).map(fileOfKeys)
  ]
}
