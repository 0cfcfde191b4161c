import * as O from 'fp-ts/lib/Option.js'

/** What nobody knows before the workflow runs. There is one of it, known by its identity, so that no JSON can be it. */
export interface Anything {
  readonly anything: true
}
export const anything: Anything = Object.freeze({ anything: true })

/** Marks members of which not all are known. */
const open = Symbol('there may be more members')

/** Members by their names. */
export interface Members {
  readonly [name: string]: Value
  readonly [open]?: true
}

/** The data of a workflow: JSON, parts of which may be anything. */
export type Value = null | boolean | number | string | Anything | ReadonlyArray<Value> | Members

/** An object with these members, and maybe others. */
export const openMembers = (members: Members = {}): Members => ({ ...members, [open]: true })

export const isList = (value: Value): value is ReadonlyArray<Value> => Array.isArray(value)

export const isMembers = (value: Value): value is Members =>
  typeof value === 'object' && value !== null && value !== anything && !isList(value)

export const isOpen = (members: Members): boolean => members[open] === true

/** The value of a member, if there is one; that of a member nobody knows of may be anything. */
export const member = (value: Value, name: string): O.Option<Value> => {
  if (value === anything) return O.some(anything)
  if (!isMembers(value)) return O.none
  if (Object.hasOwn(value, name)) return O.some(value[name] as Value)
  return isOpen(value) ? O.some(anything) : O.none
}

/** The entry of a list; a negative number counts from its end. */
export const entry = (value: Value, index: number): O.Option<Value> => {
  if (value === anything) return O.some(anything)
  return isList(value) ? O.fromNullable(value.at(index)) : O.none
}

/** Whether some of it, however deep, is not known. */
export const hasAnything = (value: Value): boolean => {
  if (value === anything) return true
  if (isList(value)) return value.some(hasAnything)
  return isMembers(value) && (isOpen(value) || Object.values(value).some(hasAnything))
}

const unknownMark = '\u0000'

/** One text for each value, and another for any other. */
export const textOf = (value: Value | undefined): string =>
  JSON.stringify(value, (_, part: Value) => {
    if (part === anything) return { [unknownMark]: null }
    return isMembers(part) && isOpen(part) ? { ...part, [unknownMark]: true } : part
  })

/** What two values have in common; the rest may be anything. */
export const common = (a: Value, b: Value): Value => {
  if (a === b) return a
  if (isList(a) && isList(b) && a.length === b.length) return a.map((one, i) => common(one, b[i] as Value))
  if (!isMembers(a) || !isMembers(b)) return anything
  const names = Object.keys(a).filter((name) => Object.hasOwn(b, name))
  const members = Object.fromEntries(names.map((name) => [name, common(a[name] as Value, b[name] as Value)]))
  const isSame = names.length === Object.keys(a).length && names.length === Object.keys(b).length
  return isSame && !isOpen(a) && !isOpen(b) ? members : openMembers(members)
}
