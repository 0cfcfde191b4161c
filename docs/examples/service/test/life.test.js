/** The life of a store, told by AWS's client; and what of it outlives the service. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  ConnectCustomKeyStoreCommand as Connect,
  CreateAliasCommand as CreateAlias,
  CreateCustomKeyStoreCommand as Create,
  CreateKeyCommand as CreateKey,
  DecryptCommand as Decrypt,
  DeleteCustomKeyStoreCommand as Delete,
  DescribeCustomKeyStoresCommand as Describe,
  DescribeKeyCommand as DescribeKey,
  DisconnectCustomKeyStoreCommand as Disconnect,
  EncryptCommand as Encrypt,
  ScheduleKeyDeletionCommand as ScheduleKeyDeletion
} from '@aws-sdk/client-kms'
import { infrastructureWith } from '../backing.js'
import { openDatabase } from '../database.js'
import { historyOf } from '../history.js'
import { databases } from './databases.js'
import { clientOf, cloudHsm, settledStore, start } from './started.js'

const refused = (sent, name) => assert.rejects(sent, { name })

for (const { name, skip, make } of databases) {
  describe(`${name}: the life of a store`, { skip }, () => {
    let made
    before(async () => (made = await make()))
    after(() => made.remove())

    test('is created, connected, used, disconnected and deleted', async () => {
      const database = await openDatabase(made.place)
      const first = await start(database)
      const kms = clientOf(first.url)
      const { CustomKeyStoreId } = await kms.send(new Create(cloudHsm('first')))
      await refused(kms.send(new CreateKey({ CustomKeyStoreId, Origin: 'AWS_CLOUDHSM' })), 'CustomKeyStoreInvalidStateException')
      await kms.send(new Connect({ CustomKeyStoreId }))
      assert.equal((await settledStore(kms, CustomKeyStoreId)).ConnectionState, 'CONNECTED')
      const { KeyMetadata } = await kms.send(new CreateKey({ CustomKeyStoreId, Origin: 'AWS_CLOUDHSM' }))
      const { KeyId } = KeyMetadata
      await kms.send(new CreateAlias({ AliasName: 'alias/mine', TargetKeyId: KeyId }))
      const { CiphertextBlob } = await kms.send(new Encrypt({ KeyId: 'alias/mine', Plaintext: Buffer.from('kept') }))
      const { Plaintext } = await kms.send(new Decrypt({ CiphertextBlob }))
      assert.equal(Buffer.from(Plaintext).toString(), 'kept')
      await first.stop()
      await database.close()

      const again = await openDatabase(made.place)
      const second = await start(again)
      const later = clientOf(second.url)
      assert.equal((await later.send(new DescribeKey({ KeyId: 'alias/mine' }))).KeyMetadata.KeyId, KeyId)
      await later.send(new Disconnect({ CustomKeyStoreId }))
      assert.equal((await settledStore(later, CustomKeyStoreId)).ConnectionState, 'DISCONNECTED')
      await refused(later.send(new Delete({ CustomKeyStoreId })), 'CustomKeyStoreHasCMKsException')
      await later.send(new ScheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 }))
      await again.query(
        `update entries set body = (body::jsonb || '{"DeletionDate": 1}')::json where kind = 'key'`
      )
      await later.send(new Delete({ CustomKeyStoreId }))
      assert.deepEqual((await later.send(new Describe({}))).CustomKeyStores, [])
      assert.deepEqual(await again.query(`select kind, id from entries`), [])
      assert.deepEqual(await again.query(`select * from jobs`), [])

      const events = (await historyOf(again)).map((line) => JSON.parse(line))
      const told = events.map(({ eventName, errorCode }) => [eventName, errorCode].join(' ').trim())
      assert.deepEqual(
        told.filter((line) => line !== 'DescribeCustomKeyStores'),
        [
          'CreateCustomKeyStore',
          'CreateKey CustomKeyStoreInvalidStateException',
          'ConnectCustomKeyStore',
          'CreateKey',
          'CreateAlias',
          'Encrypt',
          'Decrypt',
          'DescribeKey',
          'DisconnectCustomKeyStore',
          'DeleteCustomKeyStore CustomKeyStoreHasCMKsException',
          'ScheduleKeyDeletion',
          'DeleteCustomKeyStore'
        ]
      )
      assert.doesNotMatch(JSON.stringify(events), /kmsPswd1|a2VwdA==/)
      await assert.rejects(again.query(`delete from history`), /only grows/)
      await second.stop()
      await again.close()
    })

    test('fails to connect, and says why', async () => {
      const database = await openDatabase(made.place)
      const infrastructure = infrastructureWith(
        JSON.stringify({ clusters: [{ clusterId: 'cluster-brokenbroke', kmsuser: { passwordMatches: false } }] })
      )
      const service = await start(database, { infrastructure })
      const kms = clientOf(service.url)
      const { CustomKeyStoreId } = await kms.send(new Create(cloudHsm('broken', 'cluster-brokenbroke')))
      await kms.send(new Connect({ CustomKeyStoreId }))
      const { ConnectionState, ConnectionErrorCode } = await settledStore(kms, CustomKeyStoreId)
      assert.deepEqual([ConnectionState, ConnectionErrorCode], ['FAILED', 'INVALID_CREDENTIALS'])
      await refused(kms.send(new Connect({ CustomKeyStoreId })), 'CustomKeyStoreInvalidStateException')
      await service.stop()
      await database.close()
    })
  })
}
