/** Endpoints that keep what they do in a file, as `serve --data` does. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isLeft } from 'fp-ts/lib/Either.js'
import { openedData } from '../../src/cli/serveData.js'
import { rememberingEndpoint } from '../../src/endpoint/inProcess.js'
import type { Account } from '../../src/index.js'
import { asked, callerOf, creation, firstAccount, keyId, storeId } from './growing.js'

/** One that changes something, waits until that is on the disk, and does another thing each time. */
export interface Keeper {
  readonly change: (i: number) => Promise<void>
  readonly close: () => Promise<void>
}

const opened = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'growth-'))
  const data = await openedData(folder)
  if (isLeft(data)) throw new Error(data.left)
  const made = rememberingEndpoint({ storeQuota: 1_000_000, keyQuota: 10_000_000 }, data.right)
  if (isLeft(made)) throw new Error(JSON.stringify(made.left[0]))
  const { committed, close } = data.right
  return {
    endpoint: made.right,
    committed,
    close: async () => {
      await close()
      rmSync(folder, { recursive: true })
    },
    ask: async (account: number, operation: string, input: object): Promise<void> => {
      const { status, body } = made.right.answer(callerOf(account), asked(operation, input))
      if (status !== 200) throw new Error(`${operation}: ${body}`)
      await committed()
    }
  }
}

const spread = (i: number, size: number): number => (i * 7919) % size

/** What changes one entry of an account, among so many. */
const changing: Readonly<Record<string, (i: number, account: Account) => object>> = {
  UpdateCustomKeyStore: (i, { stores }) => ({
    CustomKeyStoreId: storeId(spread(i, stores.length / 2) * 2 + 1),
    NewCustomKeyStoreName: `new ${String(i)}`
  }),
  CreateKey: () => ({ CustomKeyStoreId: storeId(0), Origin: 'AWS_CLOUDHSM' }),
  UpdateKeyDescription: (i, { keys }) => ({
    KeyId: keyId(spread(i, keys.length)),
    Description: String(i)
  })
}
export const changes = Object.keys(changing)

/** Keeps one account. */
export const keepingAccount = async (name: string, account: Account): Promise<Keeper> => {
  const { endpoint, committed, ask, close } = await opened()
  endpoint.begin({ account })
  endpoint.changeQuotas({ storeQuota: 1_000_000, keyQuota: 10_000_000 })
  await committed()
  return { close, change: (i) => ask(Number(account.AccountId), name, changing[name]!(i, account)) }
}

/** Keeps so many accounts, and makes a store in one of them. */
export const keepingAccounts = async (count: number): Promise<Keeper> => {
  const { endpoint, committed, ask, close } = await opened()
  for (let i = 0; i < count; i++)
    endpoint.answer(callerOf(firstAccount + i), asked('CreateCustomKeyStore', creation(i)))
  await committed()
  return {
    close,
    change: (i) =>
      ask(firstAccount + spread(i, count), 'CreateCustomKeyStore', {
        ...creation(count + i),
        CustomKeyStoreName: `another ${String(i)}`
      })
  }
}
