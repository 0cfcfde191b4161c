/**
 * Kills the loaded service at random moments, and Postgres itself after some of them, and starts it again: everything that was acknowledged must be there, and
 * `judge` must accept the history. SEED=… chooses the same moments again.
 */
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '../database.js'
import { historyOf } from '../history.js'
import { databases } from './databases.js'
import { loadOf } from './load.js'

const accounts = ['111111111111', '222222222222', '333333333333', '444444444444']
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

/** Numbers that follow from a seed: mulberry32, from 0 up to 1. */
const numbers = (state) => () => {
  state = (state + 0x6d2b79f5) | 0
  let n = Math.imul(state ^ (state >>> 15), 1 | state)
  n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n
  return ((n ^ (n >>> 14)) >>> 0) / 2 ** 32
}

const settings = { PORT: '0', CONNECTION_MILLISECONDS: '20', LEASE_SECONDS: '0.2' }

const startProcess = async (environment) => {
  const env = { ...process.env, ...settings, ...environment }
  const child = spawn(process.execPath, ['main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const first = await Promise.race([once(child.stdout, 'data'), exited])
  if (child.exitCode !== null) throw new Error(`the service did not start: ${first}`)
  const end = async (signal) => {
    child.kill(signal)
    await exited
  }
  return { url: String(first).trim(), end }
}

/** Lets a client act until the service is killed. What it throws after that is the connection. */
const actUntil = async (isOver, load, url) => {
  while (!isOver()) {
    try {
      await load.act(url)
    } catch (error) {
      if (!isOver() || error.message.startsWith('lost')) throw error
    }
  }
}

/** Resolves some milliseconds after that many more requests have been answered. */
const loaded = async (loads, isOver, count, milliseconds) => {
  const answered = () => loads.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
  const enough = answered() + count
  while (answered() < enough && !isOver()) await setTimeout(5)
  await setTimeout(milliseconds)
}

/** The exit code of `judge`, which takes no answer for out of date, and what it printed. */
const judged = (lines) => {
  const folder = mkdtempSync(join(tmpdir(), 'service-history-'))
  const file = join(folder, 'history.jsonl')
  writeFileSync(file, lines.join('\n'))
  const args = ['kms-custom-key-store', 'judge', '--consistent-within', '0', file]
  return new Promise((resolve) => {
    execFile('npx', args, (error, stdout, stderr) => {
      rmSync(folder, { recursive: true })
      resolve({ code: error?.code ?? 0, output: stdout + stderr })
    })
  })
}

for (const { name, skip, isShared, make } of databases) {
  // The embedded database takes a second or two to start.
  const kills = isShared ? 6 : 3
  describe(`${name}: killed ${kills} times under load, SEED=${seed}`, { skip }, () => {
    let made
    before(async () => (made = await make()))
    after(() => made.remove())

    test('loses nothing that it has acknowledged, and judge accepts the history', async () => {
      const number = numbers(seed)
      const random = (choices) => choices[Math.floor(number() * choices.length)]
      const loads = accounts.map((account) => loadOf(account, random))
      for (let round = 0; round <= kills; round += 1) {
        const processes = []
        for (let i = 0; i < (isShared ? 2 : 1); i += 1) processes.push(await startProcess(made.environment))
        const urlOf = (i) => processes[i % processes.length].url
        let isOver = false
        try {
          const missing = (await Promise.all(loads.map(({ missing }, i) => missing(urlOf(i))))).flat()
          assert.deepEqual(missing, [])
          if (round === kills) continue
          const acting = Promise.all(loads.map((load, i) => actUntil(() => isOver, load, urlOf(i))))
          await Promise.race([loaded(loads, () => isOver, 20 + number() * 60, number() * 20), acting])
          isOver = true
          await Promise.all(processes.map(({ end }) => end('SIGKILL')))
          await acting
          if (round % 2 === 1) made.crash?.()
        } finally {
          isOver = true
          await Promise.all(processes.map(({ end }) => end(round === kills ? 'SIGTERM' : 'SIGKILL')))
        }
      }

      const database = await openDatabase(made.place)
      const lines = await historyOf(database)
      await database.close()
      const written = new Set(lines.map((line) => JSON.parse(line).requestID))
      const acknowledged = loads.flatMap((load) => load.acknowledged)
      assert.deepEqual(
        acknowledged.filter((id) => !written.has(id)),
        []
      )
      const { code, output } = await judged(lines)
      assert.equal(code, 0, output)
    })
  })
}
