import { everyWorld, storyOf } from 'kms-custom-key-store/testing'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Tries a program in Python, of which one process runs all worlds: to start one takes longer than to run it. */
const tried = async (name) => {
  let python
  let answers
  const start = (url) => {
    python = spawn('python3', ['worlds.py', name], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        ...process.env,
        AWS_ENDPOINT_URL_KMS: url,
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: '111122223333',
        AWS_SECRET_ACCESS_KEY: 'any'
      }
    })
    answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  }
  const report = await everyWorld(
    async ({ url, CustomKeyStoreId }) => {
      if (python === undefined) start(url)
      python.stdin.write(`${CustomKeyStoreId}\n`)
      const { value = 'rejected: Python has ended' } = await answers.next()
      if (value !== 'returned') throw new Error(value)
    },
    { stores: [{ ConnectionState: 'CONNECTED' }], http: true }
  )
  python.stdin.end()
  return report
}

const wrong = await tried('delete_at_once')
assert.deepEqual(
  wrong.faults.map(({ finding }) => finding),
  ['sentWhereRefused']
)
console.log(wrong.faults.map(storyOf).join('\n\n'))

const right = await tried('delete_afterwards')
assert.deepEqual(right.faults.map(storyOf), [])
console.log(`delete_afterwards holds in all of ${right.worlds} worlds.`)
