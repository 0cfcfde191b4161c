/** Endpoints that break one rule each. */
import {
  connectionSucceeded,
  storeWithId,
  keyWithId,
  type CustomKeyStore,
  type CustomKeyStoreId
} from '../../src/index.js'
import type { Answer, Request } from '../../src/protocol/index.js'
import type { Caller, Endpoint } from '../../src/endpoint/index.js'

/** A request as a variant sees it, with the store that it is about, if there is one. */
interface Seen {
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  readonly store: CustomKeyStore | undefined
  readonly keys: number
}

type Again = (operation: string, input: object) => Answer

/** Answers in place of the endpoint; undefined where it has nothing against the right answer. */
type Instead = (seen: Seen, right: () => Answer, again: Again, kms: Endpoint) => Answer | undefined

const answer = (status: number, body: object): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(body)
})
const success = answer(200, {})
const refusal = (name: string) => answer(400, { __type: name, message: '' })

const inputOf = ({ body }: Request): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(body) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}

/** The endpoint, but for some answers. */
const answering =
  (instead: Instead) =>
  (kms: Endpoint): Endpoint => {
    const respond = (caller: Caller, request: Request): Answer => {
      const operation = (request.headers['x-amz-target'] ?? '').replace('TrentService.', '')
      const input = inputOf(request)
      const account = kms.accounts().find(({ AccountId: id }) => id === caller.account)
      const key = account && keyWithId(account, String(input['KeyId']))
      const id = (key?.CustomKeyStoreId ?? input['CustomKeyStoreId']) as CustomKeyStoreId
      const store = account && storeWithId(account, id)
      const keys = account?.keys.filter((key) => key.CustomKeyStoreId === id).length ?? 0
      const again: Again = (operation, input) =>
        kms.answer(caller, {
          ...request,
          headers: { ...request.headers, 'x-amz-target': `TrentService.${operation}` },
          body: JSON.stringify(input)
        })
      const right = () => kms.answer(caller, request)
      return instead({ operation, input, store, keys }, right, again, kms) ?? right()
    }
    return { ...kms, answer: respond }
  }

const when =
  (operation: string, is: (seen: Seen) => boolean, reply: Answer): Instead =>
  (seen) =>
    seen.operation === operation && is(seen) ? reply : undefined

const state =
  (...states: ReadonlyArray<string>) =>
  ({ store }: Seen): boolean =>
    store !== undefined && states.includes(store.ConnectionState)

/** Puts another body in place of the one that it is told, where the answer is a success. */
const changed = (right: Answer, change: (body: any) => object): Answer =>
  right.status === 200 ? { ...right, body: JSON.stringify(change(JSON.parse(right.body))) } : right

const everyStore = (right: Answer, change: (store: any) => object): Answer =>
  changed(right, (body) =>
    body.CustomKeyStores === undefined ? body : { ...body, CustomKeyStores: body.CustomKeyStores.map(change) }
  )

/** A key is made in the store, whatever its state. */
const keyMadeIn = ({ CustomKeyStoreId: id, ...store }: CustomKeyStore): Answer =>
  answer(200, {
    KeyMetadata: {
      KeyId: 'made',
      KeyState: 'Enabled',
      CustomKeyStoreId: id,
      Origin: store.CustomKeyStoreType,
      ...('CloudHsmClusterId' in store && { CloudHsmClusterId: store.CloudHsmClusterId })
    }
  })

export interface Variant {
  readonly says: string
  readonly make: (kms: Endpoint) => Endpoint
  /** The operation and the rule that the report has to name. */
  readonly broken: readonly [operation: string, rule: string]
  /** Other rules that it breaks. */
  readonly also?: ReadonlyArray<string>
  /** The check that shows it. */
  readonly seenIn: string
  /** The type of store that shows it; AWS_CLOUDHSM unless told otherwise. */
  readonly type?: 'EXTERNAL_KEY_STORE'
  /** When a connection ends; at once unless told otherwise. */
  readonly settles?: 'when told' | 'when seen'
  /** Whether only random histories can show it. */
  readonly needsHistories?: true
}

const wereConnected = new Set<string>()
const createdIds = new Set<string>()

export const variants: ReadonlyArray<Variant> = [
  {
    says: 'Delete answers HasCMKs when CONNECTED',
    make: answering(
      when('DeleteCustomKeyStore', state('CONNECTED'), refusal('CustomKeyStoreHasCMKsException'))
    ),
    broken: ['DeleteCustomKeyStore', 'validConnectionState'],
    seenIn: 'AWS_CLOUDHSM/DeleteCustomKeyStore/CONNECTED'
  },
  {
    says: 'Disconnect is accepted when DISCONNECTED',
    make: answering(when('DisconnectCustomKeyStore', state('DISCONNECTED'), success)),
    broken: ['DisconnectCustomKeyStore', 'validConnectionState'],
    seenIn: 'AWS_CLOUDHSM/DisconnectCustomKeyStore/DISCONNECTED'
  },
  {
    says: 'GenerateRandom ignores the state',
    make: answering(
      when(
        'GenerateRandom',
        ({ store }) => store?.CustomKeyStoreType === 'AWS_CLOUDHSM',
        answer(200, { Plaintext: 'AAAA' })
      )
    ),
    broken: ['GenerateRandom', 'validConnectionState'],
    also: ['brokenMembersAreRefused'],
    seenIn: 'AWS_CLOUDHSM/GenerateRandom/DISCONNECTED'
  },
  {
    says: 'GenerateRandom accepts an external key store',
    make: answering(
      when(
        'GenerateRandom',
        ({ store }) => store?.CustomKeyStoreType === 'EXTERNAL_KEY_STORE',
        answer(200, { Plaintext: 'AAAA' })
      )
    ),
    type: 'EXTERNAL_KEY_STORE',
    broken: ['GenerateRandom', 'storeIsCloudHsm'],
    seenIn: 'EXTERNAL_KEY_STORE/GenerateRandom/DISCONNECTED'
  },
  {
    says: 'Connect is accepted when FAILED',
    make: answering((seen, _, again) => {
      if (seen.operation !== 'ConnectCustomKeyStore' || !state('FAILED')(seen)) return undefined
      again('DisconnectCustomKeyStore', seen.input)
      return again('ConnectCustomKeyStore', seen.input)
    }),
    broken: ['ConnectCustomKeyStore', 'validConnectionState'],
    seenIn: 'AWS_CLOUDHSM/ConnectCustomKeyStore/FAILED'
  },
  {
    says: 'FAILED is never reached',
    make: answering(({ operation, store }, right, __, kms) => {
      const answered = right()
      if (operation === 'ConnectCustomKeyStore' && store !== undefined && answered.status === 200) {
        kms.report(store.CustomKeyStoreId, (now) => connectionSucceeded(now.attempt)(now))
      }
      if (operation === 'DisconnectCustomKeyStore' && store !== undefined && answered.status === 200) {
        kms.settle(store.CustomKeyStoreId)
      }
      return answered
    }),
    settles: 'when told',
    broken: ['ConnectCustomKeyStore', 'faultyConnectionFails'],
    seenIn: 'AWS_CLOUDHSM/ConnectCustomKeyStore/FAILED'
  },
  {
    says: 'A new store starts CONNECTED',
    make: answering(({ operation }, right, again) => {
      const answered = right()
      if (operation === 'CreateCustomKeyStore' && answered.status === 200) {
        again('ConnectCustomKeyStore', JSON.parse(answered.body) as object)
      }
      return answered
    }),
    broken: ['CreateCustomKeyStore', 'newStoreIsDisconnected'],
    seenIn: 'AWS_CLOUDHSM/new-store'
  },
  {
    says: 'An unknown id lists nothing',
    make: answering(
      when(
        'DescribeCustomKeyStores',
        ({ input, store }) => input['CustomKeyStoreId'] !== undefined && store === undefined,
        answer(200, { CustomKeyStores: [], Truncated: false })
      )
    ),
    broken: ['DescribeCustomKeyStores', 'storeExists'],
    also: ['brokenMembersAreRefused'],
    seenIn: 'AWS_CLOUDHSM/unknown-store/DescribeCustomKeyStores'
  },
  {
    says: 'Delete is accepted while keys are in the store',
    make: answering(
      when('DeleteCustomKeyStore', (seen) => state('DISCONNECTED')(seen) && seen.keys > 0, success)
    ),
    broken: ['DeleteCustomKeyStore', 'storeHasNoKeys'],
    seenIn: 'AWS_CLOUDHSM/DeleteCustomKeyStore (with a key)/DISCONNECTED'
  },
  {
    says: 'Update is accepted when CONNECTED',
    make: answering(when('UpdateCustomKeyStore', state('CONNECTED'), success)),
    broken: ['UpdateCustomKeyStore', 'membersAreUpdatable'],
    seenIn: 'AWS_CLOUDHSM/UpdateCustomKeyStore (NewCustomKeyStoreName)/CONNECTED'
  },
  {
    says: 'CreateKey is accepted when DISCONNECTED',
    make: answering(({ operation, store }) =>
      operation === 'CreateKey' && store?.ConnectionState === 'DISCONNECTED' ? keyMadeIn(store) : undefined
    ),
    broken: ['CreateKey', 'validConnectionState'],
    seenIn: 'AWS_CLOUDHSM/CreateKey/DISCONNECTED'
  },
  {
    says: 'CreateKey is accepted when CONNECTING',
    make: answering(({ operation, store }) =>
      operation === 'CreateKey' && store?.ConnectionState === 'CONNECTING' ? keyMadeIn(store) : undefined
    ),
    settles: 'when seen',
    broken: ['CreateKey', 'validConnectionState'],
    seenIn: 'AWS_CLOUDHSM/CreateKey/CONNECTING'
  },
  {
    says: 'Connect is refused when CONNECTING',
    make: answering(
      when('ConnectCustomKeyStore', state('CONNECTING'), refusal('CustomKeyStoreInvalidStateException'))
    ),
    settles: 'when seen',
    broken: ['ConnectCustomKeyStore', 'validConnectionState'],
    seenIn: 'AWS_CLOUDHSM/ConnectCustomKeyStore/CONNECTING'
  },
  {
    says: 'Disconnect is refused when FAILED',
    make: answering(
      when('DisconnectCustomKeyStore', state('FAILED'), refusal('CustomKeyStoreInvalidStateException'))
    ),
    broken: ['DisconnectCustomKeyStore', 'validConnectionState'],
    seenIn: 'AWS_CLOUDHSM/DisconnectCustomKeyStore/FAILED'
  },
  {
    says: 'Two stores may have one name',
    make: answering(({ operation, input }, right, again) => {
      const answered = right()
      if (operation !== 'CreateCustomKeyStore' || !answered.body.includes('NameInUse')) return answered
      return again(operation, { ...input, CustomKeyStoreName: `${String(input['CustomKeyStoreName'])}2` })
    }),
    broken: ['CreateCustomKeyStore', 'nameIsFree'],
    seenIn: 'AWS_CLOUDHSM/name-in-use/create'
  },
  {
    says: 'Two stores may have one cluster',
    make: answering(({ operation, input }, right, again) => {
      const answered = right()
      if (operation !== 'CreateCustomKeyStore' || !answered.body.includes('ClusterInUse')) return answered
      return again(operation, { ...input, CloudHsmClusterId: 'cluster-otherothero' })
    }),
    broken: ['CreateCustomKeyStore', 'clusterIsFree'],
    seenIn: 'AWS_CLOUDHSM/backing-in-use'
  },
  {
    says: 'The same Create twice makes two stores',
    make: answering(({ operation, input }, right, again) => {
      const answered = right()
      if (operation !== 'CreateCustomKeyStore' || answered.status !== 200) return answered
      const id = (JSON.parse(answered.body) as { CustomKeyStoreId: string }).CustomKeyStoreId
      if (!createdIds.has(id)) {
        createdIds.add(id)
        return answered
      }
      return again(operation, {
        ...input,
        CustomKeyStoreName: `${String(input['CustomKeyStoreName'])}2`,
        CloudHsmClusterId: 'cluster-otherothero'
      })
    }),
    broken: ['CreateCustomKeyStore', 'createIsIdempotent'],
    seenIn: 'AWS_CLOUDHSM/same-request'
  },
  {
    says: 'A store keeps its error code after FAILED',
    make: answering(({ operation, store, input }, right) =>
      operation === 'DescribeCustomKeyStores' &&
      input['CustomKeyStoreId'] !== undefined &&
      store?.attempt === 2
        ? everyStore(right(), (entry) => ({ ...entry, ConnectionErrorCode: 'INTERNAL_ERROR' }))
        : undefined
    ),
    broken: ['DescribeCustomKeyStores', 'errorCodeIsOfFailed'],
    seenIn: 'AWS_CLOUDHSM/DescribeCustomKeyStores/CONNECTING'
  },
  {
    says: 'Keys can be used while the store is not connected',
    make: answering(
      when(
        'Encrypt',
        state('DISCONNECTED', 'DISCONNECTING'),
        answer(200, { CiphertextBlob: 'AAAA', KeyId: 'any' })
      )
    ),
    broken: ['Encrypt', 'keyIsAvailable'],
    also: ['keyIsNotPendingDeletion'],
    seenIn: 'AWS_CLOUDHSM/Encrypt/DISCONNECTED'
  },
  {
    says: 'Keys stay Enabled while the store is not connected',
    make: answering(({ operation }, right) =>
      operation === 'DescribeKey'
        ? changed(right(), ({ KeyMetadata: key }) => ({ KeyMetadata: { ...key, KeyState: 'Enabled' } }))
        : undefined
    ),
    broken: ['DescribeKey', 'keyStateFollowsTheStore'],
    seenIn: 'AWS_CLOUDHSM/DescribeKey/DISCONNECTED'
  },
  {
    says: 'An unknown store is answered with the exception for unknown keys',
    make: answering((_, right) => {
      const answered = right()
      return answered.body.includes('"CustomKeyStoreNotFoundException"')
        ? refusal('NotFoundException')
        : answered
    }),
    broken: ['ConnectCustomKeyStore', 'storeExists'],
    seenIn: 'AWS_CLOUDHSM/unknown-store/ConnectCustomKeyStore'
  },
  {
    says: 'Update answers with success and changes nothing',
    make: answering(when('UpdateCustomKeyStore', state('DISCONNECTED'), success)),
    broken: ['UpdateCustomKeyStore', 'describeShowsTheStore'],
    also: ['nameIsFree', 'membersBelongToTheTypeOfStore', 'brokenMembersAreRefused'],
    seenIn: 'AWS_CLOUDHSM/update-shows'
  },
  {
    says: 'Connect answers with success and the store stays DISCONNECTED',
    make: answering(when('ConnectCustomKeyStore', state('DISCONNECTED'), success)),
    broken: ['ConnectCustomKeyStore', 'connectionIsMade'],
    seenIn: 'AWS_CLOUDHSM/ConnectCustomKeyStore/DISCONNECTED'
  },
  {
    says: 'Disconnect answers with success and the store stays CONNECTED',
    make: answering(when('DisconnectCustomKeyStore', state('CONNECTED'), success)),
    broken: ['DisconnectCustomKeyStore', 'connectionIsEnded'],
    seenIn: 'AWS_CLOUDHSM/DisconnectCustomKeyStore/CONNECTING'
  },
  {
    says: 'A Delete that is refused disconnects the store',
    make: answering(({ operation, input, store }, right, again) => {
      const answered = right()
      if (operation === 'DeleteCustomKeyStore' && store?.ConnectionState === 'CONNECTED') {
        again('DisconnectCustomKeyStore', input)
      }
      return answered
    }),
    broken: ['DeleteCustomKeyStore', 'stateIsKept'],
    seenIn: 'AWS_CLOUDHSM/DeleteCustomKeyStore/CONNECTED'
  },
  {
    says: 'A request with a name that is too long is accepted',
    make: answering(
      when(
        'CreateCustomKeyStore',
        ({ input }) => String(input['CustomKeyStoreName']).length > 256,
        answer(200, { CustomKeyStoreId: 'cks-12345678901234567' })
      )
    ),
    broken: ['CreateCustomKeyStore', 'brokenMembersAreRefused'],
    seenIn: 'AWS_CLOUDHSM/form/CreateCustomKeyStore/a-name-of-257-characters'
  },
  {
    says: 'A page holds more stores than its limit',
    make: answering(({ operation, input }, _, again) =>
      operation === 'DescribeCustomKeyStores' && input['Limit'] === 1
        ? changed(again(operation, {}), ({ CustomKeyStores: [first] }) => ({
            CustomKeyStores: [first, first],
            Truncated: false
          }))
        : undefined
    ),
    broken: ['DescribeCustomKeyStores', 'describeShowsTheStore'],
    seenIn: 'AWS_CLOUDHSM/list'
  },
  {
    says: 'Update ignores the path of a proxy',
    make: answering(({ operation, input, store }, _, again) =>
      operation === 'UpdateCustomKeyStore' &&
      input['XksProxyUriPath'] !== undefined &&
      store?.ConnectionState === 'DISCONNECTED'
        ? again(operation, { CustomKeyStoreId: input['CustomKeyStoreId'] })
        : undefined
    ),
    type: 'EXTERNAL_KEY_STORE',
    broken: ['UpdateCustomKeyStore', 'describeShowsTheStore'],
    also: ['proxyUriIsFree'],
    seenIn: 'EXTERNAL_KEY_STORE/update-shows-proxy'
  },
  {
    says: 'A date is a text',
    make: answering((_, right) =>
      everyStore(right(), (store) => ({
        ...store,
        CreationDate: new Date(store.CreationDate * 1000).toISOString()
      }))
    ),
    broken: ['DescribeCustomKeyStores', 'answerIsAwsJson'],
    seenIn: 'AWS_CLOUDHSM/new-store'
  },
  {
    says: 'A refusal is no JSON',
    make: answering((_, right) => {
      const answered = right()
      return answered.status === 200 ? answered : { ...answered, status: 500, body: 'Oops' }
    }),
    broken: ['ConnectCustomKeyStore', 'answerIsAwsJson'],
    seenIn: 'AWS_CLOUDHSM/unknown-store/ConnectCustomKeyStore'
  },
  {
    says: 'A store that was connected once can be connected no more',
    make: answering((seen) => {
      const id = seen.store?.CustomKeyStoreId ?? ''
      if (seen.operation !== 'ConnectCustomKeyStore' || !state('DISCONNECTED')(seen)) return undefined
      if (wereConnected.has(id)) return refusal('CustomKeyStoreInvalidStateException')
      wereConnected.add(id)
      return undefined
    }),
    broken: ['ConnectCustomKeyStore', 'validConnectionState'],
    seenIn: 'AWS_CLOUDHSM/ConnectCustomKeyStore/CONNECTING'
  },
  {
    says: 'Connecting a store disconnects the other ones',
    make: answering(({ operation, store: connected }, right, again, kms) => {
      if (operation !== 'ConnectCustomKeyStore') return undefined
      const others = kms.accounts().flatMap(({ stores }) => stores.filter((store) => store !== connected))
      const answered = right()
      for (const { ConnectionState: state, CustomKeyStoreId } of others) {
        if (answered.status === 200 && state === 'CONNECTED')
          again('DisconnectCustomKeyStore', { CustomKeyStoreId })
      }
      return answered
    }),
    broken: ['DescribeCustomKeyStores', 'stateIsKept'],
    seenIn: 'random histories',
    needsHistories: true
  }
]
