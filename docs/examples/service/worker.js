/** Finishes connections and disconnections. A job may be done more than once: a report of an attempt that has ended changes nothing. */
import { setTimeout } from 'node:timers/promises'
import {
  connectionFailed,
  connectionSucceeded,
  disconnectionCompleted,
  reported,
  storeWithId
} from 'kms-custom-key-store'
import { decided } from './accounts.js'

/** Takes a job that nobody has, or whose lease has run out. Two workers never wait for each other, nor take the same one. */
export const claimed = async (database, leaseSeconds) => {
  const [job] = await database.query(
    `update jobs set leased_until = now() + make_interval(secs => $1)
      where (account, region, store, attempt) in (
        select account, region, store, attempt from jobs where leased_until < now()
        order by leased_until limit 1 for update skip locked
      )
      returning account, region, store, attempt::text`,
    [leaseSeconds]
  )
  return job
}

const reportOf = (state, attempt, errorCode) => {
  if (state === 'DISCONNECTING') return disconnectionCompleted(attempt)
  return errorCode === undefined ? connectionSucceeded(attempt) : connectionFailed(attempt, errorCode)
}

/** Does a job, outside of any transaction, and reports how it ended. */
export const done = async (database, finish, { store: id, attempt, ...owner }) => {
  const looked = await decided(database, owner, (account) => ({ account, answer: storeWithId(account, id) }))
  const store = looked?.answer
  const isOver = store?.attempt !== Number(attempt)
  const errorCode = isOver ? undefined : await finish(owner, store)
  await decided(database, owner, (account) => ({
    account: isOver
      ? account
      : reported(id, reportOf(store.ConnectionState, store.attempt, errorCode))(account),
    jobDone: { store: id, attempt }
  }))
}

/**
 * Does one job after the other until it is stopped. What goes wrong is told, and tried again when the lease has run out.
 *
 * @param {{ leaseSeconds: number, pauseMilliseconds: number, finish: (owner: object, store: object) => Promise<string | undefined> }} settings
 * @returns {() => Promise<void>} stops it after the job that it has
 */
export const startWorker = (database, { leaseSeconds, pauseMilliseconds, finish }) => {
  const stopping = new AbortController()
  const work = async () => {
    while (!stopping.signal.aborted) {
      try {
        const job = await claimed(database, leaseSeconds)
        if (job) await done(database, finish, job)
        else
          await setTimeout(pauseMilliseconds, undefined, { signal: stopping.signal }).catch(() => undefined)
      } catch (error) {
        console.error(`worker: ${error.message}`)
        await setTimeout(pauseMilliseconds)
      }
    }
  }
  const ended = work()
  return () => {
    stopping.abort()
    return ended
  }
}
