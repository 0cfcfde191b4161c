import type { HistoryStep } from '../replay/HistoryStep.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { accountWith } from '../possible/tried.js'
import { exampleRequest } from '../possible/exampleRequests.js'
import { path, serviceName, uriEndpoint, type Kind } from '../possible/examples.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operations } from '../operations/index.js'
import { elsewhere, goodInfrastructure, type InfrastructureChange, type JsonMembers } from './background.js'
import type { Draft } from './make.js'

/** The ids that the first and the second new store get, and the first new key. */
export const first = 'cks-00000000000000001' as CustomKeyStoreId
export const second = 'cks-00000000000000002' as CustomKeyStoreId
export const newKey = '00000000-0000-4000-8000-000000000001'

export const request = (operation: OperationName, members: JsonMembers): HistoryStep => ({
  operation,
  request: members
})

/** A Create of a good store of a kind, with some members changed; a member that is undefined is left out. */
export const create = (kind: Kind, change: JsonMembers = {}): HistoryStep =>
  request(
    'CreateCustomKeyStore',
    Object.fromEntries(
      Object.entries({ ...exampleRequest('CreateCustomKeyStore', kind), ...change }).filter(
        ([, value]) => value !== undefined
      )
    )
  )

export const update = (members: JsonMembers, id: CustomKeyStoreId = first): HistoryStep =>
  request('UpdateCustomKeyStore', { CustomKeyStoreId: id, ...members })

export const describe = (id: CustomKeyStoreId = first): HistoryStep =>
  request('DescribeCustomKeyStores', { CustomKeyStoreId: id })

export const remove = (id: CustomKeyStoreId = first): HistoryStep =>
  request('DeleteCustomKeyStore', { CustomKeyStoreId: id })

/** A connection or disconnection, and the wait for its end. */
const awaited = (operation: OperationName): ReadonlyArray<HistoryStep> => [
  request(operation, { CustomKeyStoreId: first }),
  { settle: first }
]
export const connect = awaited('ConnectCustomKeyStore')
export const disconnect = awaited('DisconnectCustomKeyStore')

/** A CreateKey in the first store, with some members changed. */
export const createKey = (kind: Kind, change: JsonMembers = {}): HistoryStep =>
  request('CreateKey', {
    ...exampleRequest('CreateKey', kind),
    CustomKeyStoreId: first,
    ...change
  })

/** A store that is connected, with a key in it. */
export const storeWithKey = (kind: Kind): ReadonlyArray<HistoryStep> => [
  create(kind),
  ...connect,
  createKey(kind)
]

/** The name of another VPC endpoint service. */
export const otherService = 'com.amazonaws.vpce.us-east-1.vpce-svc-0other'

/** Everything that these vectors name, without a fault. */
const everything: InfrastructureChange = {
  ...goodInfrastructure.AWS_CLOUDHSM,
  proxies: [
    { uriEndpoint, uriPath: path },
    { uriEndpoint, uriPath: elsewhere.UriPath },
    { uriEndpoint: elsewhere.UriEndpoint, uriPath: path },
    { uriEndpoint: elsewhere.UriEndpoint, uriPath: elsewhere.UriPath }
  ],
  vpcEndpointServices: [{ serviceName }, { serviceName: otherService }]
}

/** A vector that begins with an empty account and goes on by requests alone. */
export const byRequests = (
  kind: Kind,
  name: string,
  documentation: string,
  about: OperationName,
  steps: ReadonlyArray<HistoryStep>,
  infrastructure: InfrastructureChange = {}
): Draft => ({
  id: `sequences/${kind}/${name}`,
  documentation,
  source: operations[about].source,
  flags: [steps.length === 1 ? 'SingleFault' : 'Sequence'],
  params: { account: accountWith([]), infrastructure: { ...everything, ...infrastructure }, steps }
})
