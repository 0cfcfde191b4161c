/** Starts the service as the environment says, and stops it at SIGTERM or Ctrl-C. README.md lists the variables. */
import { randomBytes } from 'node:crypto'
import { infrastructureWith } from './backing.js'
import { ciphersUnder } from './ciphers.js'
import { openDatabase } from './database.js'
import { startService } from './service.js'

const { DATABASE_URL, DATA = './data', INFRASTRUCTURE, SECRET } = process.env
const { PORT = '8080', WORKERS = '2', LEASE_SECONDS = '30', CONNECTION_MILLISECONDS = '500' } = process.env

const database = await openDatabase({ url: DATABASE_URL, folder: DATA })
const service = await startService(database, {
  infrastructure: infrastructureWith(INFRASTRUCTURE),
  ciphers: ciphersUnder(SECRET ? Buffer.from(SECRET, 'hex') : randomBytes(32)),
  port: Number(PORT),
  workers: Number(WORKERS),
  leaseSeconds: Number(LEASE_SECONDS),
  connectionMilliseconds: Number(CONNECTION_MILLISECONDS)
})
console.log(service.url)

const stop = async () => {
  await service.stop()
  await database.close()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
