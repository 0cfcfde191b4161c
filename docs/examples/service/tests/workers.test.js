/** Two workers at once finish each connection exactly once in effect, however often they do the work. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import {
  ConnectCustomKeyStoreCommand as Connect,
  CreateCustomKeyStoreCommand as Create,
  DescribeCustomKeyStoresCommand as Describe,
  DisconnectCustomKeyStoreCommand as Disconnect
} from '@aws-sdk/client-kms'
import { infrastructureWith, finishing } from '../backing.js'
import { openDatabase } from '../database.js'
import { claimed, done, startWorker } from '../worker.js'
import { databases } from './databases.js'
import { clientOf, cloudHsm, external, settledStore, start } from './started.js'

const healthy = infrastructureWith()
const quickly = finishing(healthy, 1)
const accounts = ['111111111111', '222222222222', '333333333333']
const storesEach = 8

const revisionOf = async ({ query }, account) => {
  const [row] = await query(`select revision from revisions where name = $1`, [
    `account ${account} us-east-1`
  ])
  return Number(row.revision)
}

for (const { name, skip, make } of databases) {
  describe(`${name}: workers`, { skip }, () => {
    let made
    let database
    let service
    before(async () => {
      made = await make()
      database = await openDatabase(made.place)
      service = await start(database, { workers: 0 })
    })
    after(async () => {
      await service.stop()
      await database.close()
      await made.remove()
    })

    const connecting = async (account, request) => {
      const kms = clientOf(service.url, account)
      const { CustomKeyStoreId } = await kms.send(new Create(request))
      await kms.send(new Connect({ CustomKeyStoreId }))
      return { kms, CustomKeyStoreId }
    }

    test('finish many connections, each once in effect', async () => {
      const requests = accounts.flatMap((account) =>
        Array.from({ length: storesEach }, (_, i) => [
          account,
          external(`store-${i}`, `/${account}${i}/kms/xks/v1`)
        ])
      )
      for (const [account, request] of requests) await connecting(account, request)
      let works = 0
      const begun = new Map()
      // One work in the middle lasts until its lease has run out and the other worker does it too.
      const finish = async (owner, store) => {
        const { CustomKeyStoreId: id } = store
        works += 1
        begun.set(id, (begun.get(id) ?? 0) + 1)
        if (works === 12) while (begun.get(id) < 2) await setTimeout(10)
        return quickly(owner, store)
      }
      const settings = { leaseSeconds: 0.2, pauseMilliseconds: 10, finish }
      const stops = [startWorker(database, settings), startWorker(database, settings)]
      for (const account of accounts) {
        const kms = clientOf(service.url, account)
        const { CustomKeyStores } = await kms.send(new Describe({}))
        for (const { CustomKeyStoreId } of CustomKeyStores) {
          assert.equal((await settledStore(kms, CustomKeyStoreId)).ConnectionState, 'CONNECTED')
        }
      }
      await Promise.all(stops.map((stop) => stop()))
      assert.ok(works > requests.length, `${works} works for ${requests.length} connections`)
      assert.deepEqual(await database.query(`select * from jobs`), [])
      // One for each Create, Connect and connection.
      for (const account of accounts) assert.equal(await revisionOf(database, account), 3 * storesEach)
    })

    test('take different jobs, and one again when its lease has run out', async () => {
      const ids = []
      for (const i of [1, 2])
        ids.push((await connecting('444444444444', external(`two-${i}`))).CustomKeyStoreId)
      const [first, second] = [await claimed(database, 3600), await claimed(database, 3600)]
      assert.deepEqual([first.store, second.store].sort(), ids.sort())
      assert.equal(await claimed(database, 3600), undefined)
      await database.query(`update jobs set leased_until = '-infinity' where store = $1`, [first.store])
      assert.deepEqual(await claimed(database, 3600), first)
      await done(database, quickly, first)
      await done(database, quickly, second)
    })

    test('change nothing when they report a job twice, or one that is long over', async () => {
      const account = '555555555555'
      const { kms, CustomKeyStoreId } = await connecting(account, cloudHsm('late'))
      const job = await claimed(database, 3600)
      let late
      const slow = done(database, () => new Promise((resolve) => (late = resolve)), job)
      await done(database, quickly, job)
      assert.equal((await settledStore(kms, CustomKeyStoreId)).ConnectionState, 'CONNECTED')
      await kms.send(new Disconnect({ CustomKeyStoreId }))
      await done(database, quickly, await claimed(database, 3600))
      await kms.send(new Connect({ CustomKeyStoreId }))
      const before = await revisionOf(database, account)
      while (late === undefined) await setTimeout(5)
      late('INTERNAL_ERROR')
      await slow
      await done(database, quickly, job)
      const { CustomKeyStores } = await kms.send(new Describe({ CustomKeyStoreId }))
      assert.equal(CustomKeyStores[0].ConnectionState, 'CONNECTING')
      assert.equal(await revisionOf(database, account), before)
      const [{ attempt }] = await database.query(`select attempt::text from jobs where store = $1`, [
        CustomKeyStoreId
      ])
      assert.equal(attempt, '3')
    })
  })
}
