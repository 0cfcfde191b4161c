import * as t from 'io-ts'
import type { Send } from '../../conform/drive/Send.js'
import { inTexts } from '../../conform/inTexts.js'
import { metadataIn } from '../../conform/replyMembers.js'
import { arnPrefix } from '../smallWorld.js'

/** The beginning of an ARN of a key, up to its account. */
const prefixIn = (arn: unknown): string | undefined =>
  t.string.is(arn) ? /^(arn:[^:]+:kms:[^:]*:[^:]*:)key\//.exec(arn)?.[1] : undefined

const inPlace =
  (from: string, to: string) =>
  (text: string): string =>
    text.startsWith(from) ? to + text.slice(from.length) : text

/**
 * Sends to an implementation as if its account and Region were those of the small world. Which they are is known as soon as it has
 * shown a key; before that there is nothing to name by an ARN.
 */
export const inSmallWorld = (send: Send): Send => {
  let own = arnPrefix
  return async (operation, request) => {
    const reply = await send(operation, inTexts(request, inPlace(arnPrefix, own)))
    own = prefixIn(metadataIn(reply)['Arn']) ?? own
    return 'output' in reply ? { ...reply, output: inTexts(reply.output, inPlace(own, arnPrefix)) } : reply
  }
}
