/**
 * Changes accounts with optimistic concurrency. What a decision looks at has a revision: the account, and for some requests
 * also all stores of the Region. If one of them has changed when the decision is written, it is made anew.
 */
import { setTimeout } from 'node:timers/promises'
import { accountFrom, latest, rowsToChange, storeIn } from './entries.js'

/** @typedef {{ account: string, region: string }} Owner */

const mostTries = 20
const moved = new Error('what was looked at has changed')

/** An account is read by one statement, so it is as it was at one moment. */
const lookAtAccount = async (query, { account, region }) => {
  const name = `account ${account} ${region}`
  const [{ revision, rows }] = await query(
    `select
      coalesce((select revision from revisions where name = $3), 0)::text as revision,
      (select coalesce(json_agg(json_build_object('kind', kind, 'id', id, 'version', version, 'body', body) order by id), '[]')
        from entries where account = $1 and region = $2) as rows`,
    [account, region, name]
  )
  return { seen: { name, revision }, ...accountFrom({ account, region }, rows) }
}

/** The external key stores of other accounts: no two stores of a Region may have the same proxy. */
const lookAround = async (query, { account, region }) => {
  const name = `region ${region}`
  const [{ revision, rows }] = await query(
    `select
      coalesce((select revision from revisions where name = $3), 0)::text as revision,
      (select coalesce(json_agg(json_build_object('account', account, 'id', id, 'version', version, 'body', body)), '[]')
        from entries where region = $2 and account <> $1 and kind = 'store'
          and body->>'CustomKeyStoreType' = 'EXTERNAL_KEY_STORE') as rows`,
    [account, region, name]
  )
  return { seen: { name, revision }, stores: rows.map((row) => storeIn({ region, ...row })) }
}

/** Locks what was seen, to change it or to let nobody else change it until the end of the transaction. */
const hold = async (query, { name, revision }, isChanged) => {
  if (revision === '0') await query(`insert into revisions values ($1, 0) on conflict do nothing`, [name])
  const held = await query(
    isChanged
      ? `update revisions set revision = revision + 1 where name = $1 and revision = $2 returning name`
      : `select name from revisions where name = $1 and revision = $2 for share`,
    [name, revision]
  )
  if (held.length === 0) throw moved
}

const isUnderWay = (kind, { ConnectionState: state }) =>
  kind === 'store' && (state === 'CONNECTING' || state === 'DISCONNECTING')

const write = async (query, { account, region }, { put, drop }) => {
  for (const { kind, id, version, value } of put) {
    await query(
      `insert into entries values ($1, $2, $3, $4, $5, $6)
        on conflict (account, region, kind, id) do update set version = excluded.version, body = excluded.body`,
      [account, region, kind, id, version, JSON.stringify(value)]
    )
    if (isUnderWay(kind, value)) {
      await query(
        `insert into jobs (account, region, store, attempt) values ($1, $2, $3, $4) on conflict do nothing`,
        [account, region, id, value.attempt]
      )
    }
  }
  for (const name of drop) {
    await query(`delete from entries where account = $1 and region = $2 and kind || ' ' || id = $3`, [
      account,
      region,
      name
    ])
  }
}

/**
 * Makes a decision on an account and writes what follows from it in one transaction: the account, the jobs of connections
 * that have begun, the event in the history, and that a job is done.
 *
 * @typedef {{ account: object, answer?: object, event?: object, jobDone?: { store: string, attempt: string } }} Decision
 * @param {import('./database.js').Database} database
 * @param {Owner} owner
 * @param {(account: object, storesOfOtherAccounts: object[]) => Decision} decide is asked anew after each conflict
 * @returns {Promise<Decision | undefined>} undefined if there was a conflict at every try; then nothing has changed
 */
export const decided = async (database, owner, decide, { looksAround = false } = {}) => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const around = looksAround ? await lookAround(database.query, owner) : undefined
    const { seen, account, kept } = await lookAtAccount(database.query, owner)
    const decision = decide(account, around?.stores ?? [])
    const changes = rowsToChange(kept, decision.account)
    const isChanged = changes.put.length + changes.drop.length > 0
    if (!isChanged && !decision.event && !decision.jobDone) return decision
    try {
      await database.transaction(async (query) => {
        if (around !== undefined) await hold(query, around.seen, isChanged)
        await hold(query, seen, isChanged)
        await write(query, owner, changes)
        const { event, jobDone } = decision
        if (event) await query(`insert into history (event) values ($1)`, [JSON.stringify(event)])
        if (jobDone) {
          await query(`delete from jobs where account = $1 and region = $2 and store = $3 and attempt = $4`, [
            owner.account,
            owner.region,
            jobDone.store,
            jobDone.attempt
          ])
        }
      })
      return decision
    } catch (error) {
      if (error !== moved) throw error
    }
    await setTimeout(Math.random() * 4 * tries)
  }
  return undefined
}

/** Writes the rows of older versions in the newest one. Tells which cannot be read; these accounts then answer nothing. */
export const migrate = async (database) => {
  const owners = await database.query(
    `select distinct account, region from entries where version < ($1::json ->> kind)::integer`,
    [JSON.stringify(latest)]
  )
  for (const owner of owners) {
    await decided(database, owner, (account) => ({ account })).catch(({ message }) => console.error(message))
  }
}
