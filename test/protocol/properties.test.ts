/** What holds of every answer, whatever arrives and whatever the account and the world are like. */
import fc, { type Arbitrary } from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { respond, type ProtocolCircumstances, type Request } from '../../src/protocol/index.js'
import {
  account as anyAccount,
  editionName,
  failure as anyFailure,
  infrastructure as anyInfrastructure,
  keyId,
  secretMark
} from '../arbitraries.js'
import { rawRequest } from '../arbitraryRequests.js'
import { commands, history, start } from '../laws/history.js'
import { cryptography, given, post } from './endpoint.js'
import { expectMessageOf } from './messages.js'

const anyCircumstances: Arbitrary<ProtocolCircumstances> = fc
  .record({ facts: anyInfrastructure, failure: anyFailure, edition: editionName })
  .map(({ facts, failure, edition }) => ({
    ...given,
    infrastructure: cks.infrastructureOf(facts),
    failure,
    edition
  }))

const names = cks.operationNames
const ciphertext = keyId.map((id) =>
  cryptography.encrypt(`arn:aws:kms:us-east-1:111122223333:key/${id}`, 'AAAA', {})
)
const memberName = fc.constantFrom(
  'KeyId',
  'CustomKeyStoreId',
  'Limit',
  'Marker',
  'Tags',
  'Plaintext',
  '__proto__'
)

/** A request for an operation on keys, most in order. */
const aboutKeys: Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    KeyId: keyId,
    Plaintext: fc.constantFrom('AAAA', 'AA==', '', 'a'),
    CiphertextBlob: ciphertext,
    DestinationKeyId: keyId,
    NumberOfBytes: fc.integer({ min: 0, max: 1025 }),
    PendingWindowInDays: fc.integer({ min: 6, max: 31 }),
    EncryptionContext: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
    Limit: fc.nat(3)
  },
  { requiredKeys: ['KeyId'] }
)

const body: Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.json(),
  fc.dictionary(memberName, fc.jsonValue()).map((members) => JSON.stringify(members)),
  aboutKeys.map((members) => JSON.stringify(members)),
  fc.oneof(...Object.values(rawRequest)).map((members) => JSON.stringify(members)),
  fc.string({ unit: 'binary', maxLength: 40 })
)

/** Most of them reach an operation. */
const anyRequest: Arbitrary<Request> = fc.record({
  method: fc.oneof({ weight: 20, arbitrary: fc.constant('POST') }, { weight: 1, arbitrary: fc.string() }),
  path: fc.oneof({ weight: 20, arbitrary: fc.constant('/') }, { weight: 1, arbitrary: fc.webPath() }),
  headers: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(...names).map((name) => post(name, '').headers)
    },
    {
      weight: 1,
      arbitrary: fc.record(
        { 'content-type': fc.string(), 'x-amz-target': fc.string().map((s) => `TrentService.${s}`) },
        { requiredKeys: [] }
      )
    },
    { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.string()) }
  ),
  body
})

describe('every answer', () => {
  it('is one of AWS, and leaves the account as it is unless the status is 200', () => {
    fc.assert(
      fc.property(anyCircumstances, anyRequest, anyAccount, (given, request, account) => {
        const { answer, account: after } = respond(given)(request)(account)
        expect(Object.keys(answer.headers).sort()).toEqual(['content-type', 'x-amzn-requestid'])
        const read: unknown = JSON.parse(answer.body)
        expect(read).toBeTypeOf('object')
        if (answer.status === 200) return
        expect([400, 413, 500]).toContain(answer.status)
        expect(read).toEqual({ __type: expect.stringMatching(/^[A-Za-z]+$/), message: expect.any(String) })
        expect(after).toBe(account)
      }),
      { numRuns: 1500 }
    )
  })

  it('holds no secret, nor does the account', () => {
    const request = fc.constantFrom(
      'CreateCustomKeyStore',
      'UpdateCustomKeyStore',
      'ConnectCustomKeyStore' as const
    )
    const operationAndBody = request.chain((name) =>
      rawRequest[name as keyof typeof rawRequest].map((raw) => post(name, JSON.stringify(raw)))
    )
    fc.assert(
      fc.property(anyCircumstances, operationAndBody, anyAccount, (given, request, account) => {
        expect(JSON.stringify(respond(given)(request)(account))).not.toMatch(secretMark)
      }),
      { numRuns: 500 }
    )
  })
})

const isRequest = (does: string): does is keyof typeof rawRequest => Object.hasOwn(rawRequest, does)

describe('an operation through the protocol', () => {
  it('decides as the account does, request by request', () => {
    fc.assert(
      fc.property(editionName, start, commands, (edition, first, commands) => {
        for (const { command, before, after, answer, given: circumstances } of history(
          edition,
          first,
          commands
        )) {
          if (!('request' in command) || !isRequest(command.does)) continue
          const { answer: bytes, account } = respond({ ...given, ...circumstances, edition })(
            post(command.does, JSON.stringify(command.request))
          )(before)
          const read = JSON.parse(bytes.body)
          expect(isDeepStrictEqual(account, after)).toBe(true)
          if (answer._tag === 'Left') {
            const { name, httpStatus } = answer.left
            expect(bytes.status).toBe(httpStatus)
            if (read.__type !== 'SerializationException') {
              expect(read).toEqual({ __type: name, message: expect.any(String) })
              expectMessageOf(read.message, answer.left)
            } else expect(name).toBe('ValidationException')
          } else {
            expect(bytes.status).toBe(200)
            if (command.does !== 'GenerateRandom')
              expect(read).toEqual(JSON.parse(JSON.stringify(answer.right)))
          }
        }
      }),
      { numRuns: 40 }
    )
  })
})
