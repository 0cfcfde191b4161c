import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type libsql from 'libsql'
import type { Memory } from '../endpoint/keptEntry.js'
import { digestOf, keeping, messageOf, type Data, type Database } from './dataKeeping.js'
import { harmless } from './terminal.js'

type Libsql = typeof libsql

/** Says of a file of SQLite that it is one of these: `kcks` in ASCII. */
const applicationId = 0x6b636b73
/** Of the table, and of what the entries hold. One that is later is refused. */
const version = 3

const table = `CREATE TABLE entry (
  name TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  -- of the name and the JSON, so that damage is noticed that leaves the file well formed
  sha256 TEXT NOT NULL
) WITHOUT ROWID, STRICT`

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
  }
  // At each start, so that a file that cannot be written is noticed before anybody has to be refused.
  database.exec(`PRAGMA user_version = ${String(version)}`)
  return entriesIn(database)
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
    if (E.isRight(entries)) return E.right(keeping(database, file, entries.right))
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
