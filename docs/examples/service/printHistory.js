/** Prints the history: `npm run --silent history > history.jsonl`, then `npx kms-custom-key-store judge history.jsonl`. */
import { openDatabase } from './database.js'
import { historyOf } from './history.js'

const database = await openDatabase({ url: process.env.DATABASE_URL, folder: process.env.DATA ?? './data' })
for (const line of await historyOf(database)) console.log(line)
await database.close()
