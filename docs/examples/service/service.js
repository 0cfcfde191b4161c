/** The whole service over a database: a server and its workers. */
import { migrate } from './accounts.js'
import { answering } from './answer.js'
import { finishing } from './backing.js'
import { startServer } from './server.js'
import { startWorker } from './worker.js'

/**
 * @param {import('./database.js').Database} database
 * @param {object} settings
 * @param {object} settings.infrastructure what stands behind the stores
 * @param {object} settings.ciphers
 * @param {number} [settings.port] a free one if it is 0
 * @param {number} [settings.workers]
 * @param {number} [settings.leaseSeconds] for how long a worker may take for a job before another one takes it too
 * @param {number} [settings.connectionMilliseconds] how long a connection or disconnection takes
 */
export const startService = async (database, settings) => {
  const { infrastructure, port = 0, workers = 2, leaseSeconds = 30, connectionMilliseconds = 500 } = settings
  const { finish = finishing(infrastructure, connectionMilliseconds) } = settings
  await migrate(database)
  const stopWorkers = Array.from({ length: workers }, () =>
    startWorker(database, { leaseSeconds, pauseMilliseconds: 100, finish })
  )
  const server = await startServer(answering(database, settings), port)
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await Promise.all(stopWorkers.map((stop) => stop()))
    }
  }
}
