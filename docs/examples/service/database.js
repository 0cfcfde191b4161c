/**
 * One small interface over PGlite, which is Postgres within this process, and over a Postgres server.
 *
 * @typedef {(text: string, values?: unknown[]) => Promise<any[]>} Query answers the rows
 * @typedef {object} Database
 * @property {Query} query
 * @property {<A>(run: (query: Query) => Promise<A>) => Promise<A>} transaction is undone if `run` throws
 * @property {() => Promise<void>} close
 */
import { holdFolder } from './folder.js'
import { statements } from './tables.js'

/** Postgres in this process, with its files in a folder. */
const embedded = async (folder) => {
  const { PGlite } = await import('@electric-sql/pglite')
  const release = await holdFolder(folder)
  const database = await PGlite.create(folder)
  const queryOf = (on) => async (text, values) => (await on.query(text, values)).rows
  return {
    query: queryOf(database),
    transaction: (run) => database.transaction((transaction) => run(queryOf(transaction))),
    close: async () => {
      await database.close()
      await release()
    }
  }
}

const server = async (url) => {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url })
  // A connection that breaks while nobody uses it; the pool makes another one.
  pool.on('error', ({ message }) => console.error(message))
  const queryOf = (on) => async (text, values) => (await on.query(text, values)).rows
  return {
    query: queryOf(pool),
    transaction: async (run) => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const result = await run(queryOf(client))
        await client.query('commit')
        client.release()
        return result
      } catch (error) {
        await client.query('rollback').then(
          () => client.release(),
          (broken) => client.release(broken)
        )
        throw error
      }
    },
    close: () => pool.end()
  }
}

/**
 * @param {{ url?: string, folder?: string }} place a Postgres server, or the folder of an embedded one
 * @returns {Promise<Database>} with its tables
 */
export const openDatabase = async ({ url, folder }) => {
  const database = url ? await server(url) : await embedded(folder)
  await database.transaction(async (query) => {
    for (const statement of statements) await query(statement)
  })
  return database
}
