import type { OperationName } from '../../exceptions/documentedExceptions.js'
import * as E from 'fp-ts/lib/Either.js'
import { connectionStates, type ConnectionState } from '../../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { UpdatableMember } from '../../editions/updatableMembers.js'
import type { Members } from '../Exchange.js'
import type { CheckOutcome } from '../ConformReport.js'
import type { Obstacle } from './Keeper.js'
import type { HeardReply } from './Session.js'
import type { Subject } from './Subject.js'
import { ask, outcomeOf, type Planned } from './trial.js'

/** A row of the matrix: one operation, on the store that is in the state of the column. */
export interface Row {
  readonly row: string
  readonly operation: OperationName
  readonly request: (id: string) => Members
}

const onStore = (
  operation: OperationName,
  members: () => Members = () => ({}),
  row: string = operation
): Row => ({
  row,
  operation,
  request: (id) => ({ CustomKeyStoreId: id, ...members() })
})

/**
 * An update of one member to another value. To the one that it has, which AWS treats as any other, where the user has
 * named that, and of a cluster, since another one has to be related to it.
 */
const update = ({ invent, keeper, named }: Subject, member: UpdatableMember): Row =>
  onStore(
    'UpdateCustomKeyStore',
    () => ({
      [member]:
        (named[member] === undefined ? invent.other(member) : undefined) ?? keeper.createdWith()[member]
    }),
    `UpdateCustomKeyStore (${member})`
  )

/** The members that are updated. A connectivity or VPC endpoint service cannot be updated alone. */
const updated = {
  AWS_CLOUDHSM: ['NewCustomKeyStoreName', 'KeyStorePassword', 'CloudHsmClusterId'],
  EXTERNAL_KEY_STORE: [
    'NewCustomKeyStoreName',
    'XksProxyAuthenticationCredential',
    'XksProxyUriPath',
    'XksProxyUriEndpoint'
  ]
} as const satisfies { readonly [T in CustomKeyStoreType]: ReadonlyArray<UpdatableMember<T>> }

export const createKeyRow = ({ type, xksKeyId }: Subject): Row =>
  onStore('CreateKey', () => ({
    Origin: type,
    ...(type === 'EXTERNAL_KEY_STORE' && { XksKeyId: xksKeyId() })
  }))

const connect = onStore('ConnectCustomKeyStore')
const disconnect = onStore('DisconnectCustomKeyStore')
const deletion = onStore('DeleteCustomKeyStore')

/**
 * The rows of a state; those that can change the state come last. In CONNECTED no key is created, since it would keep the
 * store from being deleted.
 */
const rowsIn = (subject: Subject, state: ConnectionState): ReadonlyArray<Row> => [
  onStore('DescribeCustomKeyStores'),
  ...updated[subject.type].map((member) => update(subject, member)),
  onStore('GenerateRandom', () => ({ NumberOfBytes: 1 })),
  ...(state === 'CONNECTED' ? [] : [createKeyRow(subject)]),
  ...(state === 'DISCONNECTED' ? [disconnect, deletion, connect] : [connect, deletion, disconnect])
]

const mostTries = 5

/** What became of a cell whose state was not reached. `dependsOn`: the faults that may have been in the way. */
const notReached = ({ why, blocked }: Obstacle, dependsOn: ReadonlyArray<string>): CheckOutcome =>
  dependsOn.length > 0
    ? { is: 'not useful', faults: [...new Set(dependsOn)] }
    : { is: 'not reached', why, ...(blocked && { blocked }) }

/** Brings a store into a state and asks for an operation; tries again where the state ended by itself too soon. */
export const triedInState = async (
  { session, keeper }: Subject,
  { operation, request }: Row,
  state: ConnectionState,
  heard: (answer: HeardReply) => void = () => undefined
): Promise<CheckOutcome> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const [seen, notUseful] = [session.seen().length, session.notUseful().length]
    const reached = await keeper.reach(state)
    if (E.isLeft(reached)) {
      const { why } = reached.left
      const inTheWay = session
        .seen()
        .slice(seen)
        .filter(({ operation, difference: { got } }) => why === `${operation} returned ${got}`)
      return notReached(reached.left, [
        ...inTheWay.map(({ id }) => id),
        ...session.notUseful().slice(notUseful)
      ])
    }
    let isCertain = false as boolean
    const outcome = await outcomeOf(session, async () => {
      const answer = await ask(session, operation, request(reached.right))
      heard(answer)
      isCertain = answer.asShown
      if (answer.held === 'as documented') await session.look(reached.right)
    })
    if (outcome.is !== 'as documented' || isCertain) return outcome
  }
  return { is: 'not reached', why: `${state} ends too soon` }
}

/** A cell of the matrix. */
export const plannedCell = (subject: Subject, row: Row, state: ConnectionState): Planned => ({
  id: `${subject.type}/${row.row}/${state}`,
  type: subject.type,
  says: `${row.row} when the store is ${state}`,
  row: row.row,
  state,
  run: () => triedInState(subject, row, state)
})

/** The matrix of a store that can be connected, without a key in it. */
export const soundMatrix = (subject: Subject): ReadonlyArray<Planned> =>
  connectionStates
    .filter((state) => state !== 'FAILED')
    .flatMap((state) => rowsIn(subject, state).map((row) => plannedCell(subject, row, state)))

/** The column of a store that has failed to connect. */
export const failedColumn = (subject: Subject): ReadonlyArray<Planned> =>
  rowsIn(subject, 'FAILED').map((row) => plannedCell(subject, row, 'FAILED'))
