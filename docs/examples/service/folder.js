/** Keeps a folder to one process. PGlite does not check that, and two would destroy each other's data. */
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join, resolve } from 'node:path'

const isAnswered = (address) =>
  new Promise((answer) => {
    const socket = connect(address, () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', () => answer(false))
  })

/** Listens beside the folder. Whoever is killed listens no longer, and leaves behind a file that means nothing. */
const listening = async (address) => {
  const server = createServer().unref()
  await once(server.listen(address), 'listening')
  return server
}

/** @returns {Promise<() => Promise<void>>} gives the folder back */
export const holdFolder = async (folder) => {
  const address =
    process.platform === 'win32' ? join('\\\\?\\pipe', resolve(folder)) : `${folder.replace(/\/+$/, '')}.lock`
  const server = await listening(address).catch(async (error) => {
    if (error.code !== 'EADDRINUSE') throw error
    if (await isAnswered(address)) throw new Error(`${folder} is open already, here or in another process.`)
    rmSync(address, { force: true })
    return listening(address)
  })
  return async () => {
    server.close()
    await once(server, 'close')
  }
}
