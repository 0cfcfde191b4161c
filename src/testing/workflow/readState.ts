import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { decode, report } from '../../codec/decode.js'
import { unknownOperators } from './comparisons.js'
import { StateFields } from './definitionCodecs.js'
import type { Members, Value } from './Value.js'
import { stateTypes, type QueryLanguage, type State, type Unread } from './Workflow.js'

/** As the States Language has it where a retrier says nothing of it. */
const defaultAttempts = 3

const needed: Readonly<Partial<Record<string, ReadonlyArray<string>>>> = {
  Task: ['Resource'],
  Choice: ['Choices'],
  Parallel: ['Branches']
}

/** A field whose value comes from a path is read when the execution comes there. */
const missing = (type: string, fields: Readonly<Record<string, unknown>>): ReadonlyArray<string> => {
  const lacking = (needed[type] ?? []).filter((name) => !Object.hasOwn(fields, name))
  const hasNext =
    ['Choice', 'Succeed', 'Fail'].includes(type) || fields['End'] === true || fields['Next'] !== undefined
  return [...lacking, ...(hasNext ? [] : ['Next or End'])]
}

const withoutFields = (name: string, language: QueryLanguage): State => ({
  name,
  type: 'unread',
  language,
  next: undefined,
  fields: {},
  retry: [],
  catch: [],
  choices: [],
  otherwise: undefined,
  inner: []
})

/** A state without what is inside of it, and what of it could not be read. */
export const readState = (
  name: string,
  path: string,
  definition: unknown,
  outer: QueryLanguage
): readonly [State, ReadonlyArray<Unread>] => {
  const unread = (why: string) => [withoutFields(name, outer), [{ path, why }]] as const
  if (!t.UnknownRecord.is(definition)) return unread('a state must be an object')
  const type = stateTypes.find((one) => one === definition['Type'])
  if (type === undefined) return unread('Type must be that of a state')
  const read = decode(StateFields)(definition)
  if (E.isLeft(read)) return unread(report(read.left).join('; '))
  const fields = read.right
  const lacking = missing(type, definition)
  if (lacking.length > 0) return unread(`${lacking.join(' and ')} must be there`)
  const state: State = {
    name,
    type,
    language: fields.QueryLanguage ?? outer,
    next: type === 'Succeed' || fields.End === true ? undefined : fields.Next,
    fields: definition as Members,
    retry: (fields.Retry ?? []).map(({ ErrorEquals, MaxAttempts }) => ({
      errorEquals: ErrorEquals,
      maxAttempts: MaxAttempts ?? defaultAttempts
    })),
    catch: (fields.Catch ?? []).map(({ ErrorEquals, Next, ...others }) => ({
      errorEquals: ErrorEquals,
      next: Next,
      fields: others as Members
    })),
    choices: (fields.Choices ?? []).map((rule) => ({
      next: rule.Next,
      rule: rule as Readonly<Record<string, Value>>
    })),
    otherwise: fields.Default,
    inner: []
  }
  const unknown =
    state.language === 'JSONPath' ? state.choices.flatMap(({ rule }) => unknownOperators(rule)) : []
  return [state, unknown.map((operator) => ({ path: `${path}.Choices`, why: `${operator} is not known` }))]
}
