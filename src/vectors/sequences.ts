import type { ConnectionState } from '../model/ConnectionState.js'
import { accountWith } from '../possible/tried.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { exampleRequest } from '../possible/exampleRequests.js'
import {
  clusterId,
  everyKind,
  exampleStore,
  keyId,
  path,
  storeId,
  uriEndpoint,
  type Kind
} from '../possible/examples.js'
import type { HistoryStep } from '../replay/HistoryStep.js'
import { goodInfrastructure } from './background.js'
import { faults } from './faults.js'
import { enabledKey } from '../possible/exampleKeys.js'
import type { Draft } from './make.js'

const ask = (operation: OperationName, kind: Kind): HistoryStep => ({
  operation,
  request: exampleRequest(operation, kind)
})
const settle: HistoryStep = { settle: storeId }

const sequence = (
  kind: Kind,
  name: string,
  documentation: string,
  from: ConnectionState,
  steps: ReadonlyArray<HistoryStep>
): Draft => ({
  id: `sequences/${kind}/${name}`,
  documentation,
  source: 'API_ConnectCustomKeyStore',
  flags: ['Sequence'],
  params: {
    account: accountWith([exampleStore(kind, from)], [enabledKey(kind)]),
    infrastructure: goodInfrastructure[kind],
    steps
  }
})

/** How a connection ends when one thing goes wrong after it has started. */
const failures: ReadonlyArray<Draft> = Object.entries(faults).flatMap(
  ([name, { kinds: behind, says, ...fault }]) =>
    behind.map((kind) =>
      sequence(kind, `connection/${name}`, `The connection ends when ${says}`, 'CONNECTING', [
        ...(fault.infrastructure === undefined ? [] : [{ facts: fault.infrastructure }]),
        { settle: storeId, ...(fault.failure && { failure: fault.failure }) }
      ])
    )
)

const recovery = (kind: Kind): Draft => {
  const fault =
    faults[kind === 'AWS_CLOUDHSM' ? 'kmsuser-password' : 'proxy-credential']?.infrastructure ?? {}
  const healthy =
    kind === 'AWS_CLOUDHSM'
      ? { clusters: [{ clusterId, kmsuser: { passwordMatches: true } }] }
      : { proxies: [{ uriEndpoint, uriPath: path, acceptsCredential: true }] }
  return sequence(
    kind,
    'recovery',
    'A store that could not be connected is disconnected, what was wrong is put right, and it is connected again',
    'DISCONNECTED',
    [
      { facts: fault },
      ask('ConnectCustomKeyStore', kind),
      settle,
      ask('ConnectCustomKeyStore', kind),
      ask('UpdateCustomKeyStore', kind),
      ask('DeleteCustomKeyStore', kind),
      ask('DisconnectCustomKeyStore', kind),
      settle,
      { facts: healthy },
      ask('ConnectCustomKeyStore', kind),
      settle
    ]
  )
}

const report = (outcome: 'connectionSucceeded' | 'disconnectionCompleted', attempt: number): HistoryStep => ({
  report: { CustomKeyStoreId: storeId, attempt, outcome }
})

const ofKind = (kind: Kind): ReadonlyArray<Draft> => [
  recovery(kind),
  sequence(
    kind,
    'disconnect-while-connecting',
    'A store is disconnected while it is being connected; the report of the connection comes too late',
    'DISCONNECTED',
    [
      ask('ConnectCustomKeyStore', kind),
      ask('DisconnectCustomKeyStore', kind),
      report('connectionSucceeded', 2),
      settle,
      report('disconnectionCompleted', 3)
    ]
  ),
  sequence(
    kind,
    'outage',
    'What stands behind a connected store is gone; the store stays CONNECTED',
    'CONNECTED',
    [
      { facts: faults[kind === 'AWS_CLOUDHSM' ? 'cluster-missing' : 'proxy-missing']?.infrastructure ?? {} },
      ask('DescribeCustomKeyStores', kind),
      ask('Encrypt', kind)
    ]
  ),
  sequence(
    kind,
    'safe-deletion',
    'A store is deleted once its keys are gone, and not while they are pending deletion',
    'CONNECTED',
    [
      ask('Encrypt', kind),
      ask('DisconnectCustomKeyStore', kind),
      ask('Encrypt', kind),
      settle,
      ask('DeleteCustomKeyStore', kind),
      { operation: 'ScheduleKeyDeletion', request: { KeyId: keyId, PendingWindowInDays: 7 } },
      ask('DeleteCustomKeyStore', kind),
      { advance: { days: 7 } },
      ask('DeleteCustomKeyStore', kind)
    ]
  )
]

/** Every vector of more than one step. */
export const sequences = (): ReadonlyArray<Draft> => [...everyKind.flatMap(ofKind), ...failures]
