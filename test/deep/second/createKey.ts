import { clusterOf, configurationRules } from './cluster.js'
import type { ExternalStore, Given, Key, State, Store } from './index.js'
import { metadata } from './keys.js'
import { externalKey, isUnfit, proxyDenies, proxyFails, proxyOf } from './proxy.js'
import { carries, either, isRecord, storeIsUnknown, storeOf, text } from './rules.js'
import type { Broken, Members, Operation, Rule, Rules } from './rules.js'

const specs =
  /^(RSA_(2048|3072|4096)|ECC_(NIST_P(256|384|521)|SECG_P256K1)|HMAC_(224|256|384|512)|SM2|SYMMETRIC_DEFAULT)$/

/** Another spec is unsupported, or no spec at all: newer texts have more of them. */
const specRules = (spec = 'SYMMETRIC_DEFAULT'): Rules => {
  const isOther = spec !== 'SYMMETRIC_DEFAULT'
  const isKnown = specs.test(spec)
  return [
    ['UnsupportedOperationException', isOther && (isKnown || 'open'), 'API_CreateKey'],
    ['ValidationException', isOther && (!isKnown || 'open'), 'API_CreateKey']
  ]
}

const jsonOf = (source: string): unknown => {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

const policyRules = (policy = '{}'): Rules => [
  ['LimitExceededException', new TextEncoder().encode(policy).length > 32768, 'A112'],
  ['MalformedPolicyDocumentException', !isRecord(jsonOf(policy)), 'API_CreateKey, A49'],
  // What the policy says is not looked at.
  ['InvalidArnException', policy.includes('arn:') && 'open', 'API_CreateKey'],
  ['ValidationException', /[^\t\n\r -ÿ]/.test(policy) && 'open', 'API_CreateKey']
]

const tagRule = (tags: unknown): Rule => {
  const list: ReadonlyArray<unknown> = Array.isArray(tags) ? tags : []
  const names = list.flatMap((tag) => (isRecord(tag) ? [text(tag, 'TagKey') ?? ''] : []))
  const isWrong = new Set(names).size < names.length || names.some((name) => name.startsWith('aws:'))
  return [
    'TagException',
    either(
      isWrong,
      names.some((name) => /^aws:/i.test(name))
    ),
    'API_CreateKey, A49'
  ]
}

/** What can be said of the request alone (API_CreateKey, A39). */
const requestRules = (request: Members): Rules => {
  const carried = carries(request)
  const isExternal = request.Origin === 'EXTERNAL_KEY_STORE'
  const isOfStore = isExternal || request.Origin === 'AWS_CLOUDHSM'
  const isOtherUsage = carried('KeyUsage') && request.KeyUsage !== 'ENCRYPT_DECRYPT'
  const isUnsupported = isOtherUsage || request.MultiRegion === true
  const invalid = (broken: Broken, source = 'API_CreateKey, A39'): Rule => [
    'ValidationException',
    broken,
    source
  ]
  return [
    invalid(!carried('CustomKeyStoreId'), 'A52'),
    invalid(carried('CustomKeyStoreId') && !isOfStore),
    invalid(carried('XksKeyId') !== isExternal),
    invalid(carried('KeySpec') && carried('CustomerMasterKeySpec') && 'open'),
    ['UnsupportedOperationException', isUnsupported, 'API_CreateKey'],
    invalid(isUnsupported && 'open'),
    ...specRules(text(request, 'KeySpec')),
    ...specRules(text(request, 'CustomerMasterKeySpec')),
    ...policyRules(text(request, 'Policy')),
    tagRule(request.Tags)
  ]
}

const invalidState = 'CustomKeyStoreInvalidStateException'

const newExternalKey = (given: Given, { keys }: State, store: ExternalStore, id: string): Rules => {
  const to = store.XksProxyConfiguration
  const proxy = proxyOf(given.world, to)
  const key = externalKey(proxy, id)
  const isUnsupported = proxy?.supportsRequest === false
  const isDenied = proxyDenies(given, to, id)
  const ofStore = keys.filter(({ CustomKeyStoreId }) => CustomKeyStoreId === store.CustomKeyStoreId)
  const isInUse = ofStore.some(({ XksKeyId }) => XksKeyId === id)
  const isUnknown = proxy !== undefined && key === undefined
  return [
    ['XksKeyAlreadyInUseException', isInUse, 'API_CreateKey'],
    [invalidState, proxyFails(given, to), 'xks-troubleshooting'],
    [invalidState, isDenied, 'xks-troubleshooting, A121'],
    ['KMSInvalidStateException', isDenied && 'open', 'xks-proxy-api-spec, A121'],
    ['UnsupportedOperationException', isUnsupported, 'xks-troubleshooting, A23'],
    [invalidState, isUnsupported && 'open', 'xks-proxy-api-spec, A23'],
    ['XksKeyNotFoundException', isUnknown, 'API_CreateKey'],
    ['XksKeyInvalidConfigurationException', isUnfit(key, ['ENCRYPT', 'DECRYPT']), 'API_CreateKey']
  ]
}

const backingRules = (given: Given, state: State, store: Store, xksKeyId: string | undefined): Rules => {
  if (store.CustomKeyStoreType === 'EXTERNAL_KEY_STORE')
    return xksKeyId === undefined ? [] : newExternalKey(given, state, store, xksKeyId)
  const cluster = clusterOf(given.world, store.CloudHsmClusterId)
  const isAway = cluster?.state !== 'ACTIVE' || !cluster.reachable
  return [
    ['CloudHsmClusterInvalidConfigurationException', isAway, 'API_CreateKey, A27'],
    ...(cluster === undefined ? [] : configurationRules(cluster, 2))
  ]
}

export const createKey: Operation = (given, request, state) => {
  const isFull = state.keys.length >= (given.keyQuota ?? 100_000)
  const local: Rules = [...requestRules(request), ['LimitExceededException', isFull, 'resource-limits']]
  if (!carries(request)('CustomKeyStoreId')) return { rules: local }
  const store = storeOf(state, request)
  if (store === undefined) return { rules: [...local, storeIsUnknown] }
  const isOtherType =
    request.Origin !== store.CustomKeyStoreType &&
    (request.Origin === 'AWS_CLOUDHSM' || request.Origin === 'EXTERNAL_KEY_STORE')
  const xksKeyId = text(request, 'XksKeyId')
  const key: Key = {
    KeyId: given.newKeyId,
    CustomKeyStoreId: store.CustomKeyStoreId,
    CreationDate: given.now,
    Enabled: true,
    ...(xksKeyId === undefined ? {} : { XksKeyId: xksKeyId })
  }
  const after = { ...state, keys: [...state.keys, key] }
  return {
    rules: [
      ...local,
      ['UnsupportedOperationException', isOtherType, 'API_CreateKey, A39'],
      [invalidState, store.ConnectionState !== 'CONNECTED', 'API_ConnectCustomKeyStore'],
      ...backingRules(given, state, store, xksKeyId)
    ],
    then: () => ({ after, output: { KeyMetadata: metadata(given, after, key) } })
  }
}

/** The cluster is not looked at (A48). */
export const generateRandom: Operation = (_given, request, state) => {
  const recipient: Rule = ['ValidationException', carries(request)('Recipient'), 'A53']
  if (!carries(request)('CustomKeyStoreId')) return { rules: [recipient] }
  const store = storeOf(state, request)
  if (store === undefined) return { rules: [recipient, storeIsUnknown] }
  const isExternal = store.CustomKeyStoreType === 'EXTERNAL_KEY_STORE'
  const isInvalid = store.ConnectionState !== 'CONNECTED'
  return {
    rules: [
      recipient,
      ['UnsupportedOperationException', isExternal, 'API_GenerateRandom, A34'],
      [invalidState, either(isInvalid && !isExternal, isInvalid), 'API_ConnectCustomKeyStore']
    ]
  }
}
