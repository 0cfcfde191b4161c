/**
 * Kills a loaded `serve --data` a hundred times at random moments. Everything that was acknowledged must be there after the
 * next start, and `judge` must accept the whole history. Exits with 1 when something of this is not so.
 *
 * Options: `--kills N`, `--seed N`, and `--program FILE`, the command line to start.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crash } from './crash.js'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    program: { type: 'string', default: 'dist/cli/main.cjs' }
  }
})
const folder = mkdtempSync(join(tmpdir(), 'crash-'))
const kills = Number(values.kills)
console.log(`${String(kills)} kills with --seed ${values.seed}`)

const { acknowledged, lost, judged } = await crash({
  program: values.program,
  folder,
  kills,
  seed: Number(values.seed)
})
console.log(
  `${String(acknowledged)} operations acknowledged, lost: ${lost.length === 0 ? 'none' : lost.join('\n')}`
)
console.log(`judge, exit code ${String(judged.code)}: ${judged.output}`)
if (lost.length > 0 || judged.code !== 0) {
  console.log(`Everything is left in ${folder}`)
  process.exitCode = 1
} else rmSync(folder, { recursive: true })
