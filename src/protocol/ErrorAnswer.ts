import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { shown } from '../model/responses/shown.js'

/** An error as AWS answers it: its name, and what it says. */
export interface ErrorAnswer {
  readonly name: string
  readonly message: string
}

const members = shown('ErrorAnswer', { __type: t.string }, { message: t.string, Message: t.string })

/**
 * Reads an error. A namespace may stand before the name, and the member with the message may begin with a capital.
 *
 * @example
 * const answer = { __type: 'com.amazonaws.kms#NotFoundException', Message: 'No.' }
 * cks.decode(protocol.ErrorAnswer)(answer) //=> E.right({ name: 'NotFoundException', message: 'No.' })
 */
export const ErrorAnswer: t.Type<ErrorAnswer, unknown> = new t.Type(
  'ErrorAnswer',
  (u): u is ErrorAnswer => t.type({ name: t.string, message: t.string }).is(u),
  (u, context) =>
    pipe(
      members.validate(u, context),
      E.map(({ __type: type, message, Message }) => ({
        name: type.slice(type.lastIndexOf('#') + 1),
        message: message ?? Message ?? ''
      }))
    ),
  t.identity
)
