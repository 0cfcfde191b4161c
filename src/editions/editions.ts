import { pipe } from 'fp-ts/lib/function.js'
import * as RR from 'fp-ts/lib/ReadonlyRecord.js'
import type { Evidence } from '../Evidence.js'

/** One wording of AWS's rules about ConnectionState. */
export interface Edition {
  /** The text of which it is one wording. */
  readonly text: 'exception text' | 'operation page' | 'developer guide'
  /** The text that it follows, and when that text stood. */
  readonly follows: string
  /** Whether AWS still publishes it. */
  readonly isPublished: boolean
}

const table = {
  'exception-text-2022': {
    text: 'exception text',
    follows: 'the text of CustomKeyStoreInvalidStateException, December 2022 to spring 2026',
    isPublished: false
  },
  'operation-page-2022': {
    text: 'operation page',
    follows: 'the page of UpdateCustomKeyStore, December 2022 to spring 2026',
    isPublished: false
  },
  'exception-text-2026': {
    text: 'exception text',
    follows: 'the text of CustomKeyStoreInvalidStateException since spring 2026',
    isPublished: true
  },
  'operation-page-2026': {
    text: 'operation page',
    follows: 'the page of UpdateCustomKeyStore since spring 2026',
    isPublished: true
  },
  'developer-guide': {
    text: 'developer guide',
    follows: 'the AWS KMS Developer Guide since 2023',
    isPublished: true
  }
} as const satisfies Record<string, Edition>

type Editions = Pick<typeof table, keyof typeof table>

/**
 * Every edition by its name, the oldest first. In which states each makes what valid, and on which page, stands in the
 * files of the operations and in `updatableMembers.ts`.
 *
 * @example
 * cks.editions['developer-guide'].follows //=> 'the AWS KMS Developer Guide since 2023'
 */
export const editions: Editions = table

/** The name of an edition: which text it follows, and since when. */
export type EditionName = Extract<keyof typeof editions, string>
/**
 * The names of all editions, the oldest first.
 *
 * @example
 * cks.editionNames.filter((name) => cks.editions[name].isPublished)
 * //=> ['exception-text-2026', 'operation-page-2026', 'developer-guide']
 */
export const editionNames = Object.keys(editions) as ReadonlyArray<EditionName>

/**
 * The edition that follows the authority, the text on the page of ConnectCustomKeyStore.
 *
 * @example
 * cks.defaultEdition //=> 'exception-text-2022'
 */
export const defaultEdition = 'exception-text-2022' satisfies EditionName
/** The name of the edition that applies where none is named. */
export type DefaultEdition = typeof defaultEdition

/** Something made for each edition, by its name. */
export const byEdition = <A>(make: (name: EditionName) => A): Readonly<Record<EditionName, A>> =>
  pipe(editions, RR.mapWithIndex<EditionName, unknown, A>(make))

/** A value that is the same in every edition. */
export const inEveryEdition = <A>(a: A): Readonly<Record<EditionName, A>> => byEdition(() => a)

/** What some editions make of a case otherwise than the one that was asked about. */
export interface Elsewhere<A> {
  readonly editions: ReadonlyArray<EditionName>
  readonly is: A
}

/** What the other editions make of a case, where it is something else; those that make the same of it are together. */
export const elsewhere =
  <A>(of: (edition: EditionName) => A, keyOf: (a: A) => string) =>
  (edition: EditionName): ReadonlyArray<Elsewhere<A>> => {
    const all = editionNames.map((name) => {
      const is = of(name)
      return { name, is, key: keyOf(is) }
    })
    const others = all.filter(({ key }) => key !== all[editionNames.indexOf(edition)]?.key)
    return [...new Set(others.map(({ key }) => key))].flatMap((key) => {
      const alike = others.filter((other) => other.key === key)
      return alike.slice(0, 1).map(({ is }) => ({ editions: alike.map(({ name }) => name), is }))
    })
  }

/** Editions by name, each with whether AWS publishes it now. */
export const editionsInWords = (names: ReadonlyArray<EditionName>): string => {
  const named = names.map((name) => `${name}${editions[name].isPublished ? ' (published now)' : ''}`)
  return [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((part) => part !== '').join(' and ')
}

/** The developer guide says in which states an operation is valid, and not which exception answers in the others. */
export const ofInvalidState = (edition: EditionName): Pick<Evidence, 'implied'> =>
  editions[edition].text === 'developer guide' ? { implied: true } : {}
