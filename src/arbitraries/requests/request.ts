import fc, { type Arbitrary } from 'fast-check'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { operationNames } from '../../operations/index.js'
import { chosen, either, oneOf } from '../smallWorld.js'
import type { RequestStep } from '../Step.js'
import { adversarialMembers } from './adversarial.js'
import type { Members } from './Members.js'
import { nearlyValidRequest } from './nearlyValid.js'
import { validRequest } from './valid.js'

/** How a request is formed: in order, with one thing wrong, or so that it does harm. */
export type Form = 'valid' | 'nearlyValid' | 'adversarial'

/** Which requests are made; an empty list is as good as none. */
export interface RequestOptions {
  /** Only of these operations; without it of all. */
  readonly operations?: ReadonlyArray<OperationName> | undefined
  /** Only of these forms; without it of all, eight valid ones to one of each other form. */
  readonly forms?: ReadonlyArray<Form> | undefined
}

const weights: Readonly<Record<Form, number>> = { valid: 8, nearlyValid: 1, adversarial: 1 }
const allForms = Object.keys(weights) as ReadonlyArray<Form>

/** The requests of each operation in some forms, each made when it is first needed. */
export const requestsIn = (forms?: ReadonlyArray<Form>) => {
  const of: Readonly<Record<Form, (operation: OperationName) => Arbitrary<Members>>> = {
    valid: (operation) => validRequest(operation),
    nearlyValid: (operation) => nearlyValidRequest(operation).map(({ request }) => request),
    adversarial: (operation) => adversarialMembers(operation)
  }
  return (operation: OperationName): Arbitrary<Members> =>
    either(
      ...chosen(forms, allForms).map((form) => ({ weight: weights[form], arbitrary: of[form](operation) }))
    )
}

/**
 * A request of any operation, with the name of the operation. It shrinks to a valid one of the first.
 *
 * @example
 * one(arbitrary.request({ operations: ['EnableKey'] })).does //=> 'EnableKey'
 */
export const request: (options?: RequestOptions) => Arbitrary<RequestStep<Members>> = ({
  operations,
  forms
} = {}) => {
  const of = requestsIn(forms)
  return fc.oneof(
    { withCrossShrink: true },
    ...chosen(operations, operationNames).map((does) => fc.record({ does: oneOf([does]), request: of(does) }))
  )
}
