import type { ConnectionState } from '../../model/ConnectionState.js'
import type { Members } from '../Exchange.js'
import type { CheckOutcome } from '../ConformReport.js'
import { keyIdIn } from '../replyMembers.js'
import { plannedCell, createKeyRow, triedInState, type Row } from './matrix.js'
import type { Subject } from './Subject.js'
import { ask, brought, giveUp, need, planned, outcomeOf, type Planned } from './trial.js'

/** A key and the store that it was created in. */
interface HeldKey {
  readonly KeyId: string
  readonly store: string
  readonly XksKeyId: unknown
}

/** The part of the matrix for which a key must be in the store, and the rules about keys. */
export const keyChecks = (subject: Subject): ReadonlyArray<Planned> => {
  const { session, type, keeper } = subject
  let held: HeldKey | undefined

  const creation = createKeyRow(subject)
  const create = (): Promise<CheckOutcome> => {
    let asked: Members = {}
    const row: Row = { ...creation, request: (id) => (asked = creation.request(id)) }
    return triedInState(subject, row, 'CONNECTED', ({ reply }) => {
      const KeyId = keyIdIn(reply)
      if (KeyId === undefined) return
      held = { KeyId, store: String(asked['CustomKeyStoreId']), XksKeyId: asked['XksKeyId'] }
    })
  }

  const isThere = async (): Promise<boolean> =>
    held !== undefined && session.knows(held.store) && (await session.look(held.store)) !== undefined

  /** A store with a key; a new one where the endpoint has deleted the store in spite of its key. */
  const withKey = async (): Promise<HeldKey> => {
    if (!(await isThere())) await create()
    return held !== undefined && (await isThere()) ? held : giveUp('no key could be created')
  }

  const cellWithKey = (row: Row, state: ConnectionState): Planned => {
    const plan = plannedCell(subject, row, state)
    return {
      ...plan,
      run: async () => {
        let isReady = false as boolean
        const ready = await outcomeOf(session, async () => {
          await withKey()
          isReady = true
        })
        return isReady ? plan.run() : ready
      }
    }
  }

  const onKey = (operation: 'Encrypt' | 'DescribeKey', members: Members = {}): Row => ({
    row: operation,
    operation,
    request: () => ({ KeyId: held?.KeyId, ...members })
  })

  const rows = [
    onKey('DescribeKey'),
    onKey('Encrypt', { Plaintext: 'AAAA' }),
    {
      row: 'DeleteCustomKeyStore (with a key)',
      operation: 'DeleteCustomKeyStore',
      request: (id) => ({ CustomKeyStoreId: id })
    }
  ] as const satisfies ReadonlyArray<Row>

  const states = ['CONNECTED', 'DISCONNECTING', 'DISCONNECTED', 'CONNECTING'] as const

  const plan = (id: string, says: string, trial: (key: HeldKey) => Promise<unknown>): Planned =>
    planned(subject, id, says, async () => trial(await withKey()))

  const externalKeyInUse = plan(
    'external-key-in-use',
    'CreateKey for an external key that another KMS key of the store stands for',
    async ({ XksKeyId }) => {
      const id = await brought(keeper, 'CONNECTED')
      await ask(session, 'CreateKey', { CustomKeyStoreId: id, Origin: type, XksKeyId })
    }
  )

  const pendingDeletion = plan(
    'key-pending-deletion',
    'DeleteCustomKeyStore and the use of the key when the only key is pending deletion',
    async ({ KeyId }) => {
      const id = await brought(keeper, 'DISCONNECTED')
      await need(session, 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 })
      await ask(session, 'DescribeKey', { KeyId })
      await ask(session, 'Encrypt', { KeyId, Plaintext: 'AAAA' })
      const { deviation } = await ask(session, 'DeleteCustomKeyStore', { CustomKeyStoreId: id })
      if (deviation === undefined) await session.look(id)
    }
  )

  return [
    { ...plannedCell(subject, creation, 'CONNECTED'), run: create },
    ...(type === 'EXTERNAL_KEY_STORE' ? [externalKeyInUse] : []),
    ...states.flatMap((state) => rows.map((row) => cellWithKey(row, state))),
    pendingDeletion
  ]
}
