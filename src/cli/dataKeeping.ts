import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import type libsql from 'libsql'
import type { Memory } from '../endpoint/keptEntry.js'
import { harmless } from './terminal.js'

/** What an endpoint is kept in: one file of SQLite. */
export interface Data extends Memory {
  /** Waits until everything that was kept so far is on the disk; rejects where it cannot be written. */
  readonly committed: () => Promise<void>
  /** Why something cannot be written, once that is so. */
  readonly failure: Promise<string>
  /** Ends with what was kept so far on the disk. */
  readonly close: () => Promise<void>
}

export type Database = InstanceType<typeof libsql>

export const digestOf = (name: string, json: string): string =>
  createHash('sha256')
    .update(JSON.stringify([name, json]))
    .digest('hex')

export const messageOf = (error: unknown): string =>
  harmless(error instanceof Error ? error.message : String(error))

/** Which file is at a path, if there is one. */
const identityOf = (file: string): string | undefined => {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found && `${String(found.dev)} ${String(found.ino)}`
}

/** Collects entries, and writes all that came in one turn of the event loop with one commit. */
export const keeping = (database: Database, file: string, entries: Memory['entries']): Data => {
  const put = database.prepare('INSERT OR REPLACE INTO entry (name, json, sha256) VALUES (?, ?, ?)')
  const drop = database.prepare('DELETE FROM entry WHERE name = ?')
  const opened = identityOf(file)
  let waiting = new Map<string, object | undefined>()
  let commit: Promise<void> = Promise.resolve()
  let fail: (why: string) => void
  const failure = new Promise<string>((resolve) => (fail = resolve))

  const write = (): void => {
    const changes = waiting
    waiting = new Map()
    database.exec('BEGIN')
    for (const [name, entry] of changes) {
      const json = JSON.stringify(entry)
      if (entry === undefined) drop.run(name)
      else put.run(name, json, digestOf(name, json))
    }
    database.exec('COMMIT')
    if (identityOf(file) !== opened) throw new Error('its file state.db has been taken away')
  }

  const soon = (before: Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      setImmediate(() => {
        before
          .then(write)
          .then(resolve)
          .catch((error: unknown) => {
            const why = `cannot write what it has to keep: ${messageOf(error)}`
            fail(why)
            reject(new Error(why))
          })
      })
    })

  return {
    entries,
    keep: (name, entry) => {
      if (waiting.size === 0) {
        commit = soon(commit)
        commit.catch(() => undefined)
      }
      waiting.set(name, entry)
    },
    committed: () => commit,
    failure,
    close: async () => {
      await commit.catch(() => undefined)
      database.close()
    }
  }
}
