import { isPutOff } from '../throttled.js'
import { pause } from './pause.js'
import type { Client, Send } from './Send.js'

/** Milliseconds to wait before a request that was put off is sent again, each time. */
const pauses: ReadonlyArray<number> = [10, 20, 40, 80, 160, 320]

/** Milliseconds that all requests together may wait. */
const longest = 60_000

/** A client that sends again what the endpoint puts off, a few times, as the SDKs of AWS do. */
export const persistent = (client: Client): Client => {
  let waited = 0

  const sends =
    (send: Send): Send =>
    async (...request) => {
      let reply = await send(...request)
      for (const length of pauses) {
        if (!isPutOff(reply) || waited >= longest) return reply
        waited += length
        await pause(length)
        reply = await send(...request)
      }
      return reply
    }

  return { ...client, as: (accessKeyId) => sends(client.as(accessKeyId)) }
}
