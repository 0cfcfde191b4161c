/** An endpoint without a network: requests by operation and body, and a toy of a cipher that can be told apart from nothing. */
import { infrastructureOf, type InfrastructureFacts } from '../../src/model/Infrastructure.js'
import type { Account } from '../../src/model/Account.js'
import {
  respond,
  type Cryptography,
  type ProtocolCircumstances,
  type Request
} from '../../src/protocol/index.js'
import { circumstances, infrastructureFacts } from '../fixtures.js'

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
const mark = 'toy'

const contextOf = (context: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(context).sort())

const parts = (ciphertext: string): ReadonlyArray<string> => {
  try {
    const read: unknown = JSON.parse(Buffer.from(ciphertext, 'base64').toString('utf8'))
    return Array.isArray(read) && read[0] === mark ? read : []
  } catch {
    return []
  }
}

/** Bytes that are all 7, and ciphertexts that anybody can read. */
export const cryptography: Cryptography = {
  randomBytes: (count) => Buffer.alloc(count, 7).toString('base64'),
  encrypt: (keyArn, plaintext, context) =>
    base64(JSON.stringify([mark, keyArn, plaintext, contextOf(context)])),
  keyOf: (ciphertext) => parts(ciphertext)[1],
  decrypt: (ciphertext, context) => {
    const [, , plaintext, madeFor] = parts(ciphertext)
    return madeFor === contextOf(context) ? plaintext : undefined
  }
}

export const given: ProtocolCircumstances = { ...circumstances, requestId: 'request-1', cryptography }

/** What is given in a world that is other than without a fault. */
export const withFacts = (facts: Partial<InfrastructureFacts>): Partial<ProtocolCircumstances> => ({
  infrastructure: infrastructureOf({ ...infrastructureFacts, ...facts })
})

export const post = (operation: string, body: string): Request => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${operation}` },
  body
})

/** Status and parsed body of the answer to a request, and the account after it. */
export const ask = (
  account: Account,
  operation: string,
  request: unknown,
  changes: Partial<ProtocolCircumstances> = {}
) => {
  const { answer, account: after } = respond({ ...given, ...changes })(
    post(operation, JSON.stringify(request))
  )(account)
  return { status: answer.status, body: JSON.parse(answer.body), after }
}

/** The name of the error that answers, or 'accepted'. */
export const errorOf = (...request: Parameters<typeof ask>): string => {
  const { status, body } = ask(...request)
  return status === 200 ? 'accepted' : body.__type
}
