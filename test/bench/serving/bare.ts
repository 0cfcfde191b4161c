/** A server that does nothing but parse and print JSON. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((request, response) => {
  const pieces: Array<Buffer> = []
  request.on('data', (piece: Buffer) => void pieces.push(piece))
  request.on('end', () => {
    const input: unknown = JSON.parse(Buffer.concat(pieces).toString())
    const body = Buffer.from(JSON.stringify({ CustomKeyStores: [], Truncated: false, input }))
    response.writeHead(200, {
      'content-type': 'application/x-amz-json-1.1',
      'content-length': body.length
    })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () =>
  console.log(
    JSON.stringify({ listening: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` })
  )
)
