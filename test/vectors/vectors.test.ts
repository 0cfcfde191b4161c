/** The vectors: up to date, of the form that the schema describes, and fit to be run by others. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { vectorFiles, type Vector } from '../../src/vectors/index.js'

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
const ofDefault = parsed.filter(({ file }) => file.edition === 'exception-text-2022')
const find = (id: string): Vector | undefined =>
  ofDefault.flatMap(({ file }) => file.vectors).find((vector) => vector.id === id)

it.each(files)('docs/vectors/$path is up to date', async ({ path, text }) => {
  await expect(text).toMatchFileSnapshot(`../../docs/vectors/${path}`)
})

describe('the schema', () => {
  const schema = JSON.parse(readFileSync('docs/vectors/schema.json', 'utf8')) as object
  const validate = new Ajv({ strict: false, formats: { uri: true } }).compile(schema)

  it.each(parsed)('describes $path', ({ file }) => {
    expect(validate(file) ? [] : validate.errors).toEqual([])
  })

  it('refuses a vector without an expectation', () => {
    const [first] = parsed
    const broken = { ...first?.file, vectors: [{ ...first?.file.vectors[0], expect: undefined }] }
    expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false)
  })
})

describe.each(parsed)('$path', ({ file }) => {
  it('has ids that are used once, and the notes that its vectors need', () => {
    const ids = file.vectors.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { flags, source, assumes } of file.vectors) {
      expect(Object.keys(file.flags)).toEqual(expect.arrayContaining([...flags]))
      expect(file.sources[source]).toMatch(/^https:/)
      if (assumes !== undefined) expect(file.assumptions[assumes]).toMatch(/\.$/)
    }
  })

  it('expects something of every step', () => {
    for (const { id, params, expect: seen } of file.vectors) {
      expect([id, seen.length]).toEqual([id, params.steps.length])
    }
  })
})

/** By hand, from the documents. */
describe('what the vectors expect', () => {
  it.each([
    ['ConnectCustomKeyStore/AWS_CLOUDHSM/FAILED', 'invalid', 'CustomKeyStoreInvalidStateException'],
    [
      'ConnectCustomKeyStore/AWS_CLOUDHSM/cluster-no-hsm',
      'invalid',
      'CloudHsmClusterInvalidConfigurationException'
    ],
    [
      'ConnectCustomKeyStore/AWS_CLOUDHSM/cluster-uninitialized',
      'invalid',
      'CloudHsmClusterNotActiveException'
    ],
    ['ConnectCustomKeyStore/AWS_CLOUDHSM/cluster-one-hsm', 'valid', undefined],
    ['ConnectCustomKeyStore/AWS_CLOUDHSM/CONNECTED', 'acceptable', undefined],
    ['ConnectCustomKeyStore/AWS_CLOUDHSM/cluster-missing', 'acceptable', undefined],
    ['DeleteCustomKeyStore/AWS_CLOUDHSM/keys-pending-deletion', 'invalid', 'CustomKeyStoreHasCMKsException'],
    ['GenerateRandom/PUBLIC_ENDPOINT/CONNECTED', 'acceptable', 'UnsupportedOperationException'],
    ['UpdateCustomKeyStore/AWS_CLOUDHSM/CONNECTED', 'invalid', 'CustomKeyStoreInvalidStateException'],
    ['CreateKey/PUBLIC_ENDPOINT/external-key-in-use', 'invalid', 'XksKeyAlreadyInUseException'],
    ['CreateCustomKeyStore/VPC_ENDPOINT_SERVICE/proxy-unreachable', 'acceptable', undefined]
  ])('%s is %s: %s', (id, result, exception) => {
    const vector = find(id)
    expect(vector?.result).toBe(result)
    expect(vector?.expect.at(-1)?.exception?.name).toBe(exception)
  })
})

const python = spawnSync('python3', ['--version']).status === 0

it.runIf(python)('the runner in the README runs them', () => {
  const [, code] = /```python\n(.*?)```/s.exec(readFileSync('docs/vectors/README.md', 'utf8')) ?? []
  const out = execFileSync('python3', ['-', 'docs/vectors'], { input: code, encoding: 'utf8' })
  expect(out).toBe('75 of 75 vectors pass\n')
})
