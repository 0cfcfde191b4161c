/** What the errors of io-ts show of a request that is refused, one by one. */
import { inspect } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { describe, expect, it } from 'vitest'
import { decode, report } from '../../src/codec/decode.js'
import { redacted } from '../../src/codec/Redacted.js'
import { CreateCustomKeyStoreRequest } from '../../src/model/requests/CreateCustomKeyStoreRequest.js'
import { CreateKeyRequest } from '../../src/model/requests/CreateKeyRequest.js'
import { EncryptRequest } from '../../src/model/requests/EncryptRequest.js'
import { XksProxyAuthenticationCredential } from '../../src/model/XksProxyAuthenticationCredential.js'
import { everyRequest } from '../everyRequest.js'

const token = 'Hidden7'

const errorsOf = (codec: t.Decoder<unknown, unknown>, input: unknown): t.Errors => {
  const read = codec.decode(input)
  return E.isLeft(read) ? read.left : []
}

const create = {
  CustomKeyStoreName: 'Store',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'customerCA.crt',
  KeyStorePassword: `${token}Password`
}

/** Of each error: its value, and the `actual` of its context from the outside in. */
const shownOf = (codec: t.Decoder<unknown, unknown>, input: unknown) =>
  errorsOf(codec, input).map(({ value, context }) => ({
    value,
    actual: context.map((entry) => entry.actual)
  }))

describe('an error', () => {
  it('of another member shows that member, and the request without the secret', () => {
    const { KeyStorePassword: _, ...rest } = create
    expect(shownOf(CreateCustomKeyStoreRequest, { ...create, CustomKeyStoreName: 5, Old: 'x' })).toEqual([
      { value: 5, actual: [{ ...rest, CustomKeyStoreName: 5, KeyStorePassword: redacted }, 5] }
    ])
  })

  it('of the secret shows only that there is one', () => {
    for (const password of ['short', 5, [token], { [token]: token }]) {
      expect(shownOf(CreateCustomKeyStoreRequest, { ...create, KeyStorePassword: password })).toEqual([
        { value: redacted, actual: [{ ...create, KeyStorePassword: redacted }, redacted] }
      ])
    }
  })

  it('of a part of a secret shows neither the part nor the whole', () => {
    const credential = { AccessKeyId: token, RawSecretAccessKey: token }
    const update = { XksProxyAuthenticationCredential: credential, CustomKeyStoreId: 'cks-1' }
    const whole = { ...update, XksProxyAuthenticationCredential: redacted }
    // Each half is too short or too long, and unlike its pattern.
    expect(shownOf(everyRequest.UpdateCustomKeyStore, update)).toEqual(
      [0, 1, 2].map(() => ({ value: redacted, actual: [whole, redacted, redacted] }))
    )
    expect(shownOf(XksProxyAuthenticationCredential, credential)).toEqual(
      [0, 1, 2].map(() => ({ value: redacted, actual: [redacted, redacted] }))
    )
  })

  it('of members that do not go together shows the request as well', () => {
    const { TrustAnchorCertificate: _, ...lacking } = create
    expect(shownOf(CreateCustomKeyStoreRequest, lacking)).toEqual([
      { value: undefined, actual: [{ ...lacking, KeyStorePassword: redacted }, undefined] }
    ])
  })

  it('of another member shows nothing that a function or the member of an inner record says', () => {
    const asked = { Description: () => token, TagKey: token, TagValue: token, Policy: null, KeySpec: 5 }
    expect(shownOf(CreateKeyRequest, asked)).toEqual(
      shownOf(CreateKeyRequest, asked).map(({ value }) => ({
        value,
        actual: [{ Description: redacted, Policy: null, KeySpec: 5 }, expect.anything()]
      }))
    )
    expect(shownOf(CreateKeyRequest, asked).map(({ value }) => value)).toEqual([redacted, 5])
  })

  it('has no message where it has none', () => {
    const [error] = errorsOf(CreateKeyRequest, { MultiRegion: 5 })
    expect(Object.keys(error ?? {})).toEqual(['value', 'context', 'reason'])
  })

  it('of a list or a record shows only that it is one', () => {
    const tags = [{ TagKey: 5, TagValue: 'v', password: token }]
    const aList = [redacted]
    const aRecord = { [redacted]: redacted }
    expect(shownOf(CreateKeyRequest, { Tags: tags, Description: { password: token } })).toEqual([
      { value: aRecord, actual: [{ Tags: aList, Description: aRecord }, aRecord] },
      { value: 5, actual: [{ Tags: aList, Description: aRecord }, aList, aRecord, 5] }
    ])
  })

  it('of an input that is no record shows whether there is one', () => {
    const shown = ['text', 5, [token], null, undefined].map((u) => shownOf(EncryptRequest, u))
    expect(shown).toEqual(
      [redacted, redacted, [redacted], null, undefined].map((value) => [{ value, actual: [value] }])
    )
  })

  it('shows nothing of a request that can be read only once', () => {
    const reads = { count: 0 }
    const once = Object.defineProperty({ Plaintext: 'Hidden7+' }, 'KeyId', {
      enumerable: true,
      get: () => {
        reads.count += 1
        return reads.count === 1 ? 5 : JSON.parse('unreadable')
      }
    })
    expect(shownOf(EncryptRequest, once)).toEqual([{ value: 5, actual: [redacted, 5] }])
  })

  it('shows nothing of what the request is inside of', () => {
    const outer = [{ key: '', type: EncryptRequest, actual: JSON.stringify({ Plaintext: token }) }]
    const inner = [...outer, { key: '0', type: EncryptRequest, actual: { Plaintext: token } }]
    const read = EncryptRequest.validate({ Plaintext: token }, inner)
    expect(inspect(read, { depth: Infinity })).not.toContain(token)
  })

  it('is reported as before', () => {
    const input = { ...create, CustomKeyStoreName: '', KeyStorePassword: 5 }
    expect(PathReporter.report(E.left(errorsOf(CreateCustomKeyStoreRequest, input)))).toEqual([
      'Member must be a string',
      'Member must have length greater than or equal to 1'
    ])
    const violations = decode(CreateCustomKeyStoreRequest)({ ...input, XksProxyConnectivity: [1] })
    expect(E.isLeft(violations) && report(violations.left)).toEqual([
      "KeyStorePassword: Member must be a string; received '(redacted)'",
      'XksProxyConnectivity: Member must satisfy enum value set: [PUBLIC_ENDPOINT, VPC_ENDPOINT_SERVICE]; received an array',
      "CustomKeyStoreName: Member must have length greater than or equal to 1; received ''"
    ])
  })
})
