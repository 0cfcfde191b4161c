import { enumeration } from '../codec/enumeration.js'
import type { Evidence } from '../Evidence.js'
import { commonErrors, type CommonErrorName } from '../exceptions/commonErrors.js'
import { exceptions, type ExceptionName, type ExceptionTraits } from '../exceptions/Exception.js'

const traits = { ...exceptions, ...commonErrors }

/** Every error that AWS KMS documents: the exceptions of the operations, and those that any request can meet. */
export type ErrorName = ExceptionName | CommonErrorName
/**
 * @example
 * protocol.ErrorName.is('ThrottlingException') //=> true
 */
export const ErrorName = enumeration(
  'ErrorName',
  Object.keys(traits) as ReadonlyArray<ErrorName>,
  'CommonErrors'
)

/** An error for which no rule is broken: it was asked for, as with a quota of requests, which nothing here counts. */
export interface ImposedError extends ExceptionTraits, Evidence {
  readonly name: ErrorName
  readonly message: string
}

export const imposedError = (name: ErrorName): ImposedError => ({
  name,
  message: `This request was to be refused with ${name}, whatever it asks for.`,
  ...traits[name],
  source: 'CommonErrors',
  assumes: ['A95']
})
