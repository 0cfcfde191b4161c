import * as kmsSdk from '@aws-sdk/client-kms'
import { report, storeFromListEntry } from 'kms-custom-key-store'
import { plan } from 'kms-custom-key-store/plan'
import { setTimeout } from 'node:timers/promises'

const everyHalfMinute = 30_000
/** A connection takes up to twenty minutes. */
const longestWait = 60
const mostPlans = 3

const right = (answer, wrong) => {
  if (answer._tag === 'Right') return answer.right
  throw new Error(wrong(answer.left))
}

/** The store as it is now. */
const look = async (kms, CustomKeyStoreId) => {
  const { CustomKeyStores } = await kms.send(new kmsSdk.DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
  return right(storeFromListEntry(CustomKeyStores[0]), (violations) => report(violations).join('; '))
}

const call = (kms, { operation, request }) => kms.send(new kmsSdk[`${operation}Command`](request))

const settled = async (kms, CustomKeyStoreId) => {
  for (let looks = 0; looks < longestWait; looks += 1) {
    const store = await look(kms, CustomKeyStoreId)
    if (!store.ConnectionState.endsWith('ING')) return store
    await setTimeout(everyHalfMinute)
  }
  throw new Error(`${CustomKeyStoreId} has not come to rest.`)
}

/** Goes through the steps; ends early where a connection fails. */
const follow = async (kms, CustomKeyStoreId, steps, repair) => {
  for (const step of steps) {
    if (step.kind === 'operation') await call(kms, step)
    if (step.kind === 'fix') {
      const request = await repair(step.fix, step.mayNeed?.operation)
      if (request)
        await call(kms, { operation: step.mayNeed.operation, request: { CustomKeyStoreId, ...request } })
    }
    if (step.kind === 'wait') {
      const store = await settled(kms, CustomKeyStoreId)
      if (store.ConnectionState !== step.until) return
    }
  }
}

/** What to do by hand is told, unless somebody can do it. */
const byHand = (fix) => {
  throw new Error(`By hand: ${fix}`)
}

/**
 * Brings a store without keys to a ConnectionState, on the way that the documentation has for it. `repair`: puts right what
 * is wrong outside of KMS, such as a user of the cluster, and returns the members of an Update if KMS must be told.
 */
export const bringTo = async (kms, CustomKeyStoreId, goal, repair = byHand) => {
  for (let plans = 0; plans < mostPlans; plans += 1) {
    const store = await settled(kms, CustomKeyStoreId)
    if (store.ConnectionState === goal) return
    const { steps } = right(plan(goal)({ store, keys: [], now: Date.now() / 1000 }), ({ obstacles }) =>
      obstacles.map(({ says }) => says).join('; ')
    )
    await follow(kms, CustomKeyStoreId, steps, repair)
  }
  const store = await look(kms, CustomKeyStoreId)
  if (store.ConnectionState !== goal) {
    throw new Error(
      `${CustomKeyStoreId} is ${store.ConnectionState} (${store.ConnectionErrorCode}), not ${goal}.`
    )
  }
}
