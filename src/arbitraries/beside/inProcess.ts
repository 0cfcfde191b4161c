import * as J from 'fp-ts/lib/Json.js'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isNameOfError, refusedWith } from '../../conform/errorNames.js'
import { replyOf, type EndpointReply } from '../../conform/Exchange.js'
import type { Send } from '../../conform/drive/Send.js'
import type { AccountId, CustomKeyStoreId } from '../../model/identifiers.js'
import { requestHeaders } from '../../protocol/awsJson.js'
import { region } from '../smallWorld.js'
import type { Ask, EndpointInProcess, Implementation, InProcess, Reply } from './Implementation.js'
import type { Stage } from './Stage.js'

const described = (thrown: unknown): EndpointReply => {
  const { name, message } = thrown instanceof Error ? thrown : E.toError(thrown)
  return isNameOfError(name)
    ? { ...refusedWith(name), message }
    : { unreadable: `an answer that is none: it threw ${name}: ${message}` }
}

/** The answer as it would arrive: what is no JSON is not in it. */
const asJson = (output: unknown): EndpointReply => {
  const text = J.stringify(output)
  const read = E.isRight(text) ? J.parse(text.right) : text
  return E.isRight(read) && t.UnknownRecord.is(read.right)
    ? { output: read.right }
    : { unreadable: 'an output that is no JSON object' }
}

const read = (reply: Reply | undefined): EndpointReply => {
  if (reply === undefined) return { notImplemented: 'no answer', status: 501 }
  if ('output' in reply) return asJson(reply.output)
  return { ...refusedWith(reply.exception), message: reply.message ?? '' }
}

const asking =
  (ask: Ask): Send =>
  async (operation, request) => {
    try {
      return read(await ask(operation, request))
    } catch (thrown) {
      return described(thrown)
    }
  }

/** Each history asks as another account, so that the same endpoint may be made each time. */
const answering = ({ answer }: EndpointInProcess, number: number): Send => {
  const account = String(100_000_000_000 + number) as AccountId
  const caller = { account, principal: `arn:aws:iam::${account}:user/histories`, region }
  return (operation, request) => {
    const headers = requestHeaders(operation)
    const body = JSON.stringify(request)
    const { status, body: text, headers: told } = answer(caller, { method: 'POST', path: '/', headers, body })
    return Promise.resolve(replyOf({ status, body: text, errorType: told['x-amzn-errortype'] }))
  }
}

const isEndpoint = (made: InProcess | EndpointInProcess): made is EndpointInProcess => 'answer' in made

/** Histories with an implementation of this process. */
export const inProcess = (make: Extract<Implementation, () => unknown>): Stage => {
  let number = 0
  return {
    begin: () => {
      number += 1
      const made = make()
      const asked = typeof made === 'function' ? { ask: made } : made
      const { settle } = asked as { readonly settle?: (id: CustomKeyStoreId) => unknown }
      return Promise.resolve({
        send: isEndpoint(asked) ? answering(asked, number) : asking(asked.ask),
        ...(settle && {
          settle: async (id: string) => {
            await settle(id as CustomKeyStoreId)
          }
        }),
        token: number.toString(16).padStart(8, '0'),
        mayCreateKeys: true,
        isShared: false,
        patience: 0,
        end: () => Promise.resolve()
      })
    }
  }
}
