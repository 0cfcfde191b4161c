import { hasSeparateAccounts, someAccessKey } from '../../conform/drive/accounts.js'
import { client, type Sign } from '../../conform/drive/client.js'
import { createRequest, inventor } from '../../conform/drive/Inventor.js'
import type { Client } from '../../conform/drive/Send.js'
import { madeUp } from '../../conform/drive/storeProperties.js'
import { tidied } from '../../conform/drive/tidy.js'
import { inWords } from '../../conform/Exchange.js'
import { createdIn } from '../../conform/replyMembers.js'
import { region } from '../smallWorld.js'
import type { Stage } from './Stage.js'

/** How an endpoint is reached, and how long it may take. */
export interface HttpOptions {
  /** Signs and sends, as `client` of `kms-custom-key-store/conform` makes it; without it nothing is signed. */
  readonly client?: Client | undefined
  /** Milliseconds that a store may take to connect or disconnect before a history goes on; 10 s if absent. */
  readonly patience?: number | undefined
}

/** Claims an access key and a Region, and signs nothing: test endpoints read no more. */
const claimed: Sign = ({ headers }, accessKeyId = '111122223333') => ({
  ...headers,
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/${region}/kms/aws4_request`
})

/** Milliseconds. */
const longestAnswer = 10_000

/** Whether each access key has an account of its own, as far as one store can show. */
const areSeparate = async (kms: Client, patience: number): Promise<boolean> => {
  const send = kms.as()
  const first = await send('DescribeCustomKeyStores', {})
  if ('silent' in first) throw new Error(inWords(first))
  const created = await send(
    'CreateCustomKeyStore',
    createRequest(inventor(), 'AWS_CLOUDHSM', madeUp.AWS_CLOUDHSM.sound)
  )
  const id = createdIn(created)
  if (id === undefined) return false
  const separate = await hasSeparateAccounts(kms, [id])
  await tidied(send, { stores: [id], keys: [] }, patience)
  return separate === true
}

/** A few keys stay in stores that then stay too; more would fill the account. */
const mostHistoriesWithKeys = 3

/** Histories with the endpoint at a URL: each as another account, where each access key has one; or else each removes what it made. */
export const overHttp = (url: string, { client: given, patience = 10_000 }: HttpOptions): Stage => {
  const kms = given ?? client(url, claimed, longestAnswer)
  let separate: Promise<boolean> | undefined
  let withKeys = 0
  return {
    begin: async () => {
      separate ??= areSeparate(kms, patience)
      const isOwn = await separate
      const send = kms.as(isOwn ? someAccessKey() : undefined)
      return {
        send,
        token: inventor().token,
        mayCreateKeys: isOwn || withKeys < mostHistoriesWithKeys,
        isShared: !isOwn,
        patience,
        end: async (made) => {
          if (isOwn) return
          const left = await tidied(send, made, patience)
          withKeys += left.stores.length > 0 ? 1 : 0
        }
      }
    }
  }
}
