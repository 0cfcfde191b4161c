/** What a report says of an endpoint that could not be asked everything. */
import { describe, expect, it } from 'vitest'
import { conforms, countOf, isCutShort } from '../../src/conform/ConformReport.js'
import type { Endpoint } from '../../src/endpoint/index.js'
import { ownEndpoint, reportOn } from './world.js'

const only = { types: ['AWS_CLOUDHSM'], patience: 30 } as const

const lacking = (
  kms: Endpoint,
  lacks: (operation: string) => boolean,
  status = 501,
  body = ''
): Endpoint => ({
  ...kms,
  answer: (caller, request) =>
    lacks((request.headers['x-amz-target'] ?? '').replace('TrentService.', ''))
      ? { status, headers: {}, body }
      : kms.answer(caller, request)
})

describe('an endpoint', () => {
  it('whose quota of stores is full is told nothing wrong, and that the rest was blocked', async () => {
    const report = await reportOn(ownEndpoint({ connectionDelay: 0, storeQuota: 0 }), only)
    expect(report.faults).toEqual([])
    expect(isCutShort(report)).toBe(true)
  })

  it('that can be asked everything is not cut short', async () => {
    const report = await reportOn(ownEndpoint({ connectionDelay: 0 }), only)
    expect([report.faults, isCutShort(report)]).toEqual([[], false])
  })

  it.each([
    [501, ''],
    [400, '{"__type":"UnknownOperationException"}'],
    [400, '{"__type":"com.example#UnsupportedOperation"}'],
    [404, '<!DOCTYPE html><title>Not found</title>']
  ])('without the operations on keys is told just that: %i %s', async (status, body) => {
    const kms = lacking(
      ownEndpoint({ connectionDelay: 0 }),
      (operation) => !operation.endsWith('CustomKeyStore') && operation !== 'DescribeCustomKeyStores',
      status,
      body
    )
    const report = await reportOn(kms, only)
    expect([report.faults, conforms(report)]).toEqual([[], true])
    const missing = report.checks.filter(({ outcome }) => outcome.is === 'not implemented')
    expect(missing.map(({ id }) => id)).toContain('AWS_CLOUDHSM/GenerateRandom/CONNECTED')
    expect(countOf(report, 'as documented')).toBeGreaterThan(20)
  })

  it('that has none of the operations has a report all the same, in which nothing is as documented', async () => {
    const report = await reportOn(
      lacking(ownEndpoint({}), () => true),
      only
    )
    expect([report.faults, countOf(report, 'as documented')]).toEqual([[], 0])
    expect(countOf(report, 'not implemented')).toBeGreaterThan(5)
    expect(isCutShort(report)).toBe(true)
  })
})
