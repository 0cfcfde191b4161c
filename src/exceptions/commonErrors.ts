import { amount } from '../codec/amount.js'
import type { Violation } from '../codec/decode.js'
import { evidenceOf } from '../Evidence.js'
import type { Source } from '../sources.js'
import type { BrokenRule, ExceptionTraits } from './Exception.js'

/** Errors that any operation can answer, and that none lists as its own. @see CommonErrors */
export const commonErrors = {
  AccessDeniedException: { httpStatus: 400, fault: 'client', retry: 'does not help' },
  IncompleteSignature: { httpStatus: 400, fault: 'client', retry: 'does not help' },
  InternalFailure: { httpStatus: 500, fault: 'service', retry: 'helps' },
  InvalidClientTokenId: { httpStatus: 403, fault: 'client', retry: 'does not help' },
  OptInRequired: { httpStatus: 403, fault: 'client', retry: 'does not help' },
  RequestEntityTooLargeException: { httpStatus: 413, fault: 'client', retry: 'does not help' },
  RequestExpired: { httpStatus: 400, fault: 'client', retry: 'does not help' },
  SerializationException: { httpStatus: 400, fault: 'client', retry: 'does not help' },
  ServiceUnavailable: { httpStatus: 503, fault: 'service', retry: 'helps' },
  ThrottlingException: { httpStatus: 400, fault: 'client', retry: 'helps' },
  UnknownOperationException: { httpStatus: 400, fault: 'client', retry: 'does not help' },
  ValidationException: { httpStatus: 400, fault: 'client', retry: 'does not help' }
} as const satisfies Record<string, ExceptionTraits>

export type CommonErrorName = keyof typeof commonErrors

/**
 * What a common error speaks of: the members of the request, how it is written and addressed, who asks, or KMS itself.
 */
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
  /** Each member at fault; none where the rule needs the store to be known. */
  readonly violations: ReadonlyArray<Violation>
}

/** The error of a request whose members are wrong. */
export const invalidMembers = 'ValidationException' satisfies CommonErrorName

const traits = { name: invalidMembers, ...commonErrors[invalidMembers] } as const

/** AWS writes names of members with a small first letter, and counts the entries of a list from 1. */
const segment = (name: string): string =>
  /^\d+$/.test(name) ? `${String(Number(name) + 1)}.member` : name.charAt(0).toLowerCase() + name.slice(1)

const value = (received: string): string => {
  if (received === 'undefined' || received === 'null') return 'null'
  return received.startsWith("'") ? received : `'${received}'`
}

/** A violation in the words in which AWS reports it. */
export const sentence = ({ path, received, constraint }: Violation): string =>
  `Value ${value(received)} at '${path.split('.').map(segment).join('.')}' failed to satisfy constraint: ${constraint}`

/** What the first of the violations breaks: the message names them all, a refusal has one rule and one page. */
const brokenFirst = ([first]: ReadonlyArray<Violation>) => ({
  ...(first?.rule !== undefined && { rule: first.rule }),
  ...evidenceOf({ ...first, source: first?.source ?? 'CommonErrors' })
})

/** Names each member at fault. */
export const violated = (violations: ReadonlyArray<Violation>): ValidationException => ({
  ...traits,
  message: `${amount(violations.length, 'validation error')} detected: ${violations
    .map(sentence)
    .join('; ')}`,
  ...brokenFirst(violations),
  violations
})

/** Names the rule about members that needs the store to be known. */
export const disagreeing = (message: string, broken: BrokenRule): ValidationException => ({
  ...traits,
  message,
  ...broken,
  violations: []
})
