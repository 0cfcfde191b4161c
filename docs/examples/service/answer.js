/** Answers one request: the library decides, the database keeps what follows. */
import { randomUUID } from 'node:crypto'
import { emptyAccount, withoutExpiredKeys } from 'kms-custom-key-store'
import { callerOf } from 'kms-custom-key-store/endpoint'
import { respond } from 'kms-custom-key-store/protocol'
import { decided } from './accounts.js'
import { eventOf } from './history.js'

/** Their rules look at the stores of other accounts. */
const looksAround = (operation) =>
  operation === 'CreateCustomKeyStore' || operation === 'UpdateCustomKeyStore'

const digits = () => randomUUID().replaceAll('-', '')

const newIds = () => ({
  newCustomKeyStoreId: `cks-${digits().slice(-17)}`,
  newKeyId: randomUUID(),
  newGrantId: digits() + digits(),
  requestId: randomUUID()
})

/**
 * @param {import('./database.js').Database} database
 * @param {{ infrastructure: object, ciphers: object }} world
 * @returns {(request: { method: string, path: string, headers: object, body: string }) => Promise<{ status: number, headers: object, body: string }>}
 */
export const answering =
  (database, { infrastructure, ciphers }) =>
  async (request) => {
    const caller = callerOf(request.headers)
    const operation = request.headers['x-amz-target']?.split('.')[1] ?? ''
    const circumstancesAt = (now) => ({
      infrastructure,
      cryptography: ciphers,
      principal: caller.principal,
      now,
      ...newIds()
    })
    const decide = (account, others) => {
      const now = Date.now() / 1000
      const circumstances = { ...circumstancesAt(now), storesOfOtherAccounts: () => others }
      const response = respond(circumstances)(request)(withoutExpiredKeys(now)(account))
      const { requestId } = circumstances
      const event = eventOf({ caller, operation, requestId, request, ...response })
      return { ...response, event }
    }
    const decision = await decided(database, caller, decide, { looksAround: looksAround(operation) })
    if (decision !== undefined) return decision.answer
    // Too many conflicts. AWS's clients send a request again that was throttled, after a while.
    const throttled = { ...circumstancesAt(Date.now() / 1000), refusedWith: 'ThrottlingException' }
    return respond(throttled)(request)(emptyAccount(caller.account, caller.region)).answer
  }
