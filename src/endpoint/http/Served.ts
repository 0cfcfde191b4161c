import type { IncomingMessage } from 'node:http'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as J from 'fp-ts/lib/Json.js'
import { documentedExceptions } from '../../exceptions/documentedExceptions.js'
import { ErrorAnswer } from '../../protocol/ErrorAnswer.js'
import { header, operationIn } from '../../protocol/awsJson.js'
import type { Answer } from '../../protocol/http.js'
import { outsideOfTheModel } from '../../protocol/notAnswered.js'
import { controlPath, isRoute } from './control.js'

/** A request that was answered. Nothing that a client made up is in it: an unknown operation or path may be a secret. */
export interface Served {
  readonly at: string
  readonly what: string
  readonly status: number
  readonly error?: string
  readonly milliseconds: number
}

const isKnown = (operation: string): boolean =>
  Object.hasOwn(documentedExceptions, operation) || outsideOfTheModel.has(operation)

const operationName = (target: string): string => {
  const name = operationIn(target)
  return name !== undefined && isKnown(name) ? name : '(unknown operation)'
}

const whatIs = ({ method = 'GET', url = '/', headers }: IncomingMessage): string => {
  const [path = ''] = url.split('?', 1)
  const target = headers[header.target]
  if (path === '/') return typeof target === 'string' ? operationName(target) : `${method} /`
  const route = path.startsWith(controlPath) ? path.slice(controlPath.length) : ''
  return isRoute(method, route) ? `${method} ${path}` : `${method} (unknown path)`
}

/** The name of the error that an answer tells, if it is one of AWS JSON. */
const errorIn = ({ status, body }: Answer): string | undefined =>
  status === 200
    ? undefined
    : pipe(
        J.parse(body),
        E.flatMap((error) => ErrorAnswer.decode(error)),
        E.match(
          () => undefined,
          ({ name }) => name
        )
      )

export const served = (request: IncomingMessage, answer: Answer, at: Date, milliseconds: number): Served => {
  const error = errorIn(answer)
  return {
    at: at.toISOString(),
    what: whatIs(request),
    status: answer.status,
    ...(error === undefined ? {} : { error }),
    milliseconds
  }
}
