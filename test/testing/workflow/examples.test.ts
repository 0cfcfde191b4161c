/** The workflows of docs/examples: what is wrong with each, and that each change for the worse of a mended one is found. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { found } from './machines.js'
import { mutants, type Definition } from './mutants.js'

const folder = 'docs/examples/workflows'
const read = (name: string): Definition =>
  JSON.parse(readFileSync(join(folder, `${name}.asl.json`), 'utf8')) as Definition

/** What is wrong with each, but for failures of KMS itself. */
const faults: Readonly<Record<string, ReadonlyArray<string>>> = {
  'poll-until-connected': ['endlessLoop at IsItConnected', 'uncaughtError at Connect'],
  'poll-until-connected-mended': [],
  'delete-at-once': ['refusedRequest at Delete', 'refusedRequest at Delete', 'uncaughtError at Disconnect'],
  'delete-at-once-mended': []
}

describe('the examples', () => {
  it('are all here', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(faults)
        .map((name) => `${name}.asl.json`)
        .sort()
    )
  })

  it.each(Object.keys(faults))('%s', (name) => {
    expect(found(read(name), { without: ['serviceFailure'] })).toEqual(faults[name])
  })

  it.each(Object.keys(faults).filter((name) => name.endsWith('mended')))('%s has no fault at all', (name) => {
    expect(found(read(name))).toEqual([])
  })
})

describe.each(Object.keys(faults).filter((name) => name.endsWith('mended')))('%s, made worse', (name) => {
  it.each([...mutants(read(name))])('%s', (_, mutant) => {
    expect(found(mutant)).not.toEqual([])
  })

  it('in enough ways', () => {
    expect([...mutants(read(name))].length).toBeGreaterThan(12)
  })
})
