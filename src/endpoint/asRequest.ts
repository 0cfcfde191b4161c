import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { header } from '../protocol/awsJson.js'
import type { Request } from '../protocol/http.js'

const textOf = (u: unknown): string => (typeof u === 'string' ? u : '')

const nothing: Request = { method: '', path: '', headers: {}, body: '' }

/** A request with every member that is read, whatever a caller without types has left out or put in its place. */
export const asRequest = (request: Partial<Request> | undefined): Request =>
  pipe(
    E.tryCatch(
      (): Request => ({
        method: textOf(request?.method),
        path: textOf(request?.path),
        headers: {
          [header.contentType]: textOf(request?.headers?.[header.contentType]),
          [header.target]: textOf(request?.headers?.[header.target])
        },
        body: textOf(request?.body)
      }),
      () => nothing
    ),
    E.toUnion
  )
