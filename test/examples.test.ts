/** Each project in docs/examples, installed from the packed package and run by its own command. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installed } from './installed.js'
import { runProgram } from './runProgram.js'

const folder = 'docs/examples'
/** It takes longest, so it is begun first. */
const longest = 'service'
const others = readdirSync(folder).filter(
  (name) => name !== longest && existsSync(join(folder, name, 'package.json'))
)
const examples = [longest, ...others]
const place = mkdtempSync(join(tmpdir(), 'examples-'))
let tarball = ''

const hasPostgres =
  process.env['DATABASE_URL'] !== undefined ||
  (existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0)

/** What an example can do without, and tries less then. */
const missed: Readonly<Record<string, string>> = hasPostgres
  ? {}
  : { service: ' (with PGlite alone: Postgres is not installed)' }

const hasBoto3 = spawnSync('python3', ['-c', 'import boto3']).status === 0

/** What an example needs besides Node, and whether it is there. */
const needs: Readonly<Record<string, boolean>> = { python: hasBoto3 }

beforeAll(async () => {
  const packed = await runProgram(
    '.',
    'npm',
    'pack',
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    place
  )
  tarball = join(place, JSON.parse(packed)[0].filename)
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

describe('an example is installed and run by its command', () => {
  it('there are examples, and the page leads to each', () => {
    expect(examples.length).toBeGreaterThan(3)
    const page = readFileSync(join(folder, 'README.md'), 'utf8')
    expect(examples.filter((name) => !page.includes(`](${name}`))).toEqual([])
  })

  for (const name of examples) {
    const isMissing = needs[name] === false
    const title = isMissing
      ? `${name} (skipped: it needs python3 with boto3)`
      : `${name}${missed[name] ?? ''}`
    // A few at a time: most of what each takes is to be installed.
    it(title, { concurrent: true, skip: isMissing, timeout: 400_000 }, async () => {
      const project = join(place, name)
      cpSync(join(folder, name), project, { recursive: true })
      await installed(project, tarball)
      expect(await runProgram(project, 'npm', 'test')).not.toBe('')
    })
  }
})
