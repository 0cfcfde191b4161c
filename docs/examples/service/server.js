/** HTTP in front of it, as AWS's clients speak it. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { longestBody } from 'kms-custom-key-store/protocol'

/** The body, or as much of it as shows that it is too long, which the protocol refuses. */
const bodyOf = async (incoming) => {
  const parts = []
  let length = 0
  for await (const part of incoming.iterator({ destroyOnReturn: false })) {
    parts.push(part)
    length += part.length
    // A character has at most four bytes.
    if (length > 4 * longestBody) break
  }
  return Buffer.concat(parts).toString()
}

const failed = {
  status: 500,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify({ __type: 'KMSInternalException', message: 'The request could not be answered.' })
}

/**
 * @param {ReturnType<import('./answer.js').answering>} answer
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export const startServer = async (answer, port) => {
  const server = createServer(async (incoming, outgoing) => {
    const { method, url: path, headers } = incoming
    const { status, ...rest } = await bodyOf(incoming)
      .then((body) => answer({ method, path, headers, body }))
      .catch((error) => {
        console.error(error.message)
        return failed
      })
    outgoing.writeHead(status, rest.headers).end(rest.body)
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: async () => {
      server.close()
      server.closeIdleConnections()
      await once(server, 'close')
    }
  }
}
