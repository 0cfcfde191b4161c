/** The commands of a report, sent by the AWS CLI. */
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { commandsFor } from '../../src/conform/commands.js'
import { exchangesIn } from '../../src/conform/reportedFaults.js'
import { variants } from './variants.js'
import { breaking, listening, reportOn } from './world.js'

const run = promisify(execFile)
interface Ended {
  readonly stdout: string
  readonly stderr: string
}

const hasAwsCli = spawnSync('aws', ['--version']).status === 0

/** The variables of this process, but none with which somebody uses AWS. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_')))

it.skipIf(!hasAwsCli).each<[string, RegExp]>([
  ['Delete answers HasCMKs when CONNECTED', /^\S*An error occurred \(CustomKeyStoreHasCMKsException\)/m],
  ['FAILED is never reached', /"ConnectionState": "CONNECTED"/],
  ['CreateKey is accepted when DISCONNECTED', /"KeyId": "made"/]
])('show again that %s', async (says, shows) => {
  const variant = variants.find((variant) => variant.says === says)!
  const { kms, patience } = breaking(variant)
  const report = await reportOn(kms, { types: ['AWS_CLOUDHSM'], only: variant.seenIn, patience })
  const { url, close } = await listening(kms)
  const lines = commandsFor(
    { endpoint: url.href, region: 'us-east-1' },
    exchangesIn(JSON.parse(JSON.stringify(report.faults[0]?.history)))
  )
  expect(lines.join('\n')).not.toContain('curl')
  const { stdout, stderr } = await run('sh', ['-c', lines.join('\n')], { env }).catch(
    (error: unknown) => error as Ended
  )
  await close()
  expect(`${stdout}${stderr}`).toMatch(shows)
})
