/** The vectors that need more than requests, with the help of the control interface of this package's endpoint. */
import { describe, expect, it } from 'vitest'
import { controlAt } from '../../src/conform/drive/controlClient.js'
import { run } from '../../src/conform/drive/run.js'
import { vectorsOf } from '../../src/vectors/index.js'
import type { Endpoint } from '../../src/endpoint/index.js'
import type { Answer } from '../../src/protocol/index.js'
import { askingInProcess, listening, madeUp, ownEndpoint, withoutEnd } from './world.js'

const beyond = vectorsOf('exception-text-2022').filter(({ needs }) => needs.length > 0)

const controlled = async (endpoint: Endpoint, only: string) => {
  const { url, close } = await listening(endpoint)
  const report = await run({
    endpoint: url.href,
    client: askingInProcess(endpoint),
    control: controlAt(url.href, undefined, withoutEnd),
    edition: 'exception-text-2022',
    types: ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
    only,
    storeProperties: madeUp,
    runs: 0,
    seed: 1,
    patience: 100,
    progress: () => undefined
  })
  await close()
  if (typeof report === 'string') throw new Error(report)
  return report
}

const answering = (kms: Endpoint, change: (answer: Answer, body: string) => Answer): Endpoint => ({
  ...kms,
  answer: (caller, request) => change(kms.answer(caller, request), request.body)
})

describe('of the own endpoint', () => {
  it('every vector is as documented, or left open', async () => {
    const kms = ownEndpoint({})
    const { checks, faults, left } = await controlled(kms, 'vectors/')
    expect(
      faults.map(({ id, difference, seenIn }) => [id, difference.expected, difference.got, seenIn[0]])
    ).toEqual([])
    const outcomes = new Map(checks.map(({ id, outcome }) => [id, outcome]))
    const found = beyond.map(({ id, result, orExceptions }) => ({
      id,
      outcome: outcomes.get(`vectors/${id}`),
      open: result === 'acceptable' && orExceptions === undefined
    }))
    expect(found.length).toBeGreaterThan(1_000)
    expect(
      found.filter(({ outcome, open }) => outcome?.is !== (open ? 'left open' : 'as documented'))
    ).toEqual([])
    expect(left).toEqual({ stores: [], keys: [] })
    expect(kms.accounts()).toEqual([])
  })
})

describe('of a wrong endpoint', () => {
  it('a refusal is told by the rule that should have refused otherwise', async () => {
    const wrong = answering(ownEndpoint({}), (answer) => ({
      ...answer,
      body: answer.body.replaceAll(
        'CloudHsmClusterInvalidConfigurationException',
        'CloudHsmClusterNotActiveException'
      )
    }))
    const { faults } = await controlled(wrong, 'vectors/CreateKey/AWS_CLOUDHSM/cluster-one-hsm')
    expect(faults).toMatchObject([
      { operation: 'CreateKey', reproduced: true, difference: { got: 'CloudHsmClusterNotActiveException' } }
    ])
    expect(faults[0]?.difference.rule).toMatch(/^cluster/)
  })

  it('a wrong ConnectionErrorCode is told by what the connection needs', async () => {
    const wrong = answering(ownEndpoint({}), (answer) => ({
      ...answer,
      body: answer.body.replaceAll('"USER_LOGGED_IN"', '"INTERNAL_ERROR"')
    }))
    const { faults, checks } = await controlled(wrong, 'kmsuser-logged-in')
    expect(faults.length).toBeGreaterThan(0)
    for (const { difference } of faults) expect(difference.got).toContain('INTERNAL_ERROR')
    expect(checks.some(({ outcome }) => outcome.is === 'different')).toBe(true)
  })
})
