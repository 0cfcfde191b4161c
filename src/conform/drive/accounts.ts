import { randomInt } from 'node:crypto'
import type { Client } from './Send.js'

/** Twelve digits, which some endpoints take for the number of an account; nobody else is likely to use it. */
export const someAccessKey = (): string => String(randomInt(100_000_000_000, 1_000_000_000_000))

/** Whether another access key is another account, which sees none of the stores that were made; nothing where there are none to see. */
export const hasSeparateAccounts = async (
  client: Client,
  made: ReadonlyArray<string>
): Promise<boolean | undefined> => {
  const idsAs = async (accessKeyId?: string): Promise<ReadonlyArray<string> | undefined> => {
    const reply = await client.as(accessKeyId)('DescribeCustomKeyStores', {})
    if (!('output' in reply)) return undefined
    const listed = JSON.stringify(reply.output)
    return made.filter((id) => listed.includes(id))
  }
  const own = await idsAs()
  if (own === undefined || own.length === 0) return undefined
  return (await idsAs(someAccessKey()))?.length === 0
}
