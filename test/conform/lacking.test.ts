/** A feature that an endpoint refuses as unsupported is one fault; whatever depends on it is of no use. */
import { describe, expect, it } from 'vitest'
import type { Answer, Request } from '../../src/protocol/index.js'
import type { Endpoint } from '../../src/endpoint/index.js'
import { madeUp, ownEndpoint, reportOn } from './world.js'

type Input = Readonly<Record<string, unknown>>

/** The endpoint, which refuses some requests as unsupported. */
const without = (lacks: (operation: string, input: Input) => boolean): Endpoint => {
  const kms = ownEndpoint({ connectionDelay: 0 })
  const inputOf = ({ body }: Request): Input => (body === '' ? {} : JSON.parse(body))
  return {
    ...kms,
    answer: (caller, request): Answer => {
      const operation = (request.headers['x-amz-target'] ?? '').replace('TrentService.', '')
      return lacks(operation, inputOf(request))
        ? { status: 400, headers: {}, body: '{"__type":"UnsupportedOperationException"}' }
        : kms.answer(caller, request)
    }
  }
}

const reportWithout = (lacks: Parameters<typeof without>[0], only: string) =>
  reportOn(without(lacks), { storeProperties: madeUp, only, patience: 30 })

const faultsIn = ({ faults }: Awaited<ReturnType<typeof reportOn>>) =>
  faults.map(({ operation, difference: { expected } }) => `${operation}: ${expected}`)

describe('an endpoint', () => {
  it('without UpdateCustomKeyStore is told so once, also where another refusal was due before', async () => {
    const report = await reportWithout((operation) => operation === 'UpdateCustomKeyStore', 'Update')
    const [fault] = report.faults
    expect(faultsIn(report)).toEqual(['UpdateCustomKeyStore: success'])
    expect(fault).toMatchObject({ reproduced: true, operation: 'UpdateCustomKeyStore' })
    const outcomeOf = (id: string) => report.checks.find((check) => check.id === id)?.outcome
    expect(outcomeOf('AWS_CLOUDHSM/unknown-store/UpdateCustomKeyStore')).toEqual({
      is: 'not useful',
      faults: [fault?.id]
    })
    expect(report.numbers.checks.different).toBe(fault?.seenIn.length)
    expect(report.numbers.checks['not useful']).toBeGreaterThan(20)
  })

  it('without external key stores is told so once', async () => {
    const report = await reportWithout(
      (operation, input) =>
        operation === 'CreateCustomKeyStore' && input['CustomKeyStoreType'] === 'EXTERNAL_KEY_STORE',
      'CustomKeyStore/'
    )
    expect(faultsIn(report)).toEqual(['CreateCustomKeyStore: success'])
    const external = report.checks.filter(
      ({ type, state }) => type === 'EXTERNAL_KEY_STORE' && state !== undefined && state !== 'FAILED'
    )
    expect(external.length).toBeGreaterThan(10)
    expect(external.filter(({ outcome: { is } }) => is !== 'not useful' && is !== 'different')).toEqual([])
    const others = report.checks.filter(
      ({ type, outcome: { is } }) => type === 'AWS_CLOUDHSM' && is === 'as documented'
    )
    expect(others.length).toBeGreaterThan(20)
  })

  it('that refuses one kind of request as unsupported lacks no feature', async () => {
    const report = await reportWithout(
      (operation, input) => operation === 'UpdateCustomKeyStore' && input['CustomKeyStoreId'] === 'absent',
      'Update'
    )
    expect(report.faults).toEqual([])
    const wrong = await reportWithout(
      (operation, input) =>
        operation === 'UpdateCustomKeyStore' && String(input['CustomKeyStoreId']).startsWith('cks-c0nf0rm'),
      'Update'
    )
    expect(faultsIn(wrong)).toEqual(['UpdateCustomKeyStore: CustomKeyStoreNotFoundException'])
    expect(wrong.numbers.checks['not useful']).toBe(0)
  })
})
