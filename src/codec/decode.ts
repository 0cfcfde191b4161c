import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { failureOf, type ViolationReason } from './Failure.js'

/** One thing wrong with a value from outside. `rule`, `source`, `assumes`: what it breaks, where a page states it. */
export interface Violation extends ViolationReason {
  /** Where: member names and array indexes from the outside in, joined by dots; empty for the value itself. */
  readonly path: string
  /** The value there, shortened; a secret is never shown. */
  readonly received: string
  /** Whether `received` is `null` or `undefined`, the text of a string between quotation marks, or anything else. */
  readonly receivedAs: 'nothing' | 'quoted text' | 'words'
  /** The condition that it breaks. */
  readonly constraint: string
}

/** Whether a value is of another JSON type than it has to be, rather than beyond a limit. */
export const isOfWrongType = ({ kind }: Violation): boolean => kind === 'type'

const longestShown = 60

const anySurrogate = /[\ud800-\udfff]/

/** The beginning of a string, whole characters. */
const beginningOf = (s: string): string => {
  const beginning = s.slice(0, longestShown)
  return anySurrogate.test(beginning)
    ? Array.from(s.slice(0, 2 * longestShown))
        .slice(0, longestShown)
        .join('')
    : beginning
}

/** The beginning of a string, on one line: what would break the line is escaped. */
const quoted = (s: string): string => {
  const beginning = beginningOf(s)
  const shortened = `'${JSON.stringify(beginning).slice(1, -1)}`
  return beginning === s ? `${shortened}'` : `${shortened}…' (length ${String(s.length)})`
}

const inWords = (u: unknown): string => {
  if (typeof u === 'number' || typeof u === 'boolean') return String(u)
  if (Array.isArray(u)) return 'an array'
  return typeof u === 'object' ? 'an object' : `a ${typeof u}`
}

const shown = (u: unknown): Pick<Violation, 'received' | 'receivedAs'> => {
  if (typeof u === 'string') return { received: quoted(u), receivedAs: 'quoted text' }
  if (u === null || u === undefined) return { received: String(u), receivedAs: 'nothing' }
  return { received: inWords(u), receivedAs: 'words' }
}

/** The keys from the outside in. An io-ts context counts the branches of a union; their numbers are no part of the path. */
const pathOf = (context: t.Context): string => {
  let path = ''
  for (let i = 1; i < context.length; i += 1) {
    const [parent, entry] = [context[i - 1], context[i]]
    if (entry === undefined || parent?.type instanceof t.UnionType) continue
    path = path === '' ? entry.key : `${path}.${entry.key}`
  }
  return path
}

const expected = (error: t.ValidationError): string => {
  if (error.value === undefined) return 'Member must not be null'
  const { type } = error.context[error.context.length - 1] as t.ContextEntry
  return type instanceof t.KeyofType
    ? `Member must satisfy enum value set: [${Object.keys(type.keys as object).join(', ')}]`
    : `Member must be a valid ${type.name}`
}

/** The same of a value that may throw while it is looked at, as a revoked proxy does. */
const shownSafely = (u: unknown): Pick<Violation, 'received' | 'receivedAs'> => {
  try {
    return shown(u)
  } catch {
    return { received: 'an object', receivedAs: 'words' }
  }
}

const violation = (error: t.ValidationError): Violation => {
  const { context, value, message, reason } = failureOf(error)
  const { received, receivedAs } = shown(value)
  return { path: pathOf(context), received, receivedAs, constraint: message ?? expected(error), ...reason }
}

/** A violation by a value at a path, for what no codec can tell by itself. */
export const violationAt = (
  path: string,
  value: unknown,
  kind: Violation['kind'],
  constraint: string
): Violation => ({ path, ...shownSafely(value), constraint, kind })

/** The violations of a value that is at a path of another one. */
export const violationsAt =
  (path: string) =>
  (violations: ReadonlyArray<Violation>): ReadonlyArray<Violation> =>
    violations.map((one) => ({ ...one, path: one.path === '' ? path : `${path}.${one.path}` }))

const unreadable: Violation = {
  path: '',
  received: 'an object',
  receivedAs: 'words',
  constraint: 'Value must be readable as plain data',
  kind: 'unreadable'
}

/** The result of a read; a violation if the value throws while it is read, as a getter or proxy may. */
export const reading = <A>(
  read: () => E.Either<ReadonlyArray<Violation>, A>
): E.Either<ReadonlyArray<Violation>, A> => {
  try {
    return read()
  } catch {
    return E.left([unreadable])
  }
}

/**
 * Reads a value from outside. Never throws; the left side holds everything that is wrong, the right side the value.
 *
 * @example
 * cks.decode(cks.AccountId)('111122223333') //=> E.right('111122223333')
 * pipe(cks.decode(cks.AccountId)(12), E.mapLeft(([{ kind }]) => kind)) //=> E.left('type')
 */
export const decode =
  <A>(codec: t.Decoder<unknown, A>) =>
  (u: unknown): E.Either<ReadonlyArray<Violation>, A> =>
    reading(() => {
      const read = codec.decode(u)
      return E.isLeft(read) ? E.left(read.left.map(violation)) : read
    })

/**
 * The violations as one line each.
 *
 * @example
 * pipe(cks.decode(cks.CustomKeyStoreId)(''), E.mapLeft(cks.report))
 * //=> E.left(['value: Member must have length greater than or equal to 1; received \'\''])
 */
export const report: (violations: ReadonlyArray<Violation>) => ReadonlyArray<string> = (violations) =>
  violations.map(
    ({ path, received, constraint }) => `${path === '' ? 'value' : path}: ${constraint}; received ${received}`
  )
