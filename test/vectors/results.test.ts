/** The results of the vectors: by hand, and against the rules that are broken. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { noInfrastructure, withInfrastructureChange } from '../../src/account/InfrastructureChange.js'
import { explainRequestUnder } from '../../src/account/requested.js'
import { defaultEdition, editionNames, type EditionName } from '../../src/editions/editions.js'
import { isOpen } from '../../src/Evidence.js'
import { infrastructureOf } from '../../src/model/Infrastructure.js'
import { goodCircumstances } from '../../src/possible/examples.js'
import { standIn } from '../../src/possible/sealed.js'
import type { OperationStep } from '../../src/replay/HistoryStep.js'
import { isBroken } from '../../src/rules/findings.js'
import { vectorFiles, vectorsOf, type Vector } from '../../src/vectors/index.js'

interface File {
  readonly edition: EditionName
  readonly subject: string
  readonly vectors: ReadonlyArray<Vector>
}

/** What every edition says alike is looked at under one of them. */
const files = vectorFiles().map(({ path, text }): File => ({
  ...(JSON.parse(text) as File),
  ...(path.startsWith('every-edition/') ? { edition: defaultEdition } : {})
}))
const vectors = files.flatMap((file) => file.vectors.map((vector) => ({ ...file, vector })))
const all = (id: string): ReadonlyArray<Vector> =>
  editionNames.flatMap((edition) => vectorsOf(edition).filter((vector) => vector.id === id))
const find = (id: string): Vector | undefined =>
  vectors.find(({ edition, vector }) => edition === 'exception-text-2022' && vector.id === id)?.vector

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
    ['ConnectCustomKeyStore/AWS_CLOUDHSM/cluster-missing', 'valid', undefined],
    ['DeleteCustomKeyStore/AWS_CLOUDHSM/keys-pending-deletion', 'invalid', 'CustomKeyStoreHasCMKsException'],
    ['GenerateRandom/PUBLIC_ENDPOINT/CONNECTED', 'invalid', 'UnsupportedOperationException'],
    ['GenerateRandom/VPC_ENDPOINT_SERVICE/CONNECTED', 'invalid', 'UnsupportedOperationException'],
    ['GenerateRandom/PUBLIC_ENDPOINT/DISCONNECTED', 'acceptable', 'UnsupportedOperationException'],
    ['UpdateCustomKeyStore/AWS_CLOUDHSM/CONNECTED', 'invalid', 'CustomKeyStoreInvalidStateException'],
    ['UpdateCustomKeyStore/PUBLIC_ENDPOINT/DISCONNECTED', 'valid', undefined],
    ['CreateKey/PUBLIC_ENDPOINT/external-key-in-use', 'invalid', 'XksKeyAlreadyInUseException'],
    ['CreateCustomKeyStore/VPC_ENDPOINT_SERVICE/proxy-unreachable', 'valid', undefined],
    ['CreateCustomKeyStore/AWS_CLOUDHSM/twin', 'acceptable', undefined],
    [
      'CreateCustomKeyStore/VPC_ENDPOINT_SERVICE/endpoint-in-use-by-public',
      'invalid',
      'XksProxyUriEndpointInUseException'
    ],
    [
      'CreateCustomKeyStore/VPC_ENDPOINT_SERVICE/service-acceptance',
      'acceptable',
      'XksProxyVpcEndpointServiceInvalidConfigurationException'
    ],
    ['DescribeCustomKeyStores/AWS_CLOUDHSM/marker', 'invalid', 'InvalidMarkerException'],
    ['EnableKey/AWS_CLOUDHSM/key-Disabled', 'valid', undefined],
    ['EnableKey/AWS_CLOUDHSM/key-PendingDeletion', 'invalid', 'KMSInvalidStateException'],
    ['CancelKeyDeletion/AWS_CLOUDHSM/CONNECTED', 'valid', undefined],
    ['CancelKeyDeletion/AWS_CLOUDHSM/DISCONNECTED', 'valid', undefined],
    ['DescribeKey/AWS_CLOUDHSM/unknown-KeyId', 'invalid', 'NotFoundException'],
    ['Encrypt/AWS_CLOUDHSM/CONNECTED', 'valid', undefined],
    ['Encrypt/AWS_CLOUDHSM/FAILED', 'invalid', 'KMSInvalidStateException'],
    ['Encrypt/AWS_CLOUDHSM/key-Disabled', 'acceptable', 'DisabledException'],
    ['Decrypt/PUBLIC_ENDPOINT/proxy-late', 'invalid', 'KMSInvalidStateException'],
    ['ReEncrypt/AWS_CLOUDHSM/unknown-DestinationKeyId', 'invalid', 'NotFoundException'],
    ['sequences/AWS_CLOUDHSM/recovery', 'valid', undefined],
    ['sequences/AWS_CLOUDHSM/disconnect-while-connecting', 'acceptable', undefined]
  ])('%s is %s: %s', (id, result, exception) => {
    const vector = find(id)
    expect(vector?.result).toBe(result)
    expect(vector?.expect.at(-1)?.exception?.name).toBe(exception)
  })
})

/** By hand: AWS contradicts itself in these, whichever edition is followed. */
describe('what the vectors leave open in every edition', () => {
  const pending = { exception: 'KMSInvalidStateException', assumes: ['A1'], or: ['DisabledException'] }

  it.each([
    [
      'UpdateCustomKeyStore/AWS_CLOUDHSM/foreign-member',
      {
        exception: 'ValidationException',
        assumes: ['A2'],
        or: 'any exception'
      }
    ],
    ['Encrypt/AWS_CLOUDHSM/key-PendingDeletion', pending],
    ['GenerateDataKey/PUBLIC_ENDPOINT/key-PendingDeletion', pending],
    ['UpdateCustomKeyStore/PUBLIC_ENDPOINT/to-vpc', { exception: undefined, assumes: ['A66'] }],
    ['DescribeKey/AWS_CLOUDHSM/key-material-lost', { exception: undefined, assumes: ['A29'] }],
    ['sequences/PUBLIC_ENDPOINT/disconnect-while-connecting', { exception: undefined, assumes: ['A4', 'A5'] }]
  ])('%s', (id, open) => {
    const found = all(id)
    expect(found).toHaveLength(5)
    for (const { result, assumes, orExceptions: or, expect: seen } of found) {
      expect(result).toBe('acceptable')
      expect({ exception: seen.at(-1)?.exception?.name, assumes, or }).toEqual({ or: undefined, ...open })
    }
  })
})

describe('what a result says', () => {
  const single = vectors.filter(({ subject }) => subject !== 'sequences')
  const broken = single.map(({ edition, vector }) => {
    const facts = withInfrastructureChange(vector.params.infrastructure)(noInfrastructure)
    const step = vector.params.steps[0] as OperationStep
    const explanation = explainRequestUnder(edition)(step.operation)({
      ...goodCircumstances,
      infrastructure: infrastructureOf(E.getOrElse(() => noInfrastructure)(facts)),
      failure: step.failure,
      ...(vector.flags.includes('Ciphertext') && { cryptography: standIn })
    })(step.request)(vector.params.account)
    return { vector, rules: explanation.rules.filter(isBroken) }
  })

  it('is acceptable where every broken rule leaves the outcome open', () => {
    const open = broken.filter(({ rules }) => rules.length > 0 && rules.every(isOpen))
    expect(open.length).toBeGreaterThan(0)
    expect(
      open.filter(({ vector }) => vector.result !== 'acceptable').map(({ vector }) => vector.id)
    ).toEqual([])
  })

  it('does not let a request be accepted where a documented rule is broken', () => {
    const closed = broken.filter(({ rules }) => rules.some((rule) => !isOpen(rule)))
    expect(closed.length).toBeGreaterThan(0)
    expect(
      closed
        .filter(({ vector }) => vector.result !== 'invalid' && vector.orExceptions === undefined)
        .map(({ vector }) => vector.id)
    ).toEqual([])
  })

  it('is open to other exceptions only where the vector expects one', () => {
    const wrong = vectors.filter(
      ({ vector }) => vector.orExceptions !== undefined && vector.expect.at(-1)?.exception === undefined
    )
    expect(wrong.map(({ vector }) => vector.id)).toEqual([])
  })
})
