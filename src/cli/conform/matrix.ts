import * as E from 'fp-ts/lib/Either.js'
import { connectionStates, type ConnectionState } from '../../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { UpdatableMember } from '../../rules/Edition.js'
import type { AskedOperation, Members } from '../../spec/conform/Exchange.js'
import { idOf, type Outcome } from '../../spec/conform/Report.js'
import type { Inventor } from './backings.js'
import type { Keeper } from './Keeper.js'
import type { Planned } from './Planned.js'
import type { Answer, Session } from './Session.js'

/** A row of the matrix: one operation, on the store that is in the state of the column. */
export interface Row {
  readonly row: string
  readonly operation: AskedOperation
  readonly request: (id: string) => Members
}

/** What is tried of one kind of store. */
export interface Subject {
  readonly session: Session
  readonly invent: Inventor
  readonly type: CustomKeyStoreType
  readonly keeper: Keeper
  readonly xksKeyId: () => string
}

const onStore = (
  operation: AskedOperation,
  members: () => Members = () => ({}),
  row: string = operation
): Row => ({
  row,
  operation,
  request: (id) => ({ CustomKeyStoreId: id, ...members() })
})

/** A member is updated with the value that it has, which AWS treats as it treats any other. */
const update = ({ invent, keeper }: Subject, member: UpdatableMember): Row =>
  onStore(
    'UpdateCustomKeyStore',
    () => ({ [member]: member === 'NewCustomKeyStoreName' ? invent.name() : keeper.createdWith()[member] }),
    `UpdateCustomKeyStore (${member})`
  )

/** A connectivity and a VPC endpoint service are not updated: they do not go alone. */
const updated = {
  AWS_CLOUDHSM: ['NewCustomKeyStoreName', 'KeyStorePassword', 'CloudHsmClusterId'],
  EXTERNAL_KEY_STORE: [
    'NewCustomKeyStoreName',
    'XksProxyAuthenticationCredential',
    'XksProxyUriPath',
    'XksProxyUriEndpoint'
  ]
} as const satisfies { readonly [T in CustomKeyStoreType]: ReadonlyArray<UpdatableMember<T>> }

export const createKey = ({ type, xksKeyId }: Subject): Row =>
  onStore('CreateKey', () => ({
    Origin: type,
    ...(type === 'EXTERNAL_KEY_STORE' && { XksKeyId: xksKeyId() })
  }))

const connect = onStore('ConnectCustomKeyStore')
const disconnect = onStore('DisconnectCustomKeyStore')
const deletion = onStore('DeleteCustomKeyStore')

/** Those that can change the state come last; a key that can be created stands in the way of what comes after it. */
const rowsIn = (subject: Subject, state: ConnectionState): ReadonlyArray<Row> => [
  onStore('DescribeCustomKeyStores'),
  ...updated[subject.type].map((member) => update(subject, member)),
  onStore('GenerateRandom', () => ({ NumberOfBytes: 1 })),
  ...(state === 'CONNECTED' ? [] : [createKey(subject)]),
  ...(state === 'DISCONNECTED' ? [disconnect, deletion, connect] : [connect, deletion, disconnect])
]

const mostTries = 5

/** Brings a store into a state and asks for an operation, again where the state has ended by itself before. */
export const inState = async (
  { session, keeper }: Subject,
  { operation, request }: Row,
  state: ConnectionState,
  heard: (answer: Answer) => void = () => undefined
): Promise<Outcome> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const reached = await keeper.reach(state)
    if (E.isLeft(reached)) return { is: 'not reached', why: reached.left }
    const before = session.seen().length
    const answer = await session.call(operation, request(reached.right))
    heard(answer)
    if (answer.held === 'as documented') await session.look(reached.right)
    const faults = session.seen().slice(before).map(idOf)
    if (faults.length > 0) return { is: 'different', faults }
    if (answer.held === 'left open') return { is: 'left open' }
    if (answer.held === 'due to the outside') {
      return { is: 'not reached', why: `${operation} answered with ${answer.exception ?? ''}` }
    }
    if (answer.asShown) return { is: 'as documented' }
  }
  return { is: 'not reached', why: `${state} ends too soon` }
}

export const planned = (subject: Subject, row: Row, state: ConnectionState): Planned => ({
  id: `${subject.type}/${row.row}/${state}`,
  type: subject.type,
  says: `${row.row} when the store is ${state}`,
  row: row.row,
  state,
  run: () => inState(subject, row, state)
})

/** The matrix of a store that can be connected, without a key in it. */
export const soundMatrix = (subject: Subject): ReadonlyArray<Planned> =>
  connectionStates
    .filter((state) => state !== 'FAILED')
    .flatMap((state) => rowsIn(subject, state).map((row) => planned(subject, row, state)))

/** The column of a store that has failed to connect. */
export const failedColumn = (subject: Subject): ReadonlyArray<Planned> =>
  rowsIn(subject, 'FAILED').map((row) => planned(subject, row, 'FAILED'))
