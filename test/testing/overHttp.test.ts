import { KMSClient } from '@aws-sdk/client-kms'
import { describe, expect, it } from 'vitest'
import { everyWorld } from '../../src/testing/drive/everyWorld.js'
import type { Program } from '../../src/testing/drive/Program.js'
import { storeThatIs } from './programs.js'
import * as wrong from '../../docs/examples/programs/wrong.js'

const overHttp =
  (program: (kms: KMSClient, id: string) => Promise<unknown>): Program =>
  async ({ url, config: { region, credentials }, CustomKeyStoreId }) => {
    const kms = new KMSClient({ endpoint: url, region, credentials, maxAttempts: 1 })
    await program(kms, CustomKeyStoreId).finally(() => kms.destroy())
  }

describe('over HTTP', () => {
  it('the same is found as within the process', async () => {
    const report = await everyWorld(overHttp(wrong.deletesAtOnce), {
      ...storeThatIs('CONNECTED'),
      http: true
    })
    expect(report.faults.map(({ finding, about }) => [finding, about])).toEqual([
      ['sentWhereRefused', 'DeleteCustomKeyStore DISCONNECTING']
    ])
    expect(report.complete).toBe(true)
  })

  it('time passes by the control interface, and by sleep', async () => {
    const times: Array<number> = []
    const report = await everyWorld(
      async ({ url, now, sleep }) => {
        const before = now()
        const passed = await fetch(`${url}/_control/advance`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"days":7}'
        })
        expect(passed.status).toBe(200)
        await sleep(1000)
        times.push(now() - before)
      },
      { http: true, findings: { asksNothing: false } }
    )
    expect(report.faults).toEqual([])
    expect(times).toEqual([7 * 86_400_000 + 1000])
  })

  it('a program that asks nothing is given up, and told so', async () => {
    const ended: Array<boolean> = []
    const report = await everyWorld(
      ({ signal }) => new Promise(() => signal.addEventListener('abort', () => ended.push(true))),
      { http: true, idle: 50 }
    )
    expect(report.faults.map(({ about }) => about)).toEqual(['it does not ask for anything'])
    expect(ended).toEqual([true])
  })
})
