/** Requests at once that concern each other: the rules hold as if they had come one after the other. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  CreateCustomKeyStoreCommand as Create,
  DescribeCustomKeyStoresCommand as Describe
} from '@aws-sdk/client-kms'
import { decided } from '../accounts.js'
import { openDatabase } from '../database.js'
import { databases } from './databases.js'
import { clientOf, cloudHsm, external, start } from './started.js'

/** How many were accepted, and the names of the exceptions that refused the others. */
const outcomeOf = async (sent) => {
  const settled = await Promise.allSettled(sent)
  const refusals = settled.flatMap(({ reason }) => (reason ? [reason.name] : []))
  return { accepted: settled.length - refusals.length, refusals: [...new Set(refusals)] }
}

for (const { name, skip, make } of databases) {
  describe(`${name}: requests at once`, { skip }, () => {
    let made
    let database
    let services
    before(async () => {
      made = await make()
      database = await openDatabase(made.place)
      services = [await start(database), await start(database)]
    })
    after(async () => {
      for (const { stop } of services) await stop()
      await database.close()
      await made.remove()
    })
    const client = (i, account) => clientOf(services[i % 2].url, account)
    const atOnce = (count, requestOf) =>
      outcomeOf(Array.from({ length: count }, (_, i) => client(i).send(new Create(requestOf(i)))))

    test('one of them has the name', async () => {
      assert.deepEqual(await atOnce(8, (i) => cloudHsm('same', `cluster-${'abcdefgh'[i].repeat(11)}`)), {
        accepted: 1,
        refusals: ['CustomKeyStoreNameInUseException']
      })
    })

    test('no more are accepted than the quota allows', async () => {
      assert.deepEqual(await atOnce(12, (i) => external(`quota-${i}`)), {
        accepted: 9,
        refusals: ['LimitExceededException']
      })
      assert.equal((await client(0).send(new Describe({}))).CustomKeyStores.length, 10)
    })

    test('one account of several has the proxy', async () => {
      const accounts = ['222222222222', '333333333333', '444444444444', '555555555555']
      const sent = accounts.map((account, i) =>
        client(i, account).send(new Create(external('mine', '/shared/kms/xks/v1')))
      )
      assert.deepEqual(await outcomeOf(sent), { accepted: 1, refusals: ['XksProxyUriInUseException'] })
    })

    test('a decision is made anew until nothing has changed since', async () => {
      const owner = { account: '666666666666', region: 'us-east-1' }
      let asked = 0
      const decide = (account) => {
        asked += 1
        return { account, event: { asked } }
      }
      const moveWhile = (times) => ({
        ...database,
        transaction: async (run) => {
          if (asked <= times) {
            await database.query(
              `insert into revisions values ($1, 1) on conflict (name) do update set revision = revisions.revision + 1`,
              [`account ${owner.account} ${owner.region}`]
            )
          }
          return database.transaction(run)
        }
      })
      assert.deepEqual((await decided(moveWhile(3), owner, decide)).event, { asked: 4 })
      assert.equal(await decided(moveWhile(Infinity), owner, decide), undefined)
      assert.ok(asked < 100)
    })

    test('a client hears that it is throttled when there is no end of conflicts', async () => {
      const crowded = await start({
        ...database,
        transaction: async (run) => {
          await database.query(`update revisions set revision = revision + 1`)
          return database.transaction(run)
        }
      })
      await assert.rejects(clientOf(crowded.url).send(new Describe({})), { name: 'ThrottlingException' })
      await crowded.stop()
    })
  })
}
