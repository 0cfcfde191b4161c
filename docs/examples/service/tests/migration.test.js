/** Rows of an older version are read and written anew; what cannot be read is named, and never left out. */
import assert from 'node:assert/strict'
import { after, before, describe, mock, test } from 'node:test'
import {
  CreateCustomKeyStoreCommand as Create,
  DescribeCustomKeyStoresCommand as Describe
} from '@aws-sdk/client-kms'
import { migrate } from '../accounts.js'
import { openDatabase } from '../database.js'
import { databases } from './databases.js'
import { clientOf, cloudHsm, settledStore, start } from './started.js'

/** A store as version 1 kept it. */
const listEntry = (id, state) => ({
  CustomKeyStoreId: id,
  CustomKeyStoreName: id,
  CustomKeyStoreType: 'AWS_CLOUDHSM',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'content of customerCA.crt',
  ConnectionState: state,
  CreationDate: 1700000000
})

for (const { name, skip, make } of databases) {
  describe(`${name}: rows of other versions`, { skip }, () => {
    let made
    let database
    before(async () => {
      made = await make()
      database = await openDatabase(made.place)
    })
    after(async () => {
      await database.close()
      await made.remove()
    })

    const insert = (account, id, version, body) =>
      database.query(`insert into entries values ($1, 'us-east-1', 'store', $2, $3, $4)`, [
        account,
        id,
        version,
        JSON.stringify(body)
      ])

    /** Runs with a service, and answers what it told of rows. */
    const withService = async (run) => {
      const complaints = []
      mock.method(console, 'error', (text) => /row of/.test(text) && complaints.push(text))
      const service = await start(database)
      try {
        await run((account) => clientOf(service.url, account))
      } finally {
        await service.stop()
        mock.restoreAll()
      }
      return complaints
    }

    test('old rows are read, go on, and are written in the new form', async () => {
      await insert(
        '111111111111',
        'cks-00000000000000001',
        1,
        listEntry('cks-00000000000000001', 'DISCONNECTED')
      )
      await insert(
        '222222222222',
        'cks-00000000000000002',
        1,
        listEntry('cks-00000000000000002', 'CONNECTING')
      )
      const complaints = await withService(async (kmsOf) => {
        const { CustomKeyStores } = await kmsOf('111111111111').send(new Describe({}))
        assert.equal(CustomKeyStores[0].CustomKeyStoreName, 'cks-00000000000000001')
        const store = await settledStore(kmsOf('222222222222'), 'cks-00000000000000002')
        assert.equal(store.ConnectionState, 'CONNECTED')
      })
      assert.deepEqual(complaints, [])
      const rows = await database.query(`select version, body->>'attempt' as attempt from entries`)
      assert.deepEqual(rows, [
        { version: 2, attempt: '0' },
        { version: 2, attempt: '0' }
      ])
      await migrate(database)
      assert.equal((await database.query(`select * from entries where version = 2`)).length, 2)
    })

    for (const [account, version, body, why] of [
      [
        '333333333333',
        2,
        { ...listEntry('cks-00000000000000003', 'Connected'), attempt: 1 },
        /ConnectionState/
      ],
      ['444444444444', 3, listEntry('cks-00000000000000003', 'CONNECTED'), /no reader of this version/],
      [
        '555555555555',
        1,
        listEntry('cks-00000000000000004', 'CONNECTED'),
        /the id in its body is another one/
      ]
    ]) {
      test(`a row is named that cannot be read: ${why.source}`, async () => {
        await insert(account, 'cks-00000000000000003', version, body)
        const complaints = await withService(async (kmsOf) => {
          await assert.rejects(kmsOf(account).send(new Describe({})), { name: 'KMSInternalException' })
          await assert.rejects(kmsOf(account).send(new Create(cloudHsm('beside'))), {
            name: 'KMSInternalException'
          })
          await kmsOf('111111111111').send(new Describe({}))
        })
        assert.ok(complaints.length >= 2)
        for (const text of complaints) {
          if (!text.includes(account)) continue
          assert.match(
            text,
            new RegExp(
              `row of store cks-00000000000000003 in account ${account}, us-east-1, version ${version}`
            )
          )
          assert.match(text, why)
        }
        assert.equal((await database.query(`select * from entries where account = $1`, [account])).length, 1)
      })
    }
  })
}
