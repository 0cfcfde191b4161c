/** A client that remembers what was acknowledged: chosen at random from what can be done with what it has. */
import { operation, send, type Answer } from '../soak/requests.js'
import { record, type Trail } from './trail.js'

/** What an account must have, by names that the client gave: of each store whether it is on, of each key its state. */
export interface Belief {
  readonly stores: ReadonlyMap<string, 'on' | 'off'>
  readonly keys: ReadonlyMap<
    string,
    { readonly store: string; readonly is: 'enabled' | 'disabled' | 'going' }
  >
}

/** One operation, and what is believed once it is acknowledged. */
interface Step {
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
  readonly after: Belief
  /** The store that a key which is used is in. */
  readonly usedIn?: string
  readonly heard?: (answer: Answer['body']) => void
}

export type Random = <A>(choices: ReadonlyArray<A>) => A

export interface Client {
  readonly account: string
  /** Does one thing. Rejects when the server dies. */
  readonly act: (url: string) => Promise<void>
  /** Compares what an account has with what it must have; tells what is lost. */
  readonly check: (url: string) => Promise<string | undefined>
  /** Days have passed in which no operation was under way. */
  readonly weekHasPassed: () => void
  readonly acknowledged: () => number
}

interface Observed {
  readonly belief: Belief
  readonly ids: ReadonlyMap<string, string>
}

interface StateOfAccount {
  readonly AccountId: string
  readonly stores: ReadonlyArray<{
    CustomKeyStoreId: string
    CustomKeyStoreName: string
    ConnectionState: string
  }>
  readonly keys: ReadonlyArray<{
    KeyId: string
    CustomKeyStoreId: string
    Description: string
    enabled: boolean
    DeletionDate?: number
  }>
}

const observed = async (url: string, account: string): Promise<Observed> => {
  const { accounts } = (await (await fetch(`${url}/_control/state`)).json()) as {
    readonly accounts: ReadonlyArray<StateOfAccount>
  }
  const { stores = [], keys = [] } = accounts.find(({ AccountId: id }) => id === account) ?? {}
  const nameOf = new Map(stores.map((one) => [one.CustomKeyStoreId, one.CustomKeyStoreName]))
  return {
    ids: new Map([
      ...stores.map((one) => [one.CustomKeyStoreName, one.CustomKeyStoreId] as const),
      ...keys.map((one) => [one.Description, one.KeyId] as const)
    ]),
    belief: {
      stores: new Map(
        stores.map(({ CustomKeyStoreName: name, ConnectionState: state }) => [
          name,
          state.startsWith('CONNECT') ? 'on' : 'off'
        ])
      ),
      keys: new Map(
        keys.map((key) => [
          key.Description,
          {
            store: nameOf.get(key.CustomKeyStoreId) ?? '',
            is: key.DeletionDate === undefined ? (key.enabled ? 'enabled' : 'disabled') : 'going'
          }
        ])
      )
    }
  }
}

const inText = ({ stores, keys }: Belief): string =>
  JSON.stringify([[...stores].sort(), [...keys].map(([name, { store, is }]) => [name, store, is]).sort()])

const withEntry = <A>(map: ReadonlyMap<string, A>, name: string, value: A | undefined): Map<string, A> => {
  const after = new Map(map)
  if (value === undefined) after.delete(name)
  else after.set(name, value)
  return after
}

const external = (account: string, name: string) => ({
  CustomKeyStoreName: name,
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: `https://xks-${account}.example.com`,
  XksProxyUriPath: `/${name}/kms/xks/v1`,
  XksProxyAuthenticationCredential: {
    AccessKeyId: 'ABCDE234567ABCDE234567',
    RawSecretAccessKey: 'aVerySecretAccessKeyThatNobodyMaySee0123456789'
  }
})

const plaintext = Buffer.from('kept').toString('base64')
const mostStores = 5
const mostKeys = 12

export const client = (account: string, random: Random, trail: Trail): Client => {
  let belief: Belief = { stores: new Map(), keys: new Map() }
  let underWay: { readonly step: Step; readonly sent: number } | undefined
  let ids = new Map<string, string>()
  let sealed: ReadonlyArray<{ readonly blob: string; readonly key: string }> = []
  let made = 0
  let acknowledged = 0

  const steps = (): ReadonlyArray<Step> => {
    const { stores, keys } = belief
    const name = `${account}-${String(made)}`
    const step = (
      operation: string,
      input: Step['input'],
      after = belief,
      more: Partial<Step> = {}
    ): Step => ({
      name: operation,
      input,
      after,
      ...more
    })
    const switched = (store: string, is: 'on' | 'off' | undefined): Belief => ({
      ...belief,
      stores: withEntry(stores, store, is)
    })
    const ofStores = [...stores].flatMap(([store, is]) => {
      const input = { CustomKeyStoreId: ids.get(store) }
      const isEmpty = [...keys.values()].every((key) => key.store !== store)
      const heard = ({ KeyMetadata: made }: Answer['body']): void => {
        ids.set(name, (made as { readonly KeyId: string }).KeyId)
      }
      const key = { ...input, Origin: 'EXTERNAL_KEY_STORE', XksKeyId: name, Description: name }
      return [
        step('DescribeCustomKeyStores', input),
        is === 'on'
          ? step('DisconnectCustomKeyStore', input, switched(store, 'off'))
          : step('ConnectCustomKeyStore', input, switched(store, 'on')),
        ...(is === 'off' && isEmpty ? [step('DeleteCustomKeyStore', input, switched(store, undefined))] : []),
        ...(is === 'on' && keys.size < mostKeys
          ? Array.from({ length: 5 }, () =>
              step(
                'CreateKey',
                key,
                { stores, keys: withEntry(keys, name, { store, is: 'enabled' }) },
                { heard }
              )
            )
          : [])
      ]
    })
    const ofKeys = [...keys].flatMap(([key, { store, is }]) => {
      if (is === 'going') return []
      const input = { KeyId: ids.get(key) }
      const becomes = (is: 'enabled' | 'disabled' | 'going'): Belief => ({
        stores,
        keys: withEntry(keys, key, { store, is })
      })
      const heard = ({ CiphertextBlob: blob }: Answer['body']): void => {
        sealed = [...sealed, { blob: String(blob), key }].slice(-20)
      }
      return [
        step('Encrypt', { ...input, Plaintext: plaintext }, belief, { heard, usedIn: store }),
        is === 'enabled'
          ? step('DisableKey', input, becomes('disabled'))
          : step('EnableKey', input, becomes('enabled')),
        step('ScheduleKeyDeletion', { ...input, PendingWindowInDays: 7 }, becomes('going'))
      ]
    })
    const ofSealed = sealed.flatMap(({ blob, key }) => {
      const { store = '' } = keys.get(key) ?? {}
      const heard = ({ Plaintext: opened }: Answer['body']): void => {
        if (opened !== plaintext) throw new Error(`lost: what ${key} encrypted`)
      }
      return keys.has(key)
        ? [step('Decrypt', { CiphertextBlob: blob }, belief, { heard, usedIn: store })]
        : []
    })
    const heard = ({ CustomKeyStoreId: id }: Answer['body']): void => void ids.set(name, String(id))
    const created = step('CreateCustomKeyStore', external(account, name), switched(name, 'off'), { heard })
    return [...ofStores, ...ofKeys, ...ofSealed, ...(stores.size < mostStores ? [created] : [])]
  }

  const write = (step: Step, sent: number, refusal?: string): void => {
    trail.write(
      record(account, step.name, step.input, sent, {
        created:
          step.name === 'CreateCustomKeyStore'
            ? ids.get(String(step.input['CustomKeyStoreName']))
            : undefined,
        usedIn: step.usedIn === undefined ? undefined : ids.get(step.usedIn),
        refusal
      })
    )
  }

  return {
    account,
    acknowledged: () => acknowledged,
    act: async (url) => {
      const step = random(steps())
      const sent = trail.now()
      made += 1
      underWay = { step, sent }
      const { status, body } = await send(url, operation(account, step.name, step.input))
      underWay = undefined
      acknowledged += 1
      const refusal = status === 200 ? undefined : String(body['__type'])
      if (refusal === 'InvalidCiphertextException') throw new Error('lost: the key of the ciphertexts')
      if (refusal === undefined) {
        step.heard?.(body)
        belief = step.after
      }
      write(step, sent, refusal)
    },
    check: async (url) => {
      const is = await observed(url, account)
      const texts = { is: inText(is.belief), must: inText(belief) }
      const before = underWay
      underWay = undefined
      const hasHappened =
        before !== undefined && texts.is !== texts.must && texts.is === inText(before.step.after)
      if (texts.is !== texts.must && !hasHappened) return `${texts.is} instead of ${texts.must}`
      const changed = [...ids].find(([name, id]) => is.ids.has(name) && is.ids.get(name) !== id)
      if (changed !== undefined) return `the id of ${changed[0]}`
      ids = new Map(is.ids)
      if (!hasHappened) return undefined
      belief = before.step.after
      write(before.step, before.sent)
      return undefined
    },
    weekHasPassed: () => {
      const keys = [...belief.keys].filter(([, { is }]) => is !== 'going')
      belief = { ...belief, keys: new Map(keys) }
      sealed = sealed.filter(({ key }) => belief.keys.has(key))
    }
  }
}
