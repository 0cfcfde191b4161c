/** The files that `conform` writes, and what it is told of the implementation. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { program } from '../../src/cli/program.js'
import { plain } from '../../src/cli/style.js'
import { listeningDuringTests, ownEndpoint } from '../conform/world.js'
import { quick } from './conformRuns.js'
import { ended } from './ended.js'

const folder = mkdtempSync(join(tmpdir(), 'conform-files-'))
const endpoint = listeningDuringTests(ownEndpoint({}))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const asked = [...quick, '--only', 'AWS_CLOUDHSM/new-store']
const conform = (...args: ReadonlyArray<string>) =>
  ended(['conform', '--endpoint', endpoint(), ...asked, ...args])

describe('a file that cannot be written', () => {
  it.each([
    ['--json', join(folder, 'missing', 'report.json'), 'there is no folder'],
    ['--junit', join(folder, 'missing', 'report.xml'), 'there is no folder'],
    ['--junit', folder, 'it is a folder']
  ])('is refused before anything is asked: %s %s', async (option, file, complaint) => {
    const nowhere = ['conform', '--endpoint', 'http://127.0.0.1:1', ...asked]
    const { code, stdout, stderr } = await ended([...nowhere, option, file])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`cannot write ${option} ${file}: ${complaint}`)
    expect(stderr).not.toContain('ECONNREFUSED')
  })

  it('is told in the end, where its folder has gone meanwhile', async () => {
    const passing = join(folder, 'passing')
    mkdirSync(passing)
    const told: Array<string> = []
    const code = await program(
      ['conform', '--endpoint', endpoint(), ...asked, '--junit', join(passing, 'report.xml')],
      {
        input: Readable.from([]),
        print: (text) => {
          told.push(text)
          rmSync(passing, { recursive: true })
          return Promise.resolve()
        },
        complain: (text) => told.push(text),
        style: plain
      }
    )
    expect(code).toBe(2)
    expect(told).toEqual([
      expect.stringContaining('No documented rule is broken'),
      expect.stringContaining(`cannot write ${join(passing, 'report.xml')}`)
    ])
  })
})

describe('a report', () => {
  it('is printed as JSON, or written as JSON next to the text', async () => {
    const printed = await conform('--json')
    const file = join(folder, 'report.json')
    const written = await conform('--json', file)
    expect([printed.code, written.code]).toEqual([0, 0])
    expect(written.stdout).toContain('No documented rule is broken')
    const [one, other] = [printed.stdout, readFileSync(file, 'utf8')].map((text) => JSON.parse(text))
    expect(Object.keys(one)).toEqual(Object.keys(other))
    expect(one.checks.map(({ id }: any) => id)).toEqual(['AWS_CLOUDHSM/new-store'])
  })

  it('is called by the name and version that are told, and else by the host', async () => {
    const told = await conform('--json', '--name', 'an emulator', '--implementation-version', 'v1')
    expect(JSON.parse(told.stdout)).toMatchObject({ name: 'an emulator', implementationVersion: 'v1' })
    expect(JSON.parse((await conform('--json')).stdout).name).toBe(new URL(endpoint()).host)
    expect((await conform('--name', 'an emulator')).stdout).toMatch(/^an emulator at http:/)
  })

  it.each(['--name', '--implementation-version'])('has no %s that is empty or too long', async (option) => {
    for (const text of ['', 'a'.repeat(101)]) {
      const { code, stderr } = await conform(option, text)
      expect(code).toBe(2)
      expect(stderr).toContain(`${option} must be text of 1 to 100 characters`)
    }
  })

  it('has the same seed in each run, unless another one is told', async () => {
    const seedOf = async (...args: ReadonlyArray<string>) =>
      JSON.parse((await conform('--json', '--only', 'random histories', '--histories', '1', ...args)).stdout)
        .histories
    expect(await seedOf()).toEqual({ ran: 1, seed: 1 })
    expect(await seedOf('--seed', '7')).toEqual({ ran: 1, seed: 7 })
    expect((await conform('--only', 'random histories', '--histories', '1')).stdout).toContain(
      '1 random history with seed 1.'
    )
  })
})
