/** Every form that an implementation can have: functions and endpoints of this process, and URLs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAgainst, historiesAgainst, type Ask, type Reply } from '../../src/arbitraries/index.js'
import type { OperationName } from '../../src/conform/index.js'
import type { AccountId } from '../../src/index.js'
import { listening } from '../conform/world.js'
import { endpointWith } from '../endpoint/world.js'
import { post } from '../protocol/endpoint.js'
import { accepts, wrong } from './planted.js'

const caller = { account: '111122223333' as AccountId, principal: '', region: 'us-east-1' }

/** Our own endpoint as a function, to which a failure is what `fails` makes of it. */
const asFunction = (fails: (name: string, message: string) => Reply): Ask => {
  const endpoint = endpointWith({ connectionDelay: 0 })
  return (operation, request) => {
    const { status, body } = endpoint.answer(caller, post(operation, JSON.stringify(request)))
    const output = JSON.parse(body)
    return status === 200 ? { output } : fails(output.__type, output.message)
  }
}

const thrown = (name: string, message: string): never => {
  throw Object.assign(new Error(message), { name })
}

const only =
  (names: ReadonlyArray<OperationName>, ask: Ask): Ask =>
  (operation, request) =>
    names.includes(operation) ? ask(operation, request) : undefined

describe('a function', () => {
  it.each([
    ['that answers exceptions', (exception: string, message: string) => ({ exception, message })],
    ['that answers exceptions without a message', (exception: string) => ({ exception })],
    ['that throws exceptions', thrown]
  ])('%s is not accused', async (_, fails) => {
    const checked = await checkAgainst(() => asFunction(fails), { seed: 1, numRuns: 25 })
    expect(checked).toMatchObject({ runs: 25, seed: 1 })
    expect(checked.found).toBeUndefined()
    expect(checked.answers['as documented']).toBeGreaterThan(100)
  })

  it('that answers later, and is told to settle, is not accused', async () => {
    const settled: Array<string> = []
    const make = () => {
      const ask = asFunction(thrown)
      return {
        ask: async (...asked: Parameters<Ask>) => ask(...asked),
        settle: (id: string) => settled.push(id)
      }
    }
    expect((await checkAgainst(make, { seed: 2, numRuns: 20 })).found).toBeUndefined()
    expect(settled.length).toBeGreaterThan(5)
  })

  it('that has a few operations only is held to these', async () => {
    const some = ['CreateCustomKeyStore', 'DescribeCustomKeyStores', 'ConnectCustomKeyStore'] as const
    const { found, answers } = await checkAgainst(() => only(some, asFunction(thrown)), {
      seed: 1,
      numRuns: 40
    })
    expect(found).toBeUndefined()
    expect(answers['not implemented']).toBeGreaterThan(50)
    expect(answers['as documented']).toBeGreaterThan(50)
  })

  it.each([
    [
      'throws what is no exception of AWS',
      () => thrown('TypeError', 'x is undefined'),
      'it threw TypeError: x is undefined'
    ],
    ['rejects', () => Promise.reject(new Error('no')), 'it threw Error: no'],
    ['answers what is no JSON', () => ({ output: 7 as never }), 'no JSON object'],
    ['answers what has no end', () => ({ output: { size: 7n } }), 'no JSON object']
  ])('that %s is found', async (_, answer, got) => {
    const { found } = await checkAgainst(() => answer, { seed: 1 })
    expect(found?.deviation.difference.rule).toBe('answerIsAwsJson')
    expect(found?.deviation.difference.got).toContain(got)
    expect(found?.history).toHaveLength(1)
  })

  it('that cannot be made ends the check', async () => {
    await expect(checkAgainst(() => thrown('Error', 'no endpoint'), { seed: 1 })).rejects.toThrow(
      'no endpoint'
    )
  })
})

describe('the endpoint at a URL', () => {
  it('is not accused, where each access key has an account', async () => {
    const { url, close } = await listening(endpointWith({ connectionDelay: 0 }))
    const checked = await checkAgainst(url, { seed: 1, numRuns: 20 })
    await close()
    expect(checked.found).toBeUndefined()
    expect(checked.answers['as documented']).toBeGreaterThan(100)
  })

  it('is not accused, where all have one, and keeps no store that can be deleted', async () => {
    const endpoint = endpointWith({ connectionDelay: 0 })
    const { url, close } = await listening(endpoint, caller.account)
    const checked = await checkAgainst(url.href, { seed: 1, numRuns: 20, patience: 1000 })
    await close()
    expect(checked.found).toBeUndefined()
    const [{ stores, keys }] = endpoint.accounts() as [any]
    const withKeys = new Set(keys.map((key: any) => key.CustomKeyStoreId))
    expect(stores.filter((store: any) => !withKeys.has(store.CustomKeyStoreId))).toEqual([])
    expect(withKeys.size).toBeLessThanOrEqual(6)
  })

  it('is found where it is wrong', async () => {
    const endpoint = endpointWith({ connectionDelay: 0 })
    const { answer } = wrong('DisconnectCustomKeyStore', ({ exception }) =>
      exception === undefined ? undefined : accepts()
    )()
    const { url, close } = await listening({ ...endpoint, answer })
    const { found } = await checkAgainst(url, { seed: 1, patience: 20 })
    await close()
    expect(found?.deviation.operation).toBe('DisconnectCustomKeyStore')
    expect(found?.history).toHaveLength(1)
  })

  it('that does not answer is no right one', async () => {
    const { url, close } = await listening(endpointWith({}))
    await close()
    await expect(checkAgainst(url, { seed: 1 })).rejects.toThrow('no answer')
    await expect(fc.assert(historiesAgainst(url))).rejects.toThrow('Property failed')
  })
})

it('stores are made with the members that are given', async () => {
  const clusters = new Set<string>()
  const make = (): Ask => {
    const ask = asFunction(thrown)
    return (operation, request) => {
      const answer = ask(operation, request)
      if (operation === 'CreateCustomKeyStore') clusters.add(String(request['CloudHsmClusterId']))
      return answer
    }
  }
  const stores = { AWS_CLOUDHSM: { CloudHsmClusterId: 'cluster-abcdefghijk' } }
  const { found } = await checkAgainst(make, { seed: 1, numRuns: 20, stores, forms: ['valid'] })
  expect(found).toBeUndefined()
  expect([...clusters].sort()).toEqual(['cluster-abcdefghijk', 'undefined'])
})
