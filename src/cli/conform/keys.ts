import * as E from 'fp-ts/lib/Either.js'
import type { ConnectionState } from '../../model/ConnectionState.js'
import type { Members } from '../../spec/conform/Exchange.js'
import { createKey, inState, planned, type Row, type Subject } from './matrix.js'
import type { Planned } from './Planned.js'
import { ask, giveUp, need, tried } from './trial.js'

/** The keys of a store and what they stand in the way of: the part of the matrix for which a key must be in the store. */
export const keyChecks = (subject: Subject): ReadonlyArray<Planned> => {
  const { session, type, keeper } = subject
  let key: string | undefined
  let store: string | undefined
  let xksKeyId: unknown

  const creation = createKey(subject)
  const createsKey: Planned = {
    ...planned(subject, creation, 'CONNECTED'),
    run: () =>
      inState(
        subject,
        {
          ...creation,
          request: (id) => {
            const request = creation.request(id)
            ;[store, xksKeyId] = [id, request['XksKeyId']]
            return request
          }
        },
        'CONNECTED',
        ({ reply }) => {
          const output = 'output' in reply ? (reply.output as { readonly KeyMetadata?: Members }) : {}
          const id = output.KeyMetadata?.['KeyId']
          key = typeof id === 'string' ? id : undefined
        }
      )
  }

  /** Only with the store that holds the key. */
  const withKey = (row: Row, state: ConnectionState): Planned => {
    const plan = planned(subject, row, state)
    return {
      ...plan,
      run: async () => {
        if (key === undefined) return { is: 'not reached', why: 'no key could be created' }
        return session.knows(store ?? '') ? plan.run() : { is: 'not reached', why: 'the store is gone' }
      }
    }
  }

  const onKey = (operation: 'Encrypt' | 'DescribeKey', members: Members = {}): Row => ({
    row: operation,
    operation,
    request: () => ({ KeyId: key, ...members })
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

  const inTurn = (id: string, says: string, trial: () => Promise<unknown>): Planned => ({
    id: `${type}/${id}`,
    type,
    says,
    run: () =>
      tried(session, async () => {
        if (key === undefined || !session.knows(store ?? '')) giveUp('there is no store with a key')
        await trial()
      })
  })

  return [
    createsKey,
    ...(type === 'EXTERNAL_KEY_STORE'
      ? [
          inTurn(
            'external-key-in-use',
            'CreateKey for an external key that another KMS key of the store stands for',
            async () => {
              const reached = await keeper.reach('CONNECTED')
              const id = E.isRight(reached) ? reached.right : giveUp(reached.left)
              await ask(session, 'CreateKey', { CustomKeyStoreId: id, Origin: type, XksKeyId: xksKeyId })
            }
          )
        ]
      : []),
    ...states.flatMap((state) => rows.map((row) => withKey(row, state))),
    inTurn(
      'key-pending-deletion',
      'DeleteCustomKeyStore and the use of the key when the only key is pending deletion',
      async () => {
        const reached = await keeper.reach('DISCONNECTED')
        const id = E.isRight(reached) ? reached.right : giveUp(reached.left)
        await need(session, 'ScheduleKeyDeletion', { KeyId: key, PendingWindowInDays: 7 })
        await ask(session, 'DescribeKey', { KeyId: key })
        await ask(session, 'Encrypt', { KeyId: key, Plaintext: 'AAAA' })
        const { fault } = await ask(session, 'DeleteCustomKeyStore', { CustomKeyStoreId: id })
        if (fault === undefined) await session.look(id)
      }
    )
  ]
}
