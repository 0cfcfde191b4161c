/** What is raised by io-ts of a request that is refused: no secret is in it, and it still says what is wrong. */
import { inspect } from 'node:util'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { describe, expect, it } from 'vitest'
import { decode, report } from '../../src/codec/decode.js'
import { operationNames } from '../../src/operations/index.js'
import { rawRequest } from '../arbitraryRequests.js'
import { everyRequest } from '../everyRequest.js'

/** All secrets of these tests begin like this, those of the arbitrary requests as well. */
const token = 'Hidden7'
const aNumber = 7_391_846_250
const secrets = [token, `${token}Password`, `${token}+${'A'.repeat(36)}`, `${token}+`.repeat(900), aNumber]

const errorsOf = (codec: t.Decoder<unknown, unknown>, input: unknown): t.Errors => {
  const read = codec.decode(input)
  return E.isLeft(read) ? read.left : []
}

/** Everything that can be printed of the errors, in every way. */
const printed = (codec: t.Decoder<unknown, unknown>, input: unknown): string => {
  const errors = errorsOf(codec, input)
  const violations = decode(codec)(input)
  return [
    JSON.stringify(errors),
    inspect(errors, { depth: Infinity, showHidden: true, maxStringLength: Infinity }),
    ...PathReporter.report(E.left(errors)),
    ...(E.isLeft(violations) ? [JSON.stringify(violations.left), ...report(violations.left)] : [])
  ].join('\n')
}

const isQuiet = (text: string): boolean => !text.includes(token) && !text.includes(String(aNumber))

const secret = fc.constantFrom<unknown>(...secrets)
const shaped = fc.oneof(
  secret,
  secret.map((s) => [s]),
  secret.map((s) => ({ value: s })),
  secret.map((s) => ({ AccessKeyId: 'ABCDEFGHIJKLMNOPQRST', RawSecretAccessKey: s })),
  secret.map((s) => ({ AccessKeyId: s, rawSecretAccessKey: [{ deep: s }] })),
  secret.map((s) => Object.assign(() => s, { s })),
  secret.map((s) => new Map([[s, s]]))
)

const secretNames = ['KeyStorePassword', 'XksProxyAuthenticationCredential', 'Plaintext']
const misspelt = [
  'keyStorePassword',
  'Password',
  'RawSecretAccessKey',
  'plaintext',
  'constructor',
  '__proto__'
]

/**
 * Values in which a secret is deeper than the codec of any member looks. What is left is a member that is no secret and
 * has one as its value: an error about that member shows it, as it shows every value of an encryption context.
 */
const insideOf = secret.chain((s) =>
  fc.constantFrom<unknown>(
    [[s]],
    { KeyStorePassword: [s] },
    [{ TagKey: 5, password: s }],
    [[{ s }]],
    Object.assign(() => s, { s })
  )
)
const wrong = fc.constantFrom<unknown>(5, null, '', {}, 'x'.repeat(9999), true)

/** A request with secrets in members that have that name, or a name like it, and some members wrong. */
const planted = (name: keyof typeof everyRequest) => {
  const others = everyRequest[name].members
    .filter((member) => member.within.length === 0 && !member.secret)
    .map((member) => member.name)
  return fc
    .tuple(
      rawRequest[name],
      fc.dictionary(fc.constantFrom(...secretNames, ...misspelt), shaped, { maxKeys: 3 }),
      fc.dictionary(fc.constantFrom(...others), fc.oneof(wrong, insideOf), { maxKeys: 2 })
    )
    .map((parts): unknown => Object.assign({}, ...parts))
}

const noRequest = fc.oneof(
  shaped.filter((s) => typeof s !== 'object' || Array.isArray(s)),
  secret.map((s) => JSON.stringify({ KeyStorePassword: s })),
  secret.map((s) => [{ KeyStorePassword: s }])
)

describe.each(operationNames)('the errors of a request of %s', (name) => {
  it('show no secret, wherever it is and whatever else is wrong', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: planted(name) }, noRequest), (input) => {
        expect(isQuiet(printed(everyRequest[name], input))).toBe(true)
        expect(isQuiet(printed(everyRequest[name].apart, input))).toBe(true)
      }),
      { numRuns: 100 }
    )
  })
})
