/** What there is to say of a request on an account, and that it is what the operation does. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { editionName } from '../arbitraries.js'
import {
  accountWith,
  circumstances,
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  createCloudHsmRequest,
  publicId,
  externalStore,
  unknownId,
  withKeys
} from '../fixtures.js'
import { commands, history, start } from '../laws/history.js'

const hsm = accountWith(cloudHsmStore('CONNECTED'), externalStore('FAILED'))

/** The rules that do not hold. */
const broken = (operation: cks.OperationName, input: unknown, account = hsm) =>
  cks
    .explainRequest(operation)(circumstances)(input)(account)
    .rules.filter(({ verdict }) => verdict === 'does not hold')
    .map(({ rule, otherwise }) => `${rule}: ${otherwise}`)

describe('an explanation', () => {
  it('lists every rule that does not hold', () => {
    const account = withKeys(cloudHsmKey())(hsm)
    expect(broken('DeleteCustomKeyStore', { CustomKeyStoreId: cloudHsmId }, account)).toEqual([
      'validConnectionState: CustomKeyStoreInvalidStateException',
      'storeHasNoKeys: CustomKeyStoreHasCMKsException'
    ])
    expect(broken('GenerateRandom', { CustomKeyStoreId: publicId, NumberOfBytes: 1 })).toEqual([
      'storeIsCloudHsm: UnsupportedOperationException',
      'validConnectionState: CustomKeyStoreInvalidStateException'
    ])
    expect(broken('ConnectCustomKeyStore', { CustomKeyStoreId: publicId })).toEqual([
      'validConnectionState: CustomKeyStoreInvalidStateException'
    ])
    expect(broken('ConnectCustomKeyStore', { CustomKeyStoreId: cloudHsmId })).toEqual([])
  })

  it.each<[cks.OperationName, object]>([
    ['ConnectCustomKeyStore', {}],
    ['DisconnectCustomKeyStore', {}],
    ['UpdateCustomKeyStore', { NewCustomKeyStoreName: 'other' }],
    ['DeleteCustomKeyStore', {}],
    ['DescribeCustomKeyStores', {}],
    ['CreateKey', { Origin: 'AWS_CLOUDHSM' }],
    ['GenerateRandom', { NumberOfBytes: 1 }]
  ])('of %s says first that there is no such store', (operation, members) => {
    const input = { CustomKeyStoreId: unknownId, ...members }
    const found = cks.explainRequest(operation)(circumstances)(input)(hsm).rules
    expect(found.filter(({ verdict }) => verdict === 'does not hold')).toMatchObject([
      { rule: 'storeExists', otherwise: 'CustomKeyStoreNotFoundException' }
    ])
  })

  it.each<[cks.OperationName, object]>([
    ['DescribeKey', {}],
    ['Encrypt', { Plaintext: 'AAAA' }],
    ['ScheduleKeyDeletion', {}],
    ['CancelKeyDeletion', {}],
    ['EnableKey', {}],
    ['DisableKey', {}]
  ])('of %s says first that there is no such key, and then what forbids it', (operation, members) => {
    const pending = withKeys(cloudHsmKey({ DeletionDate: 2_000_000_000 }))(hsm)
    const { KeyId } = cloudHsmKey()
    expect(broken(operation, { KeyId, ...members })).toEqual(['keyExists: NotFoundException'])
    const rule = operation === 'Encrypt' ? 'keyIsNotPendingDeletion' : 'validKeyState'
    expect(broken(operation, { KeyId, ...members }, pending)).toEqual(
      ['CancelKeyDeletion', 'DescribeKey'].includes(operation) ? [] : [`${rule}: KMSInvalidStateException`]
    )
  })

  it('has the rules about members that are broken, and no other, where the request cannot be read', () => {
    expect(broken('CreateKey', null)).toEqual(['membersAreReadable: ValidationException'])
    expect(broken('CreateKey', { Origin: 'AWS_CLOUDHSM', MultiRegion: 'no' })).toEqual([
      'membersAreReadable: ValidationException'
    ])
    expect(broken('DescribeCustomKeyStores', { CustomKeyStoreName: '', Limit: 0 })).toEqual([
      'CustomKeyStoreNameLimit: ValidationException',
      'LimitLimit: ValidationException'
    ])
  })

  it('is only about KMS itself where random bytes come from no store', () => {
    const failing = { ...circumstances, failure: 'KMSInternalException' } as const
    const found = cks.explainRequest('GenerateRandom')(failing)({ NumberOfBytes: 1 })(hsm).rules
    const aboutMembers = found.filter(({ otherwise }) => otherwise === 'ValidationException')
    expect(found.slice(aboutMembers.length).map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['dependenciesAnswerInTime', 'holds'],
      ['kmsSucceeds', 'does not hold']
    ])
  })

  it('finds that no rule but the one on a failure of KMS applies to a Create that answers with the store it made before', () => {
    const account = accountWith(cloudHsmStore('DISCONNECTED'))
    const request = { ...createCloudHsmRequest(), KeyStorePassword: 'kmsPswd1' }
    const found = cks.explainRequest('CreateCustomKeyStore')(circumstances)(request)(account).rules
    const others = found.filter(({ otherwise }) => otherwise !== 'ValidationException')
    expect(others.length).toBeGreaterThan(5)
    expect(others.filter(({ verdict }) => verdict !== 'does not apply')).toMatchObject([
      { rule: 'kmsSucceeds', verdict: 'holds' }
    ])
  })

  it('finds broken first the rule that refuses, in any history', () => {
    fc.assert(
      fc.property(editionName, start, commands, (edition, first, commands) => {
        for (const { command, before, answer, given } of history(edition, first, commands)) {
          if (!('request' in command)) continue
          const found = cks.under(edition).explainRequest(command.does)(given)(command.request)(before).rules
          const first = found.find(({ verdict }) => verdict === 'does not hold')
          const isUnreadable =
            E.isLeft(answer) && 'violations' in answer.left && answer.left.violations.length > 0
          if (isUnreadable) expect(first).toMatchObject({ otherwise: 'ValidationException' })
          else if (E.isLeft(answer)) expect(first).toMatchObject({ otherwise: answer.left.name })
          else expect(first).toBeUndefined()
        }
      }),
      { numRuns: 60 }
    )
  })
})
