/** The vectors: up to date, of the form that the schema describes, and fit to be run by others. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/codec/decode.js'
import { defaultEdition, editionNames } from '../../src/editions/editions.js'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { exampleRequest } from '../../src/possible/exampleRequests.js'
import { everyKind } from '../../src/possible/examples.js'
import { vectorFiles, vectorsOf, type Vector } from '../../src/vectors/index.js'
import { vector } from '../../src/vectors/make.js'
import { requestSequences } from '../../src/vectors/requestSequences.js'

interface File {
  readonly edition: string
  readonly subject: string
  readonly vectors: ReadonlyArray<Vector>
  readonly flags: Readonly<Record<string, string>>
  readonly sources: Readonly<Record<string, string>>
  readonly assumptions: Readonly<Record<string, string>>
}

const files = vectorFiles()
const parsed = files.map(({ path, text }) => ({ path, file: JSON.parse(text) as File }))

it.each(files.map(({ path, text }) => [path, text] as const))(
  'docs/vectors/%s is up to date',
  async (path, text) => {
    await expect(text).toMatchFileSnapshot(`../../docs/vectors/${path}`)
  }
)

describe('docs/vectors/schema.json', () => {
  const schema = JSON.parse(readFileSync('docs/vectors/schema.json', 'utf8')) as object
  const validate = new Ajv({ strict: false, formats: { uri: true } }).compile(schema)

  it.each(parsed.map(({ path, file }) => [path, file] as const))('describes %s', (_, file) => {
    expect(validate(file) ? [] : validate.errors).toEqual([])
  })

  it.each([[['luck']], [['quota']], [['state', 'state']], [undefined]])('refuses the needs %j', (needs) => {
    const [first] = parsed
    const broken = { ...first?.file, vectors: [{ ...first?.file.vectors[0], needs }] }
    expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false)
  })

  it('refuses a vector without an expectation', () => {
    const [first] = parsed
    const broken = { ...first?.file, vectors: [{ ...first?.file.vectors[0], expect: undefined }] }
    expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false)
  })
})

describe.each(parsed.map(({ path, file }) => [path, file] as const))('%s', (_, file) => {
  it('has ids that are used once, and the notes that its vectors need', () => {
    const ids = file.vectors.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { flags, source, assumes } of file.vectors) {
      expect(Object.keys(file.flags)).toEqual(expect.arrayContaining([...flags]))
      expect(file.sources[source]).toMatch(/^https:/)
      for (const number of assumes ?? []) expect(file.assumptions[number]).toMatch(/\.$/)
    }
  })

  it('expects something of every step', () => {
    for (const { id, params, expect: seen } of file.vectors) {
      expect([id, seen.length]).toEqual([id, params.steps.length])
    }
  })
})

describe('the folders', () => {
  const named = (folder: string): ReadonlyArray<File> =>
    parsed.filter(({ file }) => file.edition === folder).map(({ file }) => file)
  const vectorsIn = (folder: string): ReadonlyArray<Vector> => named(folder).flatMap(({ vectors }) => vectors)

  it('hold these files and no others', () => {
    const lying = readdirSync('docs/vectors', { recursive: true, encoding: 'utf8' })
    expect(lying.filter((path) => /.[/\\].*json$/.test(path)).sort()).toEqual(
      files.map(({ path }) => join(path)).sort()
    )
  })

  it('have a file of each operation, and one of histories, that all editions share', () => {
    expect(
      named('every-edition')
        .map(({ subject }) => subject)
        .sort()
    ).toEqual([...operationNames, 'sequences'].sort())
  })

  /** By hand: when a store may be connected or updated is what AWS's texts disagree on. */
  it.each(editionNames)('%s has the two operations on which editions disagree', (edition) => {
    expect(
      named(edition)
        .map(({ subject }) => subject)
        .sort()
    ).toEqual(['ConnectCustomKeyStore', 'UpdateCustomKeyStore'])
  })

  it.each(editionNames)('every-edition and %s together are all of its vectors, once each', (edition) => {
    const both = [...vectorsIn('every-edition'), ...vectorsIn(edition)]
    const byId = (one: Vector, other: Vector) => (one.id < other.id ? -1 : 1)
    const all = JSON.parse(JSON.stringify(vectorsOf(edition))) as ReadonlyArray<Vector>
    expect([...both].sort(byId)).toEqual([...all].sort(byId))
  })

  it('a vector stands in the folders of editions only if one of them has it otherwise', () => {
    for (const { id } of vectorsIn(defaultEdition)) {
      const forms = editionNames.map((edition) =>
        JSON.stringify(vectorsIn(edition).find((each) => each.id === id))
      )
      expect([id, new Set(forms).size > 1]).toEqual([id, true])
    }
  })
})

describe('the operations', () => {
  it('histories by requests alone are open in their last step only, which the result is about', () => {
    const open = requestSequences().flatMap((draft) =>
      draft.params.steps
        .slice(1)
        .map((_, i) => ({ ...draft, params: { ...draft.params, steps: draft.params.steps.slice(0, i + 1) } }))
        .filter((begun) => vector(defaultEdition)(begun).result === 'acceptable')
        .map(({ id, params }) => [id, params.steps.length])
    )
    expect(open).toEqual([])
  })

  it.each(operationNames)('%s has an example request of each kind of store that it reads', (operation) => {
    for (const kind of everyKind) {
      expect(
        E.isRight(
          decode(operationsByName[defaultEdition][operation].request)(exampleRequest(operation, kind))
        )
      ).toBe(true)
    }
  })
})

const python = spawnSync('python3', ['--version']).status === 0

describe.runIf(python)('the runner in the README', () => {
  const [, code] = /```python\n(.*?)```/s.exec(readFileSync('docs/vectors/README.md', 'utf8')) ?? []
  const run = (...args: ReadonlyArray<string>) => {
    const { status, stdout, stderr } = spawnSync('python3', ['-', ...args], { input: code, encoding: 'utf8' })
    return { status, out: stdout.split('\n'), stderr }
  }

  it('runs what its adapter can do, and counts the rest by need', () => {
    const { status, out } = run('docs/vectors')
    expect(out).toEqual([
      '75 of 75 vectors pass',
      '  needs infrastructure: 15 of 15',
      '  needs nothing: 30 of 30',
      '  needs state: 30 of 30',
      expect.stringMatching(/^left out for want of clock: [1-9]/),
      expect.stringMatching(/^left out for want of failure: [1-9]/),
      'left out for want of quota: 1',
      expect.stringMatching(/^left out for want of report: [1-9]/),
      expect.stringMatching(/^left out by the adapter: [1-9]/),
      ''
    ])
    expect(status).toBe(0)
  })

  it('runs what needs no more than is said', () => {
    const { status, out } = run('docs/vectors', '--needs', '')
    expect(out.slice(0, 2)).toEqual(['30 of 30 vectors pass', '  needs nothing: 30 of 30'])
    expect(out).toContainEqual(expect.stringMatching(/^left out for want of state: [1-9]/))
    expect(status).toBe(0)
  })

  it.each([
    ['a folder without vectors', ['test'], 'no vectors of exception-text-2022 in test\n'],
    ['an edition that is none', ['docs/vectors', '--edition', 'x'], 'no vectors of x in docs/vectors\n'],
    ['a need that is none', ['docs/vectors', '--needs', 'luck'], /no such need: luck\n/]
  ])('ends with 2 for %s', (_, args, message) => {
    const { status, stderr } = run(...args)
    expect(stderr).toMatch(message)
    expect(status).toBe(2)
  })
})
