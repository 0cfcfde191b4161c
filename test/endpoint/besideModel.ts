/** Lets the same history happen to an endpoint, through the AWS SDK, and to the pure model; and compares what can be seen. */
import * as kms from '@aws-sdk/client-kms'
import * as E from 'fp-ts/lib/Either.js'
import { expect, vi } from 'vitest'
import { accepted } from '../fixtures.js'
import { expectMessageOf } from '../protocol/messages.js'
import type { Result } from '../laws/history.js'
import type { Call } from './arbitraryCalls.js'
import type { ControlStep, History } from './arbitraryHistories.js'
import { modelOf } from './model.js'
import type { World } from './world.js'

type Members = Readonly<Record<string, any>>

const commands = {
  CreateCustomKeyStore: kms.CreateCustomKeyStoreCommand,
  DescribeCustomKeyStores: kms.DescribeCustomKeyStoresCommand,
  ConnectCustomKeyStore: kms.ConnectCustomKeyStoreCommand,
  DisconnectCustomKeyStore: kms.DisconnectCustomKeyStoreCommand,
  UpdateCustomKeyStore: kms.UpdateCustomKeyStoreCommand,
  DeleteCustomKeyStore: kms.DeleteCustomKeyStoreCommand,
  CreateKey: kms.CreateKeyCommand,
  GenerateRandom: kms.GenerateRandomCommand,
  DescribeKey: kms.DescribeKeyCommand,
  ListKeys: kms.ListKeysCommand,
  EnableKey: kms.EnableKeyCommand,
  DisableKey: kms.DisableKeyCommand,
  ScheduleKeyDeletion: kms.ScheduleKeyDeletionCommand,
  CancelKeyDeletion: kms.CancelKeyDeletionCommand,
  UpdateKeyDescription: kms.UpdateKeyDescriptionCommand,
  TagResource: kms.TagResourceCommand,
  UntagResource: kms.UntagResourceCommand,
  ListResourceTags: kms.ListResourceTagsCommand,
  CreateAlias: kms.CreateAliasCommand,
  UpdateAlias: kms.UpdateAliasCommand,
  DeleteAlias: kms.DeleteAliasCommand,
  ListAliases: kms.ListAliasesCommand,
  GetKeyPolicy: kms.GetKeyPolicyCommand,
  PutKeyPolicy: kms.PutKeyPolicyCommand,
  ListKeyPolicies: kms.ListKeyPoliciesCommand,
  CreateGrant: kms.CreateGrantCommand,
  ListGrants: kms.ListGrantsCommand,
  RevokeGrant: kms.RevokeGrantCommand,
  RetireGrant: kms.RetireGrantCommand,
  ListRetirableGrants: kms.ListRetirableGrantsCommand,
  EnableKeyRotation: kms.EnableKeyRotationCommand,
  DisableKeyRotation: kms.DisableKeyRotationCommand,
  GetKeyRotationStatus: kms.GetKeyRotationStatusCommand,
  ListKeyRotations: kms.ListKeyRotationsCommand,
  RotateKeyOnDemand: kms.RotateKeyOnDemandCommand,
  GetParametersForImport: kms.GetParametersForImportCommand,
  ImportKeyMaterial: kms.ImportKeyMaterialCommand,
  DeleteImportedKeyMaterial: kms.DeleteImportedKeyMaterialCommand,
  ReplicateKey: kms.ReplicateKeyCommand,
  UpdatePrimaryRegion: kms.UpdatePrimaryRegionCommand,
  Sign: kms.SignCommand,
  Verify: kms.VerifyCommand,
  GenerateMac: kms.GenerateMacCommand,
  VerifyMac: kms.VerifyMacCommand,
  GetPublicKey: kms.GetPublicKeyCommand,
  DeriveSharedSecret: kms.DeriveSharedSecretCommand,
  GenerateDataKeyPair: kms.GenerateDataKeyPairCommand,
  GenerateDataKeyPairWithoutPlaintext: kms.GenerateDataKeyPairWithoutPlaintextCommand,
  Encrypt: kms.EncryptCommand,
  Decrypt: kms.DecryptCommand,
  ReEncrypt: kms.ReEncryptCommand,
  GenerateDataKey: kms.GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintext: kms.GenerateDataKeyWithoutPlaintextCommand
} as unknown as Readonly<Record<Call['does'], new (input: object) => kms.DescribeCustomKeyStoresCommand>>

/** An answer as the model has it: dates in seconds since 1970, and nothing of how it came. */
const plain = (value: unknown): any => {
  if (value instanceof Date) return value.getTime() / 1000
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  const members = Object.entries(value).filter(([name]) => name !== '$metadata')
  return Object.fromEntries(members.map(([name, inner]) => [name, plain(inner)]))
}

/** The outcome of a call through the SDK. */
interface Received {
  readonly output?: Members
  readonly error?: unknown
}

const receivedFrom = (sent: Promise<unknown>): Promise<Received> =>
  sent.then(
    (output) => ({ output: plain(output) }),
    (error: unknown) => ({ error })
  )

/** The class that the SDK has for an exception, or for those that it has none for. */
const classOf = (name: string) => ((kms as Members)[name] ?? kms.KMSServiceException) as typeof Error

const keyIds = ({ SourceKeyId, KeyId }: Members) => [SourceKeyId, KeyId]

/** The part of an answer that is compared where it is not all of it: bytes are not part of the model. */
const partOf: Members = {
  GenerateRandom: [
    ({ Plaintext }: Members) => Plaintext.length,
    ({ NumberOfBytes }: Members) => NumberOfBytes
  ],
  Encrypt: [keyIds, keyIds],
  Decrypt: [keyIds, keyIds],
  ReEncrypt: [keyIds, keyIds],
  GenerateDataKey: [keyIds, keyIds],
  GenerateDataKeyWithoutPlaintext: [keyIds, keyIds]
}

/** A request as it arrives: bytes in base64. */
const arrived = (input: Members): Members =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
    ])
  )

const expectSame = (does: Call['does'], { output, error }: Received, result: Result): void => {
  if (E.isLeft(result)) {
    const { name, httpStatus } = result.left
    expectMessageOf(error instanceof Error && error.message, result.left)
    expect(error).toMatchObject({ name, $metadata: { httpStatusCode: httpStatus } })
    expect(error).toBeInstanceOf(classOf(name))
    return
  }
  expect(error).toBeUndefined()
  const [partOfOutput, partOfAnswer] = partOf[does] ?? [plain, plain]
  expect(partOfOutput(output)).toEqual(partOfAnswer(result.right[0]))
}

const firstMoment = 1_700_000_000

/** Resolves to the states, and the names of accepted calls and of exceptions, that were seen. */
export const besideModel = async (
  { client, control }: World,
  history: History
): Promise<ReadonlyArray<string>> => {
  const model = modelOf(history)
  const seen: Array<string> = []
  const made: Record<'cks' | 'key', Array<string>> = { cks: [], key: [] }
  let [clock, ahead, marker] = [firstMoment, 0, 'none yet']
  let granted: Members = { GrantId: 'none yet', GrantToken: 'none yet' }
  let sealed: { readonly ciphertext: Uint8Array; readonly key: string } | undefined

  const goOn = (): void => {
    clock += 1
    vi.setSystemTime(clock * 1000)
    model.at(clock + ahead)
  }

  /** The meaning of a placeholder; any other value stands for itself. */
  const meant = (word: unknown): unknown => {
    if (word === 'the last one') return marker
    if (word === 'the last ciphertext') return sealed?.ciphertext
    if (word === 'its key') return sealed?.key
    if (word === 'the last grant') return granted.GrantId
    if (word === 'the last token') return granted.GrantToken
    const [, kind, n] = (typeof word === 'string' && /^(cks|key)-(\d)$/.exec(word)) || []
    const ids = made[kind as 'cks' | 'key'] ?? []
    return ids[Number(n) % ids.length] ?? word
  }

  const send = async ({ does, input: written, failure }: Call): Promise<void> => {
    const input: Members = Object.fromEntries(
      Object.entries(written).map(([name, value]) => [name, meant(value)])
    )
    if ('CiphertextBlob' in input && input['CiphertextBlob'] === undefined) return
    if (failure !== undefined) await control('POST', 'fail', { operation: does, error: failure, times: 1 })
    const received = await receivedFrom(client.send(new commands[does](input)))
    if (failure !== undefined) await control('POST', 'recover', { operation: does })
    const { CustomKeyStoreId: store, KeyMetadata, NextMarker, CiphertextBlob, KeyId } = received.output ?? {}
    const key = does === 'CreateKey' ? KeyMetadata?.KeyId : undefined
    const grant = does === 'CreateGrant' ? received.output?.['GrantId'] : undefined
    const result = model.call({ does, request: arrived(input), failure }, { store, key, grant })
    if (grant !== undefined) granted = received.output ?? granted
    expectSame(does, received, result)
    if (CiphertextBlob !== undefined) sealed = { ciphertext: CiphertextBlob, key: KeyId }
    if (store !== undefined && !made.cks.includes(store)) made.cks.push(store)
    if (key !== undefined) made.key.push(key)
    marker = NextMarker ?? marker
    seen.push(E.isLeft(result) ? result.left.name : does)
  }

  const act = async (step: ControlStep): Promise<void> => {
    switch (step.does) {
      case 'advance':
        ahead += step.seconds
        await control('POST', 'advance', { seconds: step.seconds })
        return
      case 'changeInfrastructure':
        model.changeInfrastructure(step.change)
        await control('PATCH', 'infrastructure', step.change)
        return
      case 'settle': {
        const id = String(meant(step.id))
        model.call({ does: 'settle', id })
        await control('POST', 'settle', { CustomKeyStoreId: id })
        return
      }
      case 'report': {
        const { outcome, late, code } = step
        const id = String(meant(step.id))
        const present = model.account().stores.find((store) => store.CustomKeyStoreId === id)?.attempt ?? 0
        const attempt = Math.max(0, present - late)
        model.call({ does: outcome, id, attempt, code })
        const failed = outcome === 'connectionFailed' ? { ConnectionErrorCode: code } : {}
        await control('POST', 'report', { CustomKeyStoreId: id, attempt, outcome, ...failed })
      }
    }
  }

  /** Compares what Describe shows of every store. */
  const compareStores = async (): Promise<void> => {
    const received = await receivedFrom(client.send(new kms.DescribeCustomKeyStoresCommand({})))
    expectSame(
      'DescribeCustomKeyStores',
      received,
      model.call({ does: 'DescribeCustomKeyStores', request: {} })
    )
    seen.push(...model.account().stores.map((store) => store.ConnectionState))
  }

  const compareKeys = async (): Promise<void> => {
    const { Keys = [] } = await client.send(new kms.ListKeysCommand({}))
    const { keys } = model.account()
    expect(Keys.map(({ KeyId }) => KeyId)).toEqual(keys.map(({ KeyId }) => KeyId).sort())
    for (const { KeyId } of keys) {
      const received = plain(await client.send(new kms.DescribeKeyCommand({ KeyId })))
      const shown = accepted(model.call({ does: 'DescribeKey', request: { KeyId } }))[0]
      expect(received).toEqual(shown)
    }
  }

  for (const [i, step] of history.steps.entries()) {
    goOn()
    await ('input' in step ? send(step) : act(step))
    model.at(clock + ahead)
    await compareStores()
    if (i % 4 === 3) await compareKeys()
  }
  return seen
}
