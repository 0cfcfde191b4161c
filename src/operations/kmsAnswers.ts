import type * as E from 'fp-ts/lib/Either.js'
import type { Exception } from '../exceptions/Exception.js'
import type { Service } from '../model/BackingKeyStore.js'
import { enforce, unless } from '../rules/Rule.js'
import { dependenciesAnswerInTime, kmsSucceeds } from '../rules/service.js'

/** What an operation needs that looks at no store. */
export const kmsAnswersRules = [
  unless(dependenciesAnswerInTime, 'DependencyTimeoutException'),
  unless(kmsSucceeds, 'KMSInternalException')
] as const

export const kmsAnswers: (
  service: Service
) => E.Either<Exception<'DependencyTimeoutException' | 'KMSInternalException'>, Service> =
  enforce(kmsAnswersRules)
