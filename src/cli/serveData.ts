import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
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

type Libsql = typeof libsql
type Database = InstanceType<Libsql>

/** Says of a file of SQLite that it is one of these: `kcks` in ASCII. */
const applicationId = 0x6b636b73
/** Of the table, and of what the entries hold. One that is later is refused. */
const version = 2

const table = `CREATE TABLE entry (
  name TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  -- of the name and the JSON, so that damage is noticed that leaves the file well formed
  sha256 TEXT NOT NULL
) WITHOUT ROWID, STRICT`

const digestOf = (name: string, json: string): string =>
  createHash('sha256')
    .update(JSON.stringify([name, json]))
    .digest('hex')

const messageOf = (error: unknown): string => harmless(error instanceof Error ? error.message : String(error))

/** The codes of SQLite, in words. */
const reasonOf = (error: unknown): string => {
  const { code } = error as { readonly code?: unknown }
  if (code === 'SQLITE_BUSY') return 'another process uses it'
  if (code === 'SQLITE_NOTADB') return 'its file state.db is damaged, or none of this program'
  if (code === 'SQLITE_CORRUPT') return 'its file state.db is damaged'
  return messageOf(error)
}

/** The package that is asked for by this option alone. */
const loaded = async (): Promise<E.Either<string, Libsql>> => {
  try {
    return E.right((await import('libsql')).default)
  } catch (error) {
    return (error as { readonly code?: unknown }).code === 'ERR_MODULE_NOT_FOUND'
      ? E.left('--data needs the package libsql, which is not installed: npm install libsql')
      : E.left(`--data needs the package libsql, which cannot be loaded: ${messageOf(error)}`)
  }
}

const numberOf = (database: Database, pragma: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${pragma}`).get() as object)[0]

/** What forbids to go on with a file, of which nothing has been changed. */
const obstacleIn = (database: Database): string | undefined => {
  const of = numberOf(database, 'user_version')
  if (numberOf(database, 'application_id') !== applicationId)
    return 'its file state.db is none of this program'
  if (of !== version)
    return `its file state.db has version ${String(of)}, and this program reads version ${String(version)}`
  return numberOf(database, 'quick_check') === 'ok' ? undefined : 'its file state.db is damaged'
}

interface Row {
  readonly name: string
  readonly json: string
  readonly sha256: string
}

const entriesIn = (database: Database): E.Either<string, Memory['entries']> => {
  const rows = database.prepare('SELECT name, json, sha256 FROM entry').all() as ReadonlyArray<Row>
  const isWhole = rows.every(({ name, json, sha256 }) => sha256 === digestOf(name, json))
  return isWhole
    ? E.right(new Map(rows.map(({ name, json }) => [name, JSON.parse(json) as unknown])))
    : E.left('its file state.db is damaged')
}

/** Takes the file for this process alone, as long as it lives, and nothing less than a disk that lies loses a commit. */
const taken = (database: Database): void => {
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  database.exec('PRAGMA synchronous = EXTRA')
  database.exec('BEGIN EXCLUSIVE')
}

const readOrMade = (database: Database): E.Either<string, Memory['entries']> => {
  const isNew = ['application_id', 'user_version', 'schema_version'].every(
    (of) => numberOf(database, of) === 0
  )
  const obstacle = isNew ? undefined : obstacleIn(database)
  if (obstacle !== undefined) return E.left(obstacle)
  if (isNew) {
    database.exec(table)
    database.exec(`PRAGMA application_id = ${String(applicationId)}`)
    database.exec(`PRAGMA user_version = ${String(version)}`)
  }
  return entriesIn(database)
}

/** Collects entries, and writes all that came in one turn of the event loop with one commit. */
const keeping = (database: Database, entries: Memory['entries']): Data => {
  const put = database.prepare('INSERT OR REPLACE INTO entry (name, json, sha256) VALUES (?, ?, ?)')
  const drop = database.prepare('DELETE FROM entry WHERE name = ?')
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

const openedIn = (libsql: Libsql, folder: string): E.Either<string, Data> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'state.db')
  closeSync(openSync(file, 'a+', 0o600))
  const database = new libsql(file)
  try {
    taken(database)
    const entries = readOrMade(database)
    database.exec(E.isRight(entries) ? 'COMMIT' : 'ROLLBACK')
    if (E.isRight(entries)) return E.right(keeping(database, entries.right))
    database.close()
    return entries
  } catch (error) {
    database.close()
    throw error
  }
}

/** Opens the folder, which is made if it is not there; or tells why that cannot be, and has changed nothing in it. */
export const openedData = async (folder: string): Promise<E.Either<string, Data>> => {
  const libsql = await loaded()
  if (E.isLeft(libsql)) return libsql
  try {
    const opened = openedIn(libsql.right, folder)
    return E.isRight(opened) ? opened : E.left(`cannot use ${harmless(folder)}: ${opened.left}`)
  } catch (error) {
    return E.left(`cannot use ${harmless(folder)}: ${reasonOf(error)}`)
  }
}
