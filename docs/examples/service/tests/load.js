/** A client that does at random what can be done with what it has, and remembers what was acknowledged. */
import {
  CancelKeyDeletionCommand as CancelKeyDeletion,
  ConnectCustomKeyStoreCommand as Connect,
  CreateCustomKeyStoreCommand as Create,
  CreateKeyCommand as CreateKey,
  DeleteCustomKeyStoreCommand as Delete,
  DescribeCustomKeyStoresCommand as Describe,
  DescribeKeyCommand as DescribeKey,
  DisconnectCustomKeyStoreCommand as Disconnect,
  ListKeysCommand as ListKeys,
  ScheduleKeyDeletionCommand as ScheduleKeyDeletion
} from '@aws-sdk/client-kms'
import { clientOf, external } from './started.js'

const mostStores = 6
const mostKeys = 12

/** The states that no worker can lead to the other side. */
const isOn = (state) => state === 'CONNECTING' || state === 'CONNECTED'

const withEntry = (map, name, value) => {
  const after = new Map(map)
  if (value === undefined) after.delete(name)
  else after.set(name, value)
  return after
}

/**
 * What an account has, or must have, by names that the client gave.
 *
 * @typedef {object} Belief
 * @property {Map<string, boolean>} stores by name, whether it is on
 * @property {Map<string, { store: string, isGoing: boolean }>} keys by description
 */
const textOf = ({ stores, keys }) =>
  JSON.stringify([
    [...stores].sort(),
    [...keys].map(([name, { store, isGoing }]) => [name, store, isGoing]).sort()
  ])

/** What the service has, and the ids of all that. */
const observed = async (kms) => {
  const { CustomKeyStores } = await kms.send(new Describe({}))
  const nameOf = new Map(CustomKeyStores.map((store) => [store.CustomKeyStoreId, store.CustomKeyStoreName]))
  const { Keys } = await kms.send(new ListKeys({}))
  const keys = []
  for (const { KeyId } of Keys) keys.push((await kms.send(new DescribeKey({ KeyId }))).KeyMetadata)
  return {
    belief: {
      stores: new Map(
        CustomKeyStores.map((store) => [store.CustomKeyStoreName, isOn(store.ConnectionState)])
      ),
      keys: new Map(
        keys.map((key) => [
          key.Description,
          { store: nameOf.get(key.CustomKeyStoreId), isGoing: key.DeletionDate !== undefined }
        ])
      )
    },
    ids: new Map([
      ...CustomKeyStores.map((store) => [store.CustomKeyStoreName, store.CustomKeyStoreId]),
      ...keys.map((key) => [key.Description, key.KeyId])
    ])
  }
}

/** Everything that can be done now, each with what is believed once it is acknowledged. */
const steps = ({ stores, keys }, ids, name) => {
  const onStores = [...stores].flatMap(([store, isOn]) => {
    const CustomKeyStoreId = ids.get(store)
    const switched = (to) => ({ stores: withEntry(stores, store, to), keys })
    const isEmpty = [...keys.values()].every((key) => key.store !== store)
    const key = { CustomKeyStoreId, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: name, Description: name }
    return [
      isOn
        ? { command: new Disconnect({ CustomKeyStoreId }), after: switched(false) }
        : { command: new Connect({ CustomKeyStoreId }), after: switched(true) },
      ...(!isOn && isEmpty
        ? [{ command: new Delete({ CustomKeyStoreId }), after: switched(undefined) }]
        : []),
      ...(isOn && keys.size < mostKeys
        ? [
            {
              command: new CreateKey(key),
              after: { stores, keys: withEntry(keys, name, { store, isGoing: false }) }
            }
          ]
        : [])
    ]
  })
  const onKeys = [...keys].map(([key, { store, isGoing }]) => {
    const Command = isGoing ? CancelKeyDeletion : ScheduleKeyDeletion
    const after = { stores, keys: withEntry(keys, key, { store, isGoing: !isGoing }) }
    return { command: new Command({ KeyId: ids.get(key) }), after }
  })
  const created = {
    command: new Create(external(name)),
    after: { stores: withEntry(stores, name, false), keys }
  }
  return [...onStores, ...onKeys, ...(stores.size < mostStores ? [created, created] : [])]
}

/** @param {(choices: any[]) => any} random */
export const loadOf = (account, random) => {
  let belief = { stores: new Map(), keys: new Map() }
  let ids = new Map()
  let underWay
  let made = 0
  const acknowledged = []

  return {
    /** The ids of the requests that were answered, refusals among them. */
    acknowledged,

    /** Does one thing. Rejects when the service dies. */
    act: async (url) => {
      const name = `${account}-${(made += 1)}`
      const { command, after } = random(steps(belief, ids, name))
      underWay = after
      try {
        const answer = await clientOf(url, account).send(command)
        acknowledged.push(answer.$metadata.requestId)
        const id = answer.CustomKeyStoreId ?? answer.KeyMetadata?.KeyId
        if (id !== undefined) ids.set(name, id)
        belief = after
      } catch (error) {
        if (error.$metadata?.httpStatusCode === undefined) throw error
        // Nothing is written of a request that is throttled, and a 500 is a fault.
        if (error.name === 'KMSInternalException') throw new Error(`lost: ${error.message}`)
        if (error.name !== 'ThrottlingException') acknowledged.push(error.$metadata.requestId)
      }
      underWay = undefined
    },

    /** Compares what there is with what there must be. The request that was under way may have happened or not. */
    missing: async (url) => {
      const is = await observed(clientOf(url, account))
      const wanted = [belief, ...(underWay ? [underWay] : [])].find(
        (one) => textOf(one) === textOf(is.belief)
      )
      underWay = undefined
      if (wanted === undefined) return [`${account}: ${textOf(is.belief)} instead of ${textOf(belief)}`]
      const changed = [...ids].filter(([name, id]) => is.ids.has(name) && is.ids.get(name) !== id)
      belief = wanted
      ids = is.ids
      return changed.map(([name]) => `${account}: the id of ${name}`)
    }
  }
}
