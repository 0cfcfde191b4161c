import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { editionNames } from '../editions/editions.js'
import { askNamed, mostKeys } from './asks.js'
import { kindNames } from './beginning.js'
import { moveNamed, moveText } from './moves.js'
import { mostMoves, mostOpen, startPage, type Page } from './Page.js'

/** Why an address cannot be read, in a sentence. */
type Read<A> = E.Either<string, A>

const longest = 12_000

const refuse = (why: string): Read<never> => E.left(why)

/** The part of an address after #; what is as at the start is left out. */
export const addressOf = ({ kind, edition, moves, open, key }: Page): string =>
  [
    `store=${kind}`,
    ...(edition === startPage.edition ? [] : [`edition=${edition}`]),
    ...(moves.length === 0 ? [] : [`moves=${moves.map(moveText).join(',')}`]),
    ...(key === startPage.key ? [] : [`key=${String(key)}`]),
    ...(open.length === 0 ? [] : [`open=${open.join(',')}`])
  ].join('&')

const names = ['store', 'edition', 'moves', 'key', 'open'] as const
type Name = (typeof names)[number]

const members = (text: string): Read<Partial<Record<Name, string>>> => {
  const read: Partial<Record<Name, string>> = {}
  for (const part of text.split('&')) {
    const at = part.indexOf('=')
    const name = names.find((each) => each === part.slice(0, at))
    if (name === undefined)
      return refuse('It has a part that is not one of store, edition, moves, key and open.')
    if (read[name] !== undefined) return refuse(`It has ${name} twice.`)
    read[name] = part.slice(at + 1)
  }
  return E.right(read)
}

const choice = <A extends string>(name: Name, choices: ReadonlyArray<A>, text: string): Read<A> => {
  const chosen = choices.find((each) => each === text)
  return chosen === undefined ? refuse(`Its ${name} is not one of ${choices.join(', ')}.`) : E.right(chosen)
}

const list = (text: string | undefined): ReadonlyArray<string> =>
  text === undefined || text === '' ? [] : text.split(',')

/** Each word of a list, read; the number, from 1, of the first that is none. */
const allOf = <A>(
  name: Name,
  words: ReadonlyArray<string>,
  most: number,
  read: (word: string) => A | undefined
): Read<ReadonlyArray<A>> => {
  if (words.length > most) return refuse(`Its ${name} are more than ${String(most)}.`)
  const all: Array<A> = []
  for (const [i, word] of words.entries()) {
    const one = read(word)
    if (one === undefined)
      return refuse(`Number ${String(i + 1)} of its ${name} is unknown for this kind of store.`)
    all.push(one)
  }
  return E.right(all)
}

const keyIn = (text: string): Read<number> =>
  /^[1-9]\d{0,2}$/.test(text) && Number(text) <= mostKeys
    ? E.right(Number(text))
    : refuse(`Its key is not a whole number from 1 to ${String(mostKeys)}.`)

/** Some programs that pass an address on write its commas so. */
const withCommas = (text: string): string => text.replace(/%2C/gi, ',')

/** The page that an address says. Left: why it says none. `text`: what stands after #; nothing is the start. */
export const pageAt = (text: string): Read<Page> => {
  if (text === '') return E.right(startPage)
  if (text.length > longest) return refuse(`It is longer than ${String(longest)} characters.`)
  return pipe(
    members(withCommas(text)),
    E.chain((is) =>
      pipe(
        E.Do,
        E.bind('kind', () => choice('store', kindNames, is.store ?? startPage.kind)),
        E.bind('edition', () => choice('edition', editionNames, is.edition ?? startPage.edition)),
        E.bind('moves', ({ kind }) =>
          allOf('moves', list(is.moves), mostMoves, (word) => moveNamed(kind, word))
        ),
        E.bind('key', () => keyIn(is.key ?? String(startPage.key))),
        E.bind('open', ({ kind }) =>
          allOf('open', list(is.open), mostOpen, (word) => askNamed(kind, word)?.id)
        ),
        E.map((page) => ({ ...page, open: [...new Set(page.open)] }))
      )
    )
  )
}
