import { amount } from '../codec/amount.js'
import type { Violation } from '../codec/decode.js'
import { evidenceOf } from '../Evidence.js'
import type { Resource } from '../Resource.js'
import type { Source } from '../sources.js'
import { clientError, serviceError, type BrokenRule, type ExceptionTraits } from './Exception.js'

const table = {
  AccessDeniedException: clientError,
  IncompleteSignature: clientError,
  InternalFailure: serviceError,
  InvalidClientTokenId: { ...clientError, httpStatus: 403 },
  OptInRequired: { ...clientError, httpStatus: 403 },
  RequestEntityTooLargeException: { ...clientError, httpStatus: 413 },
  RequestExpired: clientError,
  SerializationException: clientError,
  ServiceUnavailable: { ...serviceError, httpStatus: 503 },
  ThrottlingException: { ...clientError, retry: 'helps' },
  UnknownOperationException: clientError,
  ValidationException: clientError
} as const satisfies Record<string, ExceptionTraits>

type CommonErrors = Pick<typeof table, keyof typeof table>

/**
 * Errors that any operation can answer, and that none lists as its own.
 *
 * @example
 * cks.commonErrors.ThrottlingException //=> { httpStatus: 400, fault: 'client', retry: 'helps' }
 * @see CommonErrors
 */
export const commonErrors: CommonErrors = table

/** The name of an error that any operation can answer. */
export type CommonErrorName = Extract<keyof typeof commonErrors, string>

/** The subject of each: the members of a request, how it is written and addressed, who sends it, or KMS itself. */
export const commonErrorsAreAbout = {
  AccessDeniedException: 'caller',
  IncompleteSignature: 'caller',
  InternalFailure: 'service',
  InvalidClientTokenId: 'caller',
  OptInRequired: 'caller',
  RequestEntityTooLargeException: 'protocol',
  RequestExpired: 'caller',
  SerializationException: 'protocol',
  ServiceUnavailable: 'service',
  ThrottlingException: 'caller',
  UnknownOperationException: 'protocol',
  ValidationException: 'members'
} as const satisfies Record<CommonErrorName, 'members' | 'protocol' | 'caller' | 'service'>

export const isCommonError = (name: string): name is CommonErrorName => Object.hasOwn(commonErrors, name)

/** Whether an error speaks of the members of a request. */
export const isAboutForm = (name: string): boolean =>
  isCommonError(name) && commonErrorsAreAbout[name] === 'members'

/**
 * A request whose members break their constraints, or do not go together. `rule`, `source`, `assumes`: what is broken
 * first, where a page states it. Apart from the documented exceptions: no operation lists it.
 */
export interface ValidationException extends ExceptionTraits, Partial<BrokenRule> {
  readonly name: 'ValidationException'
  readonly message: string
  readonly source: Source
  /** The store, where the rule needs it to be known. */
  readonly resource?: Resource
  /** Each member at fault; none where the rule needs the store to be known. */
  readonly violations: ReadonlyArray<Violation>
}

const traits = { name: 'ValidationException', ...commonErrors.ValidationException } as const

/** AWS writes names of members with a small first letter, and counts the entries of a list from 1. */
const segment = (name: string): string =>
  /^\d+$/.test(name) ? `${String(Number(name) + 1)}.member` : name.charAt(0).toLowerCase() + name.slice(1)

/** AWS writes null for what is absent, and anything else between quotation marks. */
const value = ({ received, receivedAs }: Violation): string =>
  ({ nothing: 'null', 'quoted text': received, words: `'${received}'` })[receivedAs]

/** A violation in the words in which AWS reports it. */
export const sentence = (violation: Violation): string =>
  `Value ${value(violation)} at '${violation.path.split('.').map(segment).join('.')}' failed to satisfy constraint: ${violation.constraint}`

/**
 * The ValidationException for the violations of a request, in the words in which AWS reports them. It names each
 * member at fault; its rule and page are those of the first violation.
 *
 * @example
 * const refused = pipe(cks.decode(cks.CustomKeyStoreIdRequest)({}), E.mapLeft(cks.violated))
 * pipe(refused, E.mapLeft(({ name, violations }) => [name, violations.length]))
 * //=> E.left(['ValidationException', 1])
 */
export const violated = (violations: ReadonlyArray<Violation>): ValidationException => {
  const found = amount(violations.length, 'validation error')
  const message = `${found} detected: ${violations.map(sentence).join('; ')}`
  const { name, httpStatus, fault, retry } = traits
  const {
    rule,
    source = 'CommonErrors',
    implied,
    assumes,
    observed
  }: Partial<Violation> = violations[0] ?? {}
  // The frequent form is written out, since V8 takes long to put records together.
  if (rule !== undefined && implied === undefined && assumes === undefined && observed === undefined) {
    return { name, httpStatus, fault, retry, message, rule, source, violations }
  }
  const broken = evidenceOf({ ...violations[0], source })
  return { ...traits, message, ...(rule !== undefined && { rule }), ...broken, violations }
}

/** Names the rule about members that needs the store to be known. */
export const disagreeing = (message: string, broken: BrokenRule): ValidationException => ({
  ...traits,
  message,
  ...broken,
  violations: []
})
