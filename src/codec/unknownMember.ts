import * as t from 'io-ts'
import type { Described } from './Member.js'
import { redacted } from './Redacted.js'

/** How many characters have to be put in, left out or changed to make one word of another (Levenshtein). */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 0; i < from.length; i += 1) {
    const next = [i + 1]
    for (let j = 1; j <= to.length; j += 1) {
      const kept = (row[j - 1] ?? 0) + (from[i] === to[j - 1] ? 0 : 1)
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

const longestCompared = 40

/** The known name that was probably meant; letters of another case do not count. */
const nearest = (name: string, known: ReadonlyArray<string>): string | undefined => {
  if (name.length > longestCompared) return undefined
  const near = known
    .map((each) => ({ each, far: distance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, far }) => far <= Math.max(1, Math.floor(Math.min(each.length, name.length) / 3)))
  return near.sort((a, b) => a.far - b.far)[0]?.each
}

/** The condition that a member under an unknown name breaks: the names that there are, and which of them is near. */
export const oneOfMembers = (name: string, known: ReadonlyArray<string>): string => {
  const meant = nearest(name, known)
  return `Member must be one of: ${known.join(', ')}${meant === undefined ? '' : `; did you mean ${meant}?`}`
}

/** What is shown of the value of an unknown member: whether it is true or false, and of others nothing, as a secret may be one. */
export const shownOfUnknown = (value: unknown): unknown => (typeof value === 'boolean' ? value : redacted)

/** The codec of what is inside of a record or a list, under a name or an index; undefined where none is known. */
export const codecInside = (
  codec: (t.Mixed & Described) | undefined,
  name: string
): (t.Mixed & Described) | undefined => {
  if (codec instanceof t.ReadonlyArrayType) return codec.type as t.Mixed
  if (codec instanceof t.DictionaryType) return codec.codomain as t.Mixed
  if (codec instanceof t.UnionType) {
    return (codec.types as ReadonlyArray<t.Mixed>).map((one) => codecInside(one, name)).find(Boolean)
  }
  const { required = {}, optional = {} } = codec?.properties ?? {}
  return { ...required, ...optional }[name]
}

/** The names of the members of the record that a codec reads. */
export const memberNames = (codec: (t.Mixed & Described) | undefined): ReadonlyArray<string> =>
  Object.keys({ ...codec?.properties?.required, ...codec?.properties?.optional })
