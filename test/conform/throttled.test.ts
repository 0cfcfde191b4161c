/** What an endpoint puts off is asked for again, a few times; what it still puts off is blocked, and no fault. */
import { describe, expect, it } from 'vitest'
import type { EndpointReply } from '../../src/conform/Exchange.js'
import { isCutShort } from '../../src/conform/ConformReport.js'
import { persistent } from '../../src/conform/drive/persistent.js'
import type { Answer, Request } from '../../src/protocol/index.js'
import type { Endpoint } from '../../src/endpoint/index.js'
import { madeUp, ownEndpoint, reportOn } from './world.js'

const busy: EndpointReply = { exception: 'ThrottlingException', message: '', status: 429 }

describe('a request', () => {
  const sent = async (replies: ReadonlyArray<EndpointReply>) => {
    let count = 0
    const client = persistent({
      as: () => () => Promise.resolve(replies[Math.min(count++, replies.length - 1)] ?? busy),
      close: () => undefined
    })
    return { reply: await client.as()('GenerateRandom', {}), count: () => count }
  }

  it('is sent again until it is not put off', async () => {
    const { reply, count } = await sent([busy, busy, { output: {} }])
    expect([reply, count()]).toEqual([{ output: {} }, 3])
  })

  it('is sent seven times at most, and once where it is refused', async () => {
    const { reply, count } = await sent([busy])
    expect([reply, count()]).toEqual([busy, 7])
    const refused: EndpointReply = { exception: 'KMSInternalException', message: '' }
    expect((await sent([refused])).count()).toBe(1)
  })
})

/** The endpoint, which answers some requests with a bare status. `is`: told the operation and which request it is. */
const puttingOff = (status: number, is: (operation: string, number: number) => boolean): Endpoint => {
  const kms = ownEndpoint({ connectionDelay: 0 })
  let number = 0
  return {
    ...kms,
    answer: (caller, request: Request): Answer => {
      const operation = (request.headers['x-amz-target'] ?? '').replace('TrentService.', '')
      number += 1
      return is(operation, number) ? { status, headers: {}, body: '' } : kms.answer(caller, request)
    }
  }
}

describe('an endpoint', () => {
  const options = { storeProperties: madeUp, only: 'ConnectCustomKeyStore', patience: 30 }
  const numbersOf = async (kms: Endpoint) => (await reportOn(kms, options)).numbers

  it('that puts off every third request is told what it is told otherwise', async () => {
    const wanted = await numbersOf(ownEndpoint({ connectionDelay: 0 }))
    expect(wanted.checks['as documented']).toBeGreaterThan(10)
    expect(await numbersOf(puttingOff(503, (_, number) => number % 3 === 0))).toEqual(wanted)
  })

  it('that puts off an operation each time has no fault, and what needs the operation is blocked', async () => {
    const kms = puttingOff(429, (operation) => operation === 'ConnectCustomKeyStore')
    const only = 'AWS_CLOUDHSM/ConnectCustomKeyStore'
    const report = await reportOn(kms, { ...options, types: ['AWS_CLOUDHSM'], only: `${only}/D` })
    expect(report.faults).toEqual([])
    expect(report.checks.find(({ id }) => id === `${only}/DISCONNECTED`)?.outcome).toEqual({
      is: 'not reached',
      why: 'ConnectCustomKeyStore returned ThrottlingException',
      blocked: true
    })
    expect(isCutShort(report)).toBe(true)
  })
})
