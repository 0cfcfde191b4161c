/** No secret shows in what an endpoint tells of its requests, wherever in a request it stands. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endpointOrThrow } from '../../src/endpoint/index.js'
import { operationNames, type OperationName } from '../../src/index.js'
import { rawRequest } from '../arbitraryRequests.js'

const secret = 'hunter2'
const caller = { account: '111122223333' as never, principal: 'arn', region: 'us-east-1' }

const started = () =>
  endpointOrThrow({
    stores: [{ CustomKeyStoreId: 'cks-1', ConnectionState: 'CONNECTED', keys: [{ KeyId: 'one' }] }]
  })

const ask = (endpoint: ReturnType<typeof started>, operation: OperationName, input: object) =>
  endpoint.answer(caller, {
    method: 'POST',
    path: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `TrentService.${operation}`
    },
    body: JSON.stringify(input)
  })

const told = (
  operation: OperationName,
  input: object,
  error?: 'ThrottlingException' | 'KMSInternalException'
) => {
  const endpoint = started()
  if (error !== undefined) endpoint.fail({ error })
  ask(endpoint, operation, input)
  return endpoint.requests()[0]
}

describe('what a codec has not read is not shown', () => {
  it('where an error is imposed, whatever the form of the request', () => {
    const input = { CustomKeyStoreName: [secret], XksProxyUriPath: { RawSecretAccessKey: secret } }
    expect(told('CreateCustomKeyStore', input, 'ThrottlingException')?.input).toEqual({
      CustomKeyStoreName: '(redacted)',
      XksProxyUriPath: '(redacted)'
    })
    const right = { CustomKeyStoreName: 'mine', KeyStorePassword: secret }
    expect(told('CreateCustomKeyStore', right, 'ThrottlingException')?.input).toEqual({
      CustomKeyStoreName: 'mine',
      KeyStorePassword: '(redacted)'
    })
  })

  it('inside of a member of a request that was accepted', () => {
    const tag = { TagKey: 'a', TagValue: 'b' }
    const tagging = told('TagResource', { KeyId: 'one', Tags: [{ ...tag, KeyStorePassword: secret }] })
    expect(tagging).toMatchObject({ input: { KeyId: 'one', Tags: [tag] }, output: {} })
    const Constraints = { EncryptionContextSubset: { team: 'payments' } }
    const granting = told('CreateGrant', {
      KeyId: 'one',
      GranteePrincipal: 'arn:aws:iam::111122223333:user/a',
      Operations: ['Encrypt'],
      Constraints: { ...Constraints, KeyStorePassword: secret }
    })
    expect(granting).toMatchObject({ input: { Constraints }, output: {} })
    expect(JSON.stringify([tagging, granting])).not.toContain(secret)
  })
})

type Place = readonly [within: ReadonlyArray<string | number>, holds: 'members' | 'entries' | 'pairs']

/** Where something can be put: every record and list in a value. Entries of an encryption context are no secrets. */
const placesIn = (value: unknown, within: ReadonlyArray<string | number> = []): ReadonlyArray<Place> => {
  if (Array.isArray(value))
    return [[within, 'entries'], ...value.flatMap((each, i) => placesIn(each, [...within, i]))]
  if (typeof value !== 'object' || value === null) return []
  const isContext = String(within.at(-1)).includes('EncryptionContext')
  const inside = Object.entries(value).flatMap(([name, each]) => placesIn(each, [...within, name]))
  return [[within, isContext ? 'pairs' : 'members'], ...inside]
}

const wrongForms: ReadonlyArray<unknown> = [
  { a: { b: secret } },
  [[secret]],
  { KeyStorePassword: { a: [secret] } }
]

/** The value with a member or entry that holds the secret. */
const planted = (value: unknown, [within, holds]: Place, name: string, form: number): unknown => {
  const [first, ...rest] = within
  const wrong = wrongForms[form % wrongForms.length]
  if (first !== undefined) {
    const inside = planted((value as never)[first], [rest, holds], name, form)
    if (Array.isArray(value)) return value.map((each: unknown, i) => (i === first ? inside : each))
    return { ...(value as object), [first]: inside }
  }
  if (holds === 'entries') return [...(value as ReadonlyArray<unknown>), wrong]
  const isSecret = holds === 'members' && form >= wrongForms.length
  return { ...(value as object), [name]: isSecret ? secret : wrong }
}

/** A request with a secret somewhere: under a name of a secret or an unknown one, or in the place of something else. */
const withSecret = fc.constantFrom(...operationNames).chain((operation) =>
  rawRequest[operation].chain((input) => {
    const ownNames = Object.keys(input)
    const strange = fc.constantFrom('KeyStorePassword', 'XksProxyAuthenticationCredential', 'Pasword')
    const unknown = fc.record({
      place: fc.constantFrom(...placesIn(input)),
      name: strange,
      form: fc.nat(5)
    })
    const known = fc.record({
      place: fc.constant<Place>([[], 'members']),
      name: ownNames.length === 0 ? strange : fc.constantFrom(...ownNames),
      form: fc.nat(wrongForms.length - 1)
    })
    return fc.oneof(unknown, known).map(({ place, name, form }) => ({
      operation,
      input: planted(input, place, name, form) as object
    }))
  })
)

it('a secret anywhere in a request never shows, whether or not an error is imposed', () => {
  const endpoint = started()
  const errors = [undefined, 'ThrottlingException', 'KMSInternalException'] as const
  fc.assert(
    fc.property(withSecret, fc.constantFrom(...errors), ({ operation, input }, error) => {
      endpoint.reset()
      if (error !== undefined) endpoint.fail({ error })
      ask(endpoint, operation, input)
      const text = JSON.stringify(endpoint.requests())
      expect(JSON.stringify(input)).toContain(secret)
      expect(text).toContain(operation)
      expect(text).not.toContain(secret)
    }),
    { numRuns: 500 }
  )
})
