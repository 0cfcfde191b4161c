/** Laws of two accounts: little of one shows in the other. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import { exampleRequest } from '../../src/possible/exampleRequests.js'
import * as any from '../arbitraries.js'
import { decoded, verdict } from '../fixtures.js'
import { cryptography } from '../protocol/endpoint.js'
import { carryOut, commands, history, start, type Command } from './history.js'

/** How an address that another account has taken is refused. */
const taken = [
  'XksProxyUriInUseException',
  'XksProxyUriEndpointInUseException',
  'XksProxyVpcEndpointServiceInUseException'
]

describe('accounts', () => {
  test('30. what happens to one account shows in another by nothing but the addresses of proxies and VPC endpoint services that it has taken', () => {
    const world = fc.tuple(any.editionName, start, commands)
    fc.assert(
      fc.property(world, world, ([edition, one, what], [otherEdition, other, elsewhere]) => {
        const [ofOne, ofOther] = [history(edition, one, what), history(otherEdition, other, elsewhere)]
        for (let i = 0; i < Math.max(ofOne.length, ofOther.length); i += 1) {
          for (const [step, under, { stores }] of [
            [ofOne[i], edition, ofOther[i]?.after ?? other],
            [ofOther[i], otherEdition, ofOne[i]?.after ?? one]
          ] as const) {
            if (step === undefined) continue
            const again = carryOut(under, step.command, step.given, step.before)
            const after = pipe(
              again,
              E.map(([, account]) => account),
              E.getOrElse(() => step.before)
            )
            expect(after).toStrictEqual(step.after)
            const given = { ...step.given, storesOfOtherAccounts: () => stores }
            const beside = carryOut(under, step.command, given, step.before)
            if (!taken.includes(verdict(beside))) expect(beside).toStrictEqual(again)
          }
        }
      }),
      { numRuns: 30 }
    )
  })

  test('31. a store or a key of another account is not found', () => {
    const stranger = cks.emptyAccount(decoded(cks.AccountId, '444455556666'), 'us-east-1')
    const requests: Readonly<Record<string, object>> = {
      DescribeCustomKeyStores: {},
      ConnectCustomKeyStore: {},
      DisconnectCustomKeyStore: {},
      UpdateCustomKeyStore: { NewCustomKeyStoreName: 'taken over' },
      DeleteCustomKeyStore: {},
      CreateKey: { Origin: 'AWS_CLOUDHSM' },
      GenerateRandom: { NumberOfBytes: 1 }
    }
    const aboutKeys = cks.operationNames.filter(
      (name) =>
        !Object.hasOwn(requests, name) &&
        !['CreateCustomKeyStore', 'ListKeys', 'ListRetirableGrants'].includes(name)
    )
    const CiphertextBlob = cryptography.encrypt('arn:aws:kms:us-east-1:111122223333:key/key-0', 'AAAA', {})
    fc.assert(
      fc.property(any.editionName, any.store, (edition, { CustomKeyStoreId }) => {
        const what = Object.entries(requests).map(
          ([does, members]) => ({ does, request: { CustomKeyStoreId, ...members } }) as Command
        )
        for (const { answer, after } of history(edition, stranger, what)) {
          expect(verdict(answer)).toBe('CustomKeyStoreNotFoundException')
          expect(after).toBe(stranger)
        }
      })
    )
    const KeyId = fc.constantFrom('key-0', 'arn:aws:kms:us-east-1:111122223333:key/key-0')
    fc.assert(
      fc.property(any.editionName, KeyId, (edition, KeyId) => {
        const named = { KeyId, CiphertextBlob, SourceKeyId: KeyId, DestinationKeyId: KeyId }
        for (const { answer, after } of history(
          edition,
          stranger,
          aboutKeys.map((does) => ({ does, request: { ...exampleRequest(does, 'AWS_CLOUDHSM'), ...named } }))
        )) {
          expect(verdict(answer)).toBe('NotFoundException')
          expect(after).toBe(stranger)
        }
      })
    )
  })
})
