import * as t from 'io-ts'
import { keyWithIdOrAlias, type Account } from '../model/Account.js'
import { EncryptionContext } from '../model/EncryptionContext.js'
import { grantToken, type GrantId } from '../model/Grant.js'
import { sealed } from '../possible/sealed.js'
import type { Exchange } from './Exchange.js'
import { grantIn, outputOf } from './replyMembers.js'

/** What an endpoint has given and nobody else can read, its grant tokens and ciphertexts; with what the model reads in its place. */
export type Opaque = ReadonlyMap<unknown, string>

/** The token of a grant, as the model gives it. */
const tokenIn = ({ reply }: Exchange): string | undefined => {
  const id = grantIn(reply)
  return id === undefined ? undefined : grantToken(id as GrantId, id as GrantId)
}

/** What stands for the ciphertext of an answer: of the key that the request names, with its encryption context. */
const ciphertextIn = ({ request }: Exchange, account: Account | undefined): string | undefined => {
  const name = request['DestinationKeyId'] ?? request['KeyId']
  const context = request['DestinationEncryptionContext'] ?? request['EncryptionContext'] ?? {}
  const key = account && t.string.is(name) ? keyWithIdOrAlias(account, name) : undefined
  return key && EncryptionContext.is(context) ? sealed(key.Arn, context) : undefined
}

/** After one more answer. */
export const withOpaque = (opaque: Opaque, account: Account | undefined, exchange: Exchange): Opaque => {
  const { GrantToken: token, CiphertextBlob: ciphertext } = outputOf(exchange.reply)
  const given = [
    [token, token === undefined ? undefined : tokenIn(exchange)],
    [ciphertext, ciphertext === undefined ? undefined : ciphertextIn(exchange, account)]
  ] as const
  const readable = given.flatMap(([theirs, ours]) => (ours === undefined ? [] : [[theirs, ours] as const]))
  return readable.length === 0 ? opaque : new Map([...opaque, ...readable])
}

/** An exchange with what the model can read in the place of what the endpoint has given. */
export const withoutOpaque = (opaque: Opaque, exchange: Exchange): Exchange => {
  const { GrantToken: token, CiphertextBlob: ciphertext } = exchange.request
  const [ownToken, ownCiphertext] = [opaque.get(token), opaque.get(ciphertext)]
  if (ownToken === undefined && ownCiphertext === undefined) return exchange
  return {
    ...exchange,
    request: {
      ...exchange.request,
      ...(ownToken !== undefined && { GrantToken: ownToken }),
      ...(ownCiphertext !== undefined && { CiphertextBlob: ownCiphertext })
    }
  }
}
