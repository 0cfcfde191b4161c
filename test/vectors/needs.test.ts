/** What the vectors need besides requests: by hand, and by taking away what they do not need. */
import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { requested } from '../../src/account/requested.js'
import { violated } from '../../src/exceptions/commonErrors.js'
import { operationsByName } from '../../src/operations/index.js'
import { goodCircumstances } from '../../src/possible/examples.js'
import { standIn } from '../../src/possible/sealed.js'
import type { OperationStep } from '../../src/replay/HistoryStep.js'
import { needs, vectorsOf, type Need } from '../../src/vectors/index.js'

const vectors = vectorsOf('exception-text-2022')
const needsOf = (id: string): ReadonlyArray<Need> | undefined =>
  vectors.find((vector) => vector.id === id)?.needs

describe('needs', () => {
  it.each<readonly [string, ReadonlyArray<Need>]>([
    // One thing is wrong behind the store, whether the request is refused for it or not.
    ['ConnectCustomKeyStore/AWS_CLOUDHSM/cluster-no-hsm', ['infrastructure']],
    ['CreateKey/PUBLIC_ENDPOINT/external-key-disabled', ['infrastructure']],
    ['ConnectCustomKeyStore/AWS_CLOUDHSM/cluster-one-hsm', ['infrastructure']],
    // It connected badly before.
    ['ConnectCustomKeyStore/AWS_CLOUDHSM/FAILED', ['infrastructure']],
    // Two clusters have one certificate; another cluster is there, and has its own.
    ['CreateCustomKeyStore/AWS_CLOUDHSM/cluster-related', ['infrastructure']],
    ['UpdateCustomKeyStore/AWS_CLOUDHSM/related-cluster', ['infrastructure']],
    ['UpdateCustomKeyStore/AWS_CLOUDHSM/unrelated-cluster', ['infrastructure']],
    ['ConnectCustomKeyStore/AWS_CLOUDHSM/CONNECTING', ['state']],
    ['Encrypt/PUBLIC_ENDPOINT/DISCONNECTING', ['state']],
    // The fault is behind a store that is connecting.
    ['sequences/AWS_CLOUDHSM/connection/kmsuser-password', ['infrastructure', 'state']],
    ['sequences/AWS_CLOUDHSM/connection/kms-internal', ['failure']],
    ['sequences/PUBLIC_ENDPOINT/recovery', ['infrastructure']],
    ['sequences/PUBLIC_ENDPOINT/disconnect-while-connecting', ['state', 'report']],
    ['sequences/AWS_CLOUDHSM/safe-deletion', ['state', 'clock']],
    ['Encrypt/AWS_CLOUDHSM/key-unavailable', ['failure']],
    ['CreateCustomKeyStore/AWS_CLOUDHSM/quota', ['quota: 10']],
    // Requests are enough.
    ['ConnectCustomKeyStore/AWS_CLOUDHSM/DISCONNECTED', []],
    ['CreateCustomKeyStore/PUBLIC_ENDPOINT/uri-in-use', []],
    ['Encrypt/AWS_CLOUDHSM/key-PendingDeletion', []],
    ['sequences/PUBLIC_ENDPOINT/key-use', []],
    ['sequences/AWS_CLOUDHSM/pages', []],
    ['sequences/AWS_CLOUDHSM/update/cluster', ['infrastructure']]
  ])('of %s are %j', (id, expected) => {
    expect(needsOf(id)).toEqual(expected)
  })

  it('name every word somewhere, in the schema and in the README', () => {
    const used = new Set(vectors.flatMap((vector) => vector.needs.map((need) => need.split(':')[0])))
    expect([...used].sort()).toEqual(Object.keys(needs).sort())
    const schema = readFileSync('docs/vectors/schema.json', 'utf8')
    const readme = readFileSync('docs/vectors/README.md', 'utf8')
    for (const word of Object.keys(needs)) {
      expect(readme).toMatch(new RegExp(`^\\| \`${word}(: N)?\` \\|`, 'm'))
      expect(schema).toMatch(new RegExp(`"\\^?${word}(: \\[|")`))
    }
  })

  it('are none only where a request has the same answer before any sound infrastructure', () => {
    const single = vectors.filter(
      ({ needs: [need], params }) => need === undefined && params.steps.length === 1
    )
    expect(single.length).toBeGreaterThan(400)
    for (const { id, params, flags, expect: seen } of single) {
      const { operation, request = {} } = params.steps[0] as OperationStep
      const given = flags.includes('Ciphertext')
        ? { ...goodCircumstances, cryptography: standIn }
        : goodCircumstances
      const read = requested(operationsByName['exception-text-2022'][operation])(given)(request)(
        params.account
      )
      const result = E.isLeft(read) ? E.left(violated(read.left)) : read.right.result
      const got = E.isLeft(result) ? result.left.name : undefined
      expect([id, got]).toEqual([id, seen[0]?.exception?.name])
    }
  })
})
