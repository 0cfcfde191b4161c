/** The commands of a report on an endpoint, run by a real shell. */
import { describe, expect, it } from 'vitest'
import { commandsFor } from '../../src/conform/commands.js'
import { exchangesIn, readReportedFaults } from '../../src/conform/reportedFaults.js'
import { shell } from './shell.js'
import { variants } from './variants.js'
import { faultyCluster, listening, ownEndpoint, reportOn } from './world.js'

/** The answer that shows it, after the commands of the report on an endpoint; with curl, twice. */
const printed = async (says: string) => {
  const { make, seenIn, type = 'AWS_CLOUDHSM' } = variants.find((variant) => variant.says === says)!
  const kms = make(ownEndpoint({}))
  const report = await reportOn(kms, { types: [type], only: seenIn, patience: 30 })
  const { url, close } = await listening(kms)
  const [fault] = report.faults
  const lines = commandsFor(
    { endpoint: url.href, region: 'us-east-1', onlyCurl: true },
    exchangesIn(JSON.parse(JSON.stringify(fault?.history)))
  )
  const outputs = [await shell(lines)]
  // A second store cannot have the cluster that the user named.
  if (!lines.join('').includes(faultyCluster)) outputs.push(await shell(lines, 1_700_000_001))
  await close()
  return { fault, outputs }
}

describe('the commands of a report', () => {
  it.each([
    ['Delete answers HasCMKs when CONNECTED', /HasCMKsException/],
    ['Connect is accepted when FAILED', /{}$/],
    ['Delete is accepted while keys are in the store', /{}$/],
    ['Keys stay Enabled while the store is not connected', /"KeyState":"Enabled"[^]*$/],
    ['The same Create twice makes two stores', /cks-/],
    ['A request with a name that is too long is accepted', /cks-12345678901234567/],
    ['A page holds more stores than its limit', /"CustomKeyStores":\[{.*},{.*}\]/],
    ['Update ignores the path of a proxy', /"UriPath":"[^"]*aaa/],
    ['A refusal is no JSON', /Oops$/]
  ])('show again that %s', async (says, shows) => {
    const { fault, outputs } = await printed(says)
    expect(fault?.reproduced).toBe(true)
    for (const output of outputs) expect(output).toMatch(shows)
  })
})

it('a report that was written is read with its deviations', async () => {
  const report = await reportOn(variants[0]!.make(ownEndpoint({})), {
    types: ['AWS_CLOUDHSM'],
    only: variants[0]!.seenIn,
    region: 'eu-west-1'
  })
  const read = readReportedFaults(JSON.parse(JSON.stringify(report)))
  expect(read).toMatchObject({
    right: {
      edition: 'exception-text-2022',
      faults: [{ number: 1, operation: 'DeleteCustomKeyStore', rule: 'validConnectionState' }]
    }
  })
  expect(report.faults[0]?.commands[0]).toContain('AWS_REGION=eu-west-1')
  expect(readReportedFaults({ ...report, faults: [{}] })).toMatchObject({
    left: expect.stringContaining('faults')
  })
})
