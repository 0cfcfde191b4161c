/** The databases on which the tests run: PGlite always, Postgres where DATABASE_URL names one or Debian's is installed. */
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (command, ...args) => {
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe']
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`)
}

const installed = '/usr/lib/postgresql'

/** The folder of the newest Postgres of Debian that is here. */
const binaries = () =>
  (existsSync(installed) ? readdirSync(installed) : [])
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(installed, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')))

/** A cluster of its own on a socket in a new folder. Postgres refuses to run as root, so it runs as its own user then. */
const cluster = () => {
  const folder = mkdtempSync(join(tmpdir(), 'service-postgres-'))
  const isRoot = process.getuid?.() === 0
  const as = (command, ...args) =>
    isRoot
      ? run('runuser', '-u', 'postgres', '--', join(binaries(), command), ...args)
      : run(join(binaries(), command), ...args)
  if (isRoot) {
    const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
    chownSync(folder, id('-u'), id('-g'))
  }
  const data = join(folder, 'data')
  as('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-N')
  const options = ['-D', data, '-w', '-m', 'immediate', '-l', join(folder, 'log')]
  as('pg_ctl', ...options, '-o', `-c listen_addresses= -k ${folder}`, 'start')
  const url = `postgresql://postgres@localhost/postgres?host=${folder}`
  return {
    url,
    crash: () => as('pg_ctl', ...options, 'restart'),
    remove: () => {
      as('pg_ctl', ...options, 'stop')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** An empty database in the server that DATABASE_URL names. */
const databaseIn = async (server) => {
  const { default: pg } = await import('pg')
  const name = `service_test_${process.pid}_${Date.now()}`
  const say = async (statement) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await say(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => say(`drop database ${name} with (force)`) }
}

const given = process.env.DATABASE_URL

/**
 * `isShared`: whether several processes may have it open. `make` answers a new and empty one: the variables of the
 * environment that name it to main.js, the same as `openDatabase` takes it, what
 * removes it, and what lets it crash and start again if that is its own to do.
 */
export const databases = [
  {
    name: 'PGlite',
    isShared: false,
    make: async () => {
      const parent = mkdtempSync(join(tmpdir(), 'service-pglite-'))
      const folder = join(parent, 'data')
      const remove = () => rmSync(parent, { recursive: true, force: true })
      return { environment: { DATA: folder }, place: { folder }, remove }
    }
  },
  {
    name: 'Postgres',
    isShared: true,
    skip: !given && !binaries() && 'no DATABASE_URL, and no Postgres of Debian is installed',
    make: async () => {
      const { url, crash, remove } = given ? await databaseIn(given) : cluster()
      return { environment: { DATABASE_URL: url }, place: { url }, crash, remove }
    }
  }
]
