/** By which answers an endpoint says that it lacks an operation. */
import { expect, it } from 'vitest'
import { isNotImplemented, isPageOfMissing } from '../../src/conform/notImplemented.js'

it.each([
  'UnknownOperationException',
  'UnsupportedOperation',
  'InvalidAction',
  'NotImplemented',
  'NotImplementedException'
])('%s says so, whatever the status', (exception) => {
  expect(isNotImplemented(400, exception)).toBe(true)
  expect(isNotImplemented(500, exception)).toBe(true)
})

it('the status 501 says so, whatever the name, and nothing else does', () => {
  expect(isNotImplemented(501, 'KMSInternalException')).toBe(true)
  expect(isNotImplemented(500, 'KMSInternalException')).toBe(false)
  expect(isNotImplemented(400, 'UnsupportedOperationException')).toBe(false)
  expect(isNotImplemented(400, '')).toBe(false)
})

it('a page for people says so under four statuses', () => {
  for (const status of [404, 405, 500, 501]) {
    expect(isPageOfMissing(status, '<html>')).toBe(true)
    expect(isPageOfMissing(status, '\n  <html>')).toBe(true)
    expect(isPageOfMissing(status, 'no <html>')).toBe(false)
    expect(isPageOfMissing(status, '')).toBe(false)
  }
  for (const status of [200, 400, 403, 502, 503]) expect(isPageOfMissing(status, '<html>')).toBe(false)
})
