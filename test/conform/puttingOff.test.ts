/** By which answers an endpoint puts a client off. */
import { describe, expect, it } from 'vitest'
import { replyOf } from '../../src/conform/Exchange.js'
import { isPutOff, puttingOff } from '../../src/conform/throttled.js'

describe('an answer that puts off', () => {
  it.each([
    [429, '', 'ThrottlingException'],
    [429, '<html>', 'ThrottlingException'],
    [503, '{}', 'ServiceUnavailable'],
    [503, '{"__type":"SlowDown"}', 'ThrottlingException'],
    [400, '{"__type":"Throttling"}', 'ThrottlingException'],
    [400, '{"code":"TooManyRequestsException"}', 'ThrottlingException'],
    [503, '{"__type":"Busy"}', 'ServiceUnavailable'],
    [503, '{"__type":"ServiceUnavailableException"}', 'ServiceUnavailable'],
    [503, '{"__type":"NotFoundException"}', 'NotFoundException']
  ])('%i %s', (status, body, exception) => {
    expect(replyOf({ status, body })).toEqual({ exception, message: '', status })
  })
})

it.each([
  'throttling',
  'throttled',
  'requestThrottled',
  'EC2Throttled',
  'TooManyRequests',
  'RequestLimitExceeded',
  'RateExceeded',
  'SlowDown',
  'BandwidthLimitExceeded',
  'ProvisionedThroughputExceeded',
  'PriorRequestNotComplete'
])('%s puts off whatever the status, with the ending of an error too', (name) => {
  for (const written of [name, `${name}Exception`]) {
    expect(puttingOff(400, written)).toBe('ThrottlingException')
    expect(puttingOff(503, written)).toBe('ThrottlingException')
  }
})

it('another name or none puts off by the status alone', () => {
  for (const name of ['Busy', '', undefined]) {
    expect(puttingOff(429, name)).toBe('ThrottlingException')
    expect(puttingOff(503, name)).toBe('ServiceUnavailable')
    expect(puttingOff(400, name)).toBeUndefined()
  }
})

it('the name of another error of AWS KMS puts nobody off', () => {
  expect(puttingOff(429, 'KMSInternalException')).toBeUndefined()
  expect(puttingOff(429, 'ServiceUnavailable')).toBeUndefined()
  expect(puttingOff(400, 'ServiceUnavailable')).toBeUndefined()
})

it('the same request may be accepted later after both, and after nothing else', () => {
  const refused = (exception: string) => ({ exception, message: '' })
  expect(isPutOff(refused('ThrottlingException'))).toBe(true)
  expect(isPutOff(refused('ServiceUnavailable'))).toBe(true)
  expect(isPutOff(refused('KMSInternalException'))).toBe(false)
  expect(isPutOff({ output: { exception: 'ThrottlingException' } })).toBe(false)
  expect(isPutOff({ unreadable: 'ThrottlingException' })).toBe(false)
})
