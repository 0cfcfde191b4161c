import { clusterFailsKey, clusterOf } from './cluster.js'
import type { Given, Key, State, Store } from './index.js'
import { externalKey, isUnfit, proxyDenies, proxyFails, proxyOf } from './proxy.js'
import { atMostOpen, carries, either, integer, storeOf, text } from './rules.js'
import type { Broken, Members, Operation, Rules } from './rules.js'

const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'

const arnOf = ({ region, account }: Given, keyId: string): string =>
  `arn:${partitionOf(region)}:kms:${region}:${account}:key/${keyId}`

/** As DescribeKey shows it (key-state). */
export const keyState = (state: State) => (key: Key) => {
  if (key.DeletionDate !== undefined) return 'PendingDeletion'
  if (storeOf(state, key)?.ConnectionState !== 'CONNECTED') return 'Unavailable'
  return key.Enabled ? 'Enabled' : 'Disabled'
}

/** The keys whose waiting period is over are gone (API_ScheduleKeyDeletion), whatever the state of their store. */
export const endWaitingPeriods =
  (now: number) =>
  (state: State): State => ({
    ...state,
    keys: state.keys.filter(({ DeletionDate }) => DeletionDate === undefined || DeletionDate > now)
  })

export const metadata = (given: Given, state: State, key: Key): Members => {
  const { KeyId, CustomKeyStoreId, CreationDate, XksKeyId, DeletionDate } = key
  const store = storeOf(state, key)
  const KeyState = keyState(state)(key)
  return {
    ...{ KeyId, Arn: arnOf(given, KeyId), AWSAccountId: given.account, CreationDate, CustomKeyStoreId },
    ...{ KeyState, Enabled: KeyState === 'Enabled' },
    ...{ KeyUsage: 'ENCRYPT_DECRYPT', KeySpec: 'SYMMETRIC_DEFAULT', MultiRegion: false },
    ...(store === undefined ? {} : { Origin: store.CustomKeyStoreType }),
    ...(store?.CustomKeyStoreType === 'AWS_CLOUDHSM' ? { CloudHsmClusterId: store.CloudHsmClusterId } : {}),
    ...(XksKeyId === undefined ? {} : { XksKeyConfiguration: { Id: XksKeyId } }),
    ...(DeletionDate === undefined ? {} : { DeletionDate })
  }
}

type KeyRules = (given: Given, request: Members, state: State, key: Key, operation: string) => Rules
/** What a request breaks whichever key it names. */
type RequestRules = (given: Given, request: Members, operation: string) => Rules
type KeyEffect = (given: Given, request: Members, state: State, key: Key) => readonly [Key, Members?]

/** The ciphertext is not looked at (A54). */
const ciphertextRules: Rules = [
  ['InvalidCiphertextException', 'open', 'API_Decrypt, A54'],
  ['IncorrectKeyException', 'open', 'API_Decrypt, A54'],
  ['NotFoundException', 'open', 'API_Decrypt, A54'],
  // Of an external key.
  ['KMSInvalidStateException', 'open', 'xks-troubleshooting']
]

const keyArn = /^arn:aws[a-z-]*:kms:[a-z]{2}(-[a-z]+)+-\d:\d{12}:key\/[0-9a-z-]+$/

/** The pages on the use of keys do not list InvalidArnException: there a malformed ARN is not found (A90). */
const keyIsUnknown = (id: string, operation: string): Rules => {
  const isListed = !/^(Encrypt|Decrypt|GenerateDataKey.*)$/.test(operation)
  const mayBeInvalid = isListed && id.startsWith('arn:') && !keyArn.test(id) && 'open'
  return [
    ['NotFoundException', true, `API_${operation}`],
    ['InvalidArnException', mayBeInvalid, `API_${operation}, A90`]
  ]
}

/** An operation on the key that KeyId names, by its id or ARN. Aliases are not covered. */
const onKey =
  (rulesOf: KeyRules, effect: KeyEffect, requestRules: RequestRules = () => []): Operation =>
  (given, request, state, operation) => {
    const id = text(request, 'KeyId')
    if (id === undefined || /^(alias\/|arn:.*:alias\/)/.test(id)) return undefined
    const key = state.keys.find(({ KeyId }) => KeyId === id || arnOf(given, KeyId) === id)
    const ofRequest = requestRules(given, request, operation)
    if (key === undefined) return { rules: [...ofRequest, ...keyIsUnknown(id, operation)] }
    const [changed, output] = effect(given, request, state, key)
    const after = { ...state, keys: state.keys.map((other) => (other === key ? changed : other)) }
    return {
      rules: [...ofRequest, ...rulesOf(given, request, state, key, operation)],
      then: () => ({ after, ...(output === undefined ? {} : { output }) })
    }
  }

const pending: KeyRules = (_given, _request, _state, { DeletionDate }) => [
  ['KMSInvalidStateException', DeletionDate !== undefined, 'key-state']
]
const notPending: KeyRules = (_given, _request, _state, { DeletionDate }) => [
  ['KMSInvalidStateException', DeletionDate === undefined, 'key-state']
]

const switched =
  (Enabled: boolean): KeyEffect =>
  (_given, _request, _state, key) => [{ ...key, Enabled }, {}]

const scheduled: KeyEffect = (given, request, _state, key) => {
  const PendingWindowInDays = integer(request, 'PendingWindowInDays') ?? 30
  const DeletionDate = given.now + PendingWindowInDays * 24 * 60 * 60
  const KeyId = arnOf(given, key.KeyId)
  return [
    { ...key, Enabled: false, DeletionDate },
    { KeyId, DeletionDate, KeyState: 'PendingDeletion', PendingWindowInDays }
  ]
}

const cancelled: KeyEffect = (given, _request, _state, { DeletionDate: _, ...key }) => [
  { ...key, Enabled: false },
  { KeyId: arnOf(given, key.KeyId) }
]

/** Whether what stands behind the store refuses the use of a key (fix-keystore, xks-troubleshooting). */
const useFails = (given: Given, store: Store | undefined, key: Key, usage: string): Broken => {
  if (store?.ConnectionState !== 'CONNECTED') return false
  if (store.CustomKeyStoreType === 'AWS_CLOUDHSM')
    return clusterFailsKey(clusterOf(given.world, store.CloudHsmClusterId), key.KeyId)
  const to = store.XksProxyConfiguration
  const proxy = proxyOf(given.world, to)
  const { XksKeyId = '' } = key
  const external = externalKey(proxy, XksKeyId)
  const isRefused = proxy?.supportsRequest === false || proxyDenies(given, to, XksKeyId)
  const fails = proxyFails(given, to)
  return either(
    fails === true || isRefused || external === undefined || isUnfit(external, [usage]),
    // The external key lacks a usage that this operation does not need.
    fails === 'open' || isUnfit(external, ['ENCRYPT', 'DECRYPT'])
  )
}

/** Faults of the members of a cryptographic request. For another algorithm no page says which exception answers. */
const memberRules = (request: Members, operation: string): Rules => {
  const carried = carries(request)
  const { EncryptionAlgorithm: algorithm, DryRun } = request
  const isOther = carried('EncryptionAlgorithm') && algorithm !== 'SYMMETRIC_DEFAULT'
  const isAmbiguous =
    operation.startsWith('GenerateDataKey') && carried('KeySpec') === carried('NumberOfBytes')
  const source = `API_${operation}`
  return [
    ['ValidationException', carried('Recipient'), `${source}, A53`],
    ['ValidationException', isAmbiguous, `${source}, A58`],
    ['ValidationException', isOther && 'open', source],
    ['InvalidKeyUsageException', isOther, source],
    ['DryRunOperationException', DryRun === true, source]
  ]
}

const useRules: KeyRules = (given, request, state, key, operation) => {
  const shown = keyState(state)(key)
  const store = storeOf(state, key)
  const isPending = shown === 'PendingDeletion'
  const fails = useFails(given, store, key, operation === 'Decrypt' ? 'DECRYPT' : 'ENCRYPT')
  const isLate =
    store?.CustomKeyStoreType === 'EXTERNAL_KEY_STORE' &&
    proxyOf(given.world, store.XksProxyConfiguration)?.answersInTime === false
  return [
    ['KMSInvalidStateException', isPending || shown === 'Unavailable', 'key-state'],
    ['DisabledException', isPending || shown === 'Disabled', 'key-state, A92'],
    ['KMSInvalidStateException', fails, 'fix-keystore, xks-troubleshooting'],
    // Seen at AWS where a proxy does not answer in time.
    ['KMSInternalException', fails === true && isLate && 'open', 'assumptions.md#proxyTimeOutIsInternal']
  ]
}

const useRequestRules: RequestRules = (given, request, operation) => {
  const members = memberRules(request, operation)
  return [
    ...(given.readsCryptographicMembers === false ? atMostOpen(members) : members),
    ...(operation === 'Decrypt' ? ciphertextRules : [])
  ]
}

const use = onKey(useRules, (_given, _request, _state, key) => [key], useRequestRules)

const shown: KeyEffect = (given, _request, state, key) => [key, { KeyMetadata: metadata(given, state, key) }]

export const keyOperations: ReadonlyArray<readonly [string, Operation]> = [
  ['DescribeKey', onKey(() => [], shown)],
  ['EnableKey', onKey(pending, switched(true))],
  ['DisableKey', onKey(pending, switched(false))],
  ['ScheduleKeyDeletion', onKey(pending, scheduled)],
  ['CancelKeyDeletion', onKey(notPending, cancelled)],
  ['Encrypt', use],
  ['Decrypt', use],
  ['GenerateDataKey', use],
  ['GenerateDataKeyWithoutPlaintext', use]
]
