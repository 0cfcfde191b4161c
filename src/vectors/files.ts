import { assumptions } from '../assumptions.js'
import { defaultEdition, editionNames, editions, type EditionName } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationNames, operationsByName } from '../operations/index.js'
import { sources } from '../sources.js'
import { makesStore } from '../possible/before.js'
import { workedOutOnce } from '../possible/once.js'
import { forms } from './forms.js'
import { vector, type Draft } from './make.js'
import { requestSequences } from './requestSequences.js'
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

/** The subject of a file, and its vectors before they are run. */
type Subject = readonly [subject: string, drafts: ReadonlyArray<Draft>]

/** The folder of vectors that are the same under every edition. */
const everyEdition = 'every-edition'

const isOnKeys = (operation: OperationName): boolean =>
  operationsByName[defaultEdition][operation].inState === undefined && !makesStore(operation)

/** What every edition has a file of: each operation on stores, and histories. */
const inEdition = (): ReadonlyArray<Subject> => [
  ...operationNames
    .filter((operation) => !isOnKeys(operation))
    .map((operation): Subject => [operation, singleSteps(operation)]),
  ['sequences', sequences()]
]

/** What no edition changes: each operation on keys, and histories that requests alone bring about. */
const inEveryEdition = (): ReadonlyArray<Subject> => [
  ...operationNames.filter(isOnKeys).map((operation): Subject => [operation, singleSteps(operation)]),
  ['sequences', requestSequences()]
]

/**
 * Every vector of an edition, with those that all editions share.
 *
 * @example
 * vectors.vectorsOf('exception-text-2022').some(({ result }) => result === 'acceptable') //=> true
 */
export const vectorsOf: (edition: EditionName) => ReadonlyArray<Vector> = workedOutOnce(
  (edition: EditionName) => edition,
  (edition) => [...inEdition(), ...inEveryEdition()].flatMap(([, drafts]) => drafts.map(vector(edition)))
)

/**
 * The vectors of an edition in which each step breaks a rule about members. Too many for the files, which show every operation otherwise.
 *
 * @example
 * vectors.formVectors('exception-text-2022')[0].result //=> 'invalid'
 */
export const formVectors: (edition: EditionName) => ReadonlyArray<Vector> = workedOutOnce(
  (edition: EditionName) => edition,
  (edition) => forms().map(vector(edition))
)

/**
 * Every file of vectors: for each edition those that it may change, and once those that no edition touches.
 *
 * @example
 * vectors.vectorFiles()[0].path //=> 'exception-text-2022/CreateCustomKeyStore.json'
 */
export const vectorFiles = (): ReadonlyArray<VectorFile> => [
  ...editionNames.flatMap((edition) =>
    inEdition().map(([subject, drafts]) => ({
      path: `${edition}/${subject}.json`,
      text: render(edition, editions[edition].follows, subject, drafts.map(vector(edition)))
    }))
  ),
  ...inEveryEdition().map(([subject, drafts]) => ({
    path: `${everyEdition}/${subject}.json`,
    text: render(everyEdition, 'what all editions say alike', subject, drafts.map(vector(defaultEdition)))
  }))
]
