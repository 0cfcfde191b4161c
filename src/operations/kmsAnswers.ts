import { unless } from '../rules/Rule.js'
import { dependenciesAnswerInTime, kmsSucceeds } from '../rules/service.js'

/** That KMS can answer, which operations need whose page lists both exceptions. */
export const kmsAnswers = [
  unless(dependenciesAnswerInTime, 'DependencyTimeoutException'),
  unless(kmsSucceeds, 'KMSInternalException')
] as const
