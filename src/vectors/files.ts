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

const isOnKeys = (operation: OperationName): boolean =>
  operationsByName[defaultEdition][operation].inState === undefined && !makesStore(operation)

/** The same for every edition. */
const ofOperation = workedOutOnce(
  (operation: OperationName) => operation,
  (operation): Subject => [operation, singleSteps(operation)]
)

/** Each operation on stores and histories of them; then each operation on keys, and histories that requests alone bring about. */
const subjects = (): ReadonlyArray<Subject> => [
  ...operationNames.filter((operation) => !isOnKeys(operation)).map(ofOperation),
  ['sequences', sequences()],
  ...operationNames.filter(isOnKeys).map(ofOperation),
  ['sequences', requestSequences()]
]

/**
 * Every vector of an edition.
 *
 * @example
 * vectors.vectorsOf('exception-text-2022').some(({ result }) => result === 'acceptable') //=> true
 */
export const vectorsOf: (edition: EditionName) => ReadonlyArray<Vector> = workedOutOnce(
  (edition: EditionName) => edition,
  (edition) => subjects().flatMap(([, drafts]) => drafts.map(vector(edition)))
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

/** The folder of the vectors that are the same under every edition. */
const everyEdition = 'every-edition'

/** The ids of the vectors that some edition has otherwise than the default. */
const idsThatDiffer = (): ReadonlySet<string> => {
  const byDefault = vectorsOf(defaultEdition).map((each) => JSON.stringify(each))
  const differing = editionNames.flatMap((edition) =>
    vectorsOf(edition).filter((each, i) => JSON.stringify(each) !== byDefault[i])
  )
  return new Set(differing.map(({ id }) => id))
}

const filesOf = (
  folder: string,
  follows: string,
  vectors: ReadonlyArray<Vector>
): ReadonlyArray<VectorFile> => {
  const subjectOf = new Map(subjects().flatMap(([subject, drafts]) => drafts.map(({ id }) => [id, subject])))
  const names = new Set(vectors.map(({ id }) => subjectOf.get(id) ?? ''))
  return [...names].map((subject) => ({
    path: `${folder}/${subject}.json`,
    text: render(
      folder,
      follows,
      subject,
      vectors.filter(({ id }) => subjectOf.get(id) === subject)
    )
  }))
}

/**
 * Every file of vectors: once those that all editions share, and for each edition those in which editions differ.
 *
 * @example
 * vectors.vectorFiles()[0].path //=> 'every-edition/CreateCustomKeyStore.json'
 */
export const vectorFiles = (): ReadonlyArray<VectorFile> => {
  const differ = idsThatDiffer()
  return [
    ...filesOf(
      everyEdition,
      'what all editions say alike',
      vectorsOf(defaultEdition).filter(({ id }) => !differ.has(id))
    ),
    ...editionNames.flatMap((edition) =>
      filesOf(
        edition,
        editions[edition].follows,
        vectorsOf(edition).filter(({ id }) => differ.has(id))
      )
    )
  ]
}
