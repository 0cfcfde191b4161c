import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { isCloudHsm } from '../../model/CustomKeyStore.js'
import { exampleRequest } from '../../possible/exampleRequests.js'
import { storeId, keyId, type Kind } from '../../possible/examples.js'
import type { Situation } from '../Situation.js'
import { anything, isList, isMembers, isOpen, type Members, type Value } from './Value.js'

const kindIn = ({ account: { stores } }: Situation, input: Value): Kind => {
  const [store] = stores
  if (store !== undefined)
    return isCloudHsm(store) ? 'AWS_CLOUDHSM' : store.XksProxyConfiguration.Connectivity
  const type = isMembers(input) ? input['CustomKeyStoreType'] : undefined
  return type === 'EXTERNAL_KEY_STORE' ? 'PUBLIC_ENDPOINT' : 'AWS_CLOUDHSM'
}

/** A good request of the operation about the store and the key that there are. */
const example = (operation: OperationName, input: Value, situation: Situation): Members => {
  const { stores, keys } = situation.account
  const ids: Members = {
    CustomKeyStoreId: stores[0]?.CustomKeyStoreId ?? storeId,
    CustomKeyStoreName: stores[0]?.CustomKeyStoreName ?? 'ExampleKeyStore'
  }
  const key = keys[0]?.KeyId ?? keyId
  const request = exampleRequest(operation, kindIn(situation, input)) as Members
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => [
      name,
      name.endsWith('KeyId') && value === keyId ? key : (ids[name] ?? value)
    ])
  )
}

const known = (value: Value, name: string, examples: Members): Value | undefined => {
  if (value === anything) return Object.hasOwn(examples, name) ? examples[name] : undefined
  if (isList(value)) return value.flatMap((one) => known(one, name, examples) ?? [])
  return isMembers(value) ? knownMembers(value, examples) : value
}

const knownMembers = (members: Members, examples: Members): Members =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => {
      const found = known(value, name, examples)
      return found === undefined ? [] : [[name, found]]
    })
  )

/** Of a key that is not there by the id that the workflow has for it, the key that there is. */
const withKey = (input: Members, { account: { keys } }: Situation): Members => {
  const [key] = keys
  const id = input['KeyId']
  if (key === undefined || keys.length > 1 || typeof id !== 'string' || id.startsWith('alias/')) return input
  return keys.some(({ KeyId, Arn }) => [KeyId, Arn].includes(id)) ? input : { ...input, KeyId: key.KeyId }
}

/** Of a store that is not there by its name, the one store that there is. */
const withName = (input: Members, { account: { stores } }: Situation): Members => {
  const [store] = stores
  const name = input['CustomKeyStoreName']
  const isThere = stores.some(({ CustomKeyStoreName }) => CustomKeyStoreName === name)
  return store === undefined || stores.length > 1 || name === undefined || isThere
    ? input
    : { ...input, CustomKeyStoreName: store.CustomKeyStoreName }
}

/** The input of a request in which nothing is left unknown: an id that nobody knows is that of what there is. */
export const concreteInput = (operation: OperationName, input: Value, situation: Situation): Members => {
  const examples = example(operation, input, situation)
  const store = situation.account.stores[0]
  const byName = { ...(store && { CustomKeyStoreName: store.CustomKeyStoreName }), ...examples }
  if (!isMembers(input)) return examples
  const found = knownMembers(input, byName)
  const whole = withKey(isOpen(input) ? { ...examples, ...found } : found, situation)
  return operation === 'DescribeCustomKeyStores' ? withName(whole, situation) : whole
}
