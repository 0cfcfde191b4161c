import { replyWithoutEcho } from '../conform/Exchange.js'
import type { Client } from '../conform/drive/Send.js'
import { echoesOf } from '../conform/secrets.js'
import type { Signer } from './signature.js'

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The secrets of a user: those of the signer, and a password in the address. */
const secretsOf = ({ secretAccessKey, sessionToken }: Signer, { password }: URL): ReadonlyArray<string> =>
  [secretAccessKey, sessionToken ?? '', password, decoded(password)].filter((secret) => secret.length > 3)

/** A client whose answers hold no secret of the user, even where the endpoint sends it back. */
export const discreetClient = (client: Client, signer: Signer, url: URL): Client => {
  const discreet = replyWithoutEcho(new Set(secretsOf(signer, url).flatMap(echoesOf)))
  return {
    ...client,
    as: (accessKeyId) => {
      const send = client.as(accessKeyId)
      return async (operation, request) => discreet(await send(operation, request))
    }
  }
}

/** An address without user and password. */
export const withoutCredentials = (url: URL): string => {
  const shown = new URL(url)
  shown.username = ''
  shown.password = ''
  return shown.href
}
