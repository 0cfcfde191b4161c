import * as E from 'fp-ts/lib/Either.js'
import type { Resource } from '../Resource.js'
import { resourceOf, type Subjects } from './concerned.js'
import type { Refusal, Rule } from './Rule.js'

/** The refusal with a resource. The frequent forms are written out, since V8 is slow to copy records of many forms. */
const naming = (refusal: Refusal): ((resource: Resource) => Refusal) => {
  const { name, message, httpStatus, fault, retry, rule, source, assumes, ...others } = refusal
  if (Object.keys(others).length > 0) {
    const blank = { ...refusal, resource: undefined }
    return (resource) => ({ ...blank, resource })
  }
  const stated = (resource: Resource) =>
    assumes === undefined
      ? { name, message, httpStatus, fault, retry, rule, source, resource }
      : { name, message, httpStatus, fault, retry, rule, source, assumes, resource }
  return stated as (resource: Resource) => Refusal
}

/** How a rule refuses a subject: with the resource that the refusal is about, if the subject has it. */
export const refusing = ({
  refusal,
  concerns,
  allowedBy
}: Pick<Rule<never>, 'refusal' | 'concerns' | 'allowedBy'>): ((
  subject: Subjects
) => E.Either<Refusal, never>) => {
  const find = resourceOf(concerns)
  const named = naming(refusal.left)
  const stated = (subject: Subjects): E.Left<Refusal> => {
    const resource = find(subject)
    return resource === undefined ? refusal : { _tag: 'Left', left: named(resource) }
  }
  if (allowedBy === undefined) return stated
  return (subject) => {
    const others = allowedBy(subject as never)
    return others.length === 0 ? stated(subject) : E.left({ ...stated(subject).left, allowedBy: others })
  }
}
