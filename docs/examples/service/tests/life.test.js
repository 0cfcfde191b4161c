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
import { cloudHsm, serving, settledStore } from './started.js'

const refused = (sent, name) => assert.rejects(sent, { name })

for (const { name, skip, isShared, make } of databases) {
  describe(`${name}: the life of a store`, { skip }, () => {
    let made
    before(async () => (made = await make()))
    after(() => made.remove())

    test('is created, connected, used, disconnected and deleted', async () => {
      const { CustomKeyStoreId, KeyId } = await serving(made.place, {}, async (kms) => {
        const { CustomKeyStoreId } = await kms.send(new Create(cloudHsm('first')))
        const key = { CustomKeyStoreId, Origin: 'AWS_CLOUDHSM' }
        await refused(kms.send(new CreateKey(key)), 'CustomKeyStoreInvalidStateException')
        await kms.send(new Connect({ CustomKeyStoreId }))
        assert.equal((await settledStore(kms, CustomKeyStoreId)).ConnectionState, 'CONNECTED')
        const { KeyId } = (await kms.send(new CreateKey(key))).KeyMetadata
        await kms.send(new CreateAlias({ AliasName: 'alias/mine', TargetKeyId: KeyId }))
        const plain = { KeyId: 'alias/mine', Plaintext: Buffer.from('kept') }
        const { CiphertextBlob } = await kms.send(new Encrypt(plain))
        const { Plaintext } = await kms.send(new Decrypt({ CiphertextBlob }))
        assert.equal(Buffer.from(Plaintext).toString(), 'kept')
        return { CustomKeyStoreId, KeyId }
      })

      await serving(made.place, {}, async (kms, database) => {
        assert.equal((await kms.send(new DescribeKey({ KeyId: 'alias/mine' }))).KeyMetadata.KeyId, KeyId)
        await kms.send(new Disconnect({ CustomKeyStoreId }))
        assert.equal((await settledStore(kms, CustomKeyStoreId)).ConnectionState, 'DISCONNECTED')
        await refused(kms.send(new Delete({ CustomKeyStoreId })), 'CustomKeyStoreHasCMKsException')
        await kms.send(new ScheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 }))
        // As if the seven days had passed.
        await database.query(
          `update entries set body = (body::jsonb || '{"DeletionDate": 1}')::json where kind = 'key'`
        )
        await kms.send(new Delete({ CustomKeyStoreId }))
        assert.deepEqual((await kms.send(new Describe({}))).CustomKeyStores, [])
        assert.deepEqual(await database.query(`select kind, id from entries`), [])
        assert.deepEqual(await database.query(`select * from jobs`), [])

        const events = (await historyOf(database)).map((line) => JSON.parse(line))
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
        await assert.rejects(database.query(`delete from history`), /only grows/)
      })
    })

    test('fails to connect, and says why', async () => {
      const CloudHsmClusterId = 'cluster-brokenbroke'
      const clusters = [{ clusterId: CloudHsmClusterId, kmsuser: { passwordMatches: false } }]
      const infrastructure = infrastructureWith(JSON.stringify({ clusters }))
      await serving(made.place, { infrastructure }, async (kms) => {
        const { CustomKeyStoreId } = await kms.send(new Create(cloudHsm('broken', CloudHsmClusterId)))
        await kms.send(new Connect({ CustomKeyStoreId }))
        const { ConnectionState, ConnectionErrorCode } = await settledStore(kms, CustomKeyStoreId)
        assert.deepEqual([ConnectionState, ConnectionErrorCode], ['FAILED', 'INVALID_CREDENTIALS'])
        await refused(kms.send(new Connect({ CustomKeyStoreId })), 'CustomKeyStoreInvalidStateException')
      })
    })

    test('is kept to one process where two would do harm', { skip: isShared && 'any number may' }, () =>
      serving(made.place, {}, () => assert.rejects(openDatabase(made.place), /is open already/))
    )

    test('answers that a request is too long, or is none', async () => {
      await serving(made.place, {}, async (kms) => {
        const sent = kms.send(new Create(cloudHsm('x'.repeat(1_100_000))))
        await assert.rejects(sent, ({ $metadata }) => $metadata.httpStatusCode === 413)
        const { hostname, port } = await kms.config.endpoint()
        const url = `http://${hostname}:${port}/`
        assert.equal((await fetch(url)).status, 400)
        const headers = {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'TrentService.ListKeys'
        }
        const endless = await fetch(url, { method: 'POST', headers, body: 'x'.repeat(20_000_000) })
        assert.equal(endless.status, 413)
      })
    })
  })
}
