/** How an answer over HTTP is read, whatever it is. */
import { describe, expect, it } from 'vitest'
import { boundedReply } from '../../src/conform/boundedReply.js'
import { replyOf, replyWithoutEcho } from '../../src/conform/Exchange.js'
import { echoesOf } from '../../src/conform/secrets.js'
import { markerAfter } from '../../src/conform/pages.js'
import { entriesIn } from '../../src/conform/replyMembers.js'

describe('an error', () => {
  it.each([
    ['in __type', '{"__type":"com.amazonaws.kms#A"}', undefined],
    ['in __type after a # alone', '{"__type":"#A"}', undefined],
    ['in code', '{"code":"A"}', undefined],
    ['in Code', '{"Code":"A:http://b/"}', undefined],
    ['in a header', '', 'A'],
    ['in a header with an address', '{}', 'A:http://internal.amazon.com/coral/'],
    ['in __type before all others', '{"__type":"A","code":"B"}', 'C'],
    ['in code before a header', '{"code":"A"}', 'C'],
    ['in code where __type is no name', '{"__type":{"a":1},"code":"A"}', 'C'],
    ['in code where __type is empty', '{"__type":"b#:c","code":"A"}', 'C']
  ])('is named %s', (_, body, errorType) => {
    expect(replyOf({ status: 400, body, errorType })).toEqual({ exception: 'A', message: '', status: 400 })
  })

  it.each([
    ['customKeyStoreNotFoundException', 'CustomKeyStoreNotFoundException'],
    ['CustomKeyStoreNotFound', 'CustomKeyStoreNotFoundException'],
    ['ServiceUnavailableException', 'ServiceUnavailable'],
    ['ValidationError', 'ValidationException']
  ])('that is written %s is read as %s', (writtenAs, exception) => {
    const body = JSON.stringify({ __type: writtenAs })
    expect(replyOf({ status: 400, body })).toEqual({ exception, writtenAs, message: '', status: 400 })
  })

  it('may be named by a number, and has a name of 200 characters and a message of 1,000', () => {
    expect(replyOf({ status: 400, body: '{"code":7}' })).toMatchObject({ exception: '7' })
    const body = JSON.stringify({ __type: 'n'.repeat(201), message: 'm'.repeat(1_001) })
    expect(replyOf({ status: 400, body })).toEqual({
      exception: 'n'.repeat(200),
      message: 'm'.repeat(1_000),
      status: 400
    })
  })

  it('that is no other spelling of one of AWS KMS stays what it is', () => {
    const body = '{"__type":"ResourceNotFoundException"}'
    expect(replyOf({ status: 400, body })).toMatchObject({ exception: 'ResourceNotFoundException' })
    expect(replyOf({ status: 400, body })).not.toHaveProperty('writtenAs')
  })

  it.each([
    [501, '{"__type":"InternalFailure"}'],
    [400, '{"__type":"UnknownOperation"}'],
    [404, '{"__type":"ResourceNotFound"}'],
    [501, ''],
    [400, '{"__type":"UnsupportedOperation"}'],
    [400, '{"__type":"UnknownOperationException"}'],
    [404, ' <html></html>'],
    [500, '<!doctype html>']
  ])('says that there is no such operation: %i %s', (status, body) => {
    expect(replyOf({ status, body })).toMatchObject({ notImplemented: expect.any(String), status })
  })

  it.each([
    [400, '{"__type":"UnrecognizedClientException"}'],
    [400, '{"__type":"UnsupportedOperationException"}'],
    [500, '{"__type":"KMSInternalException"}']
  ])('says nothing of that: %i %s', (status, body) => {
    expect(replyOf({ status, body })).toMatchObject({ exception: expect.any(String), status })
  })
})

it('a redirect is told and not followed', () => {
  expect(replyOf({ status: 307, body: '' })).toEqual({
    unreadable: 'status 307, a redirect, which is not followed'
  })
})

it('an answer that is nested too deeply is not read; brackets in texts do not count', () => {
  const deep = `{"CustomKeyStores":${'['.repeat(500_000)}${']'.repeat(500_000)}}`
  expect(replyOf({ status: 200, body: deep })).toEqual({
    unreadable: 'status 200 with a body of 1000020 characters that is nested too deeply'
  })
  const text = '[\\"{'.repeat(200)
  expect(replyOf({ status: 200, body: JSON.stringify({ text }) })).toEqual({ output: { text }, status: 200 })
})

it('of 20,000 stores few are kept, and the own ones among them', () => {
  const CustomKeyStores = Array.from({ length: 20_000 }, (_, n) => ({ CustomKeyStoreId: `cks-${String(n)}` }))
  const kept = boundedReply(new Set(['cks-19999']))({
    output: { CustomKeyStores, NextMarker: 'a'.repeat(99_999) }
  })
  expect(entriesIn(kept)[0]).toEqual({ CustomKeyStoreId: 'cks-19999' })
  expect(kept).toMatchObject({
    output: { entriesInAnswer: 20_000, NextMarker: 'a value of 100001 characters' }
  })
  expect(JSON.stringify(kept).length).toBeLessThan(2_000)
})

describe('a secret of the user', () => {
  const secret = 'pä55/word+x=='
  it.each([
    secret,
    `before ${secret} after`,
    secret.toUpperCase(),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    encodeURIComponent(secret).toLowerCase()
  ])('is not told: %s', (echo) => {
    const hide = replyWithoutEcho(new Set(echoesOf(secret)))
    for (const told of [
      hide({ output: { a: [{ b: echo }], [echo]: 1 } }),
      hide({ exception: echo, message: echo }),
      hide({ unreadable: echo }),
      hide({ notImplemented: echo, status: 501 })
    ]) {
      expect(JSON.stringify(told)).not.toContain(JSON.stringify(echo).slice(1, -1))
      expect(JSON.stringify(told)).toContain('<secret>')
    }
  })
})

it.each([
  [{ Truncated: true, NextMarker: 'm' }, 'm'],
  [{ NextMarker: 'm' }, 'm'],
  [{ NextMarker: '' }, undefined],
  [{ Truncated: false, NextMarker: 'm' }, undefined],
  [{}, undefined]
])('after a page that ends with %j comes the page of the marker %j', (members, marker) => {
  expect(markerAfter({ output: { CustomKeyStores: [{}], ...members } })).toBe(marker)
})

it('an error of AWS KMS is one whatever the status, and another __type is not', () => {
  expect(replyOf({ status: 200, body: '{"__type":"NotFoundException"}' })).toEqual({
    exception: 'NotFoundException',
    message: '',
    status: 200
  })
  expect(replyOf({ status: 200, body: '{"__type":"DescribeKeyResponse"}' })).toHaveProperty('output')
  expect(replyOf({ status: 200, body: '{"__type":"ErrorNotFound"}' })).toHaveProperty('output')
  expect(replyOf({ status: 200, body: '{"code":"NotFoundException"}' })).toHaveProperty('output')
})

it('a long list of keys stays a list, and another long member does not stay', () => {
  const key = { KeyId: 'k'.repeat(36), KeyArn: 'a'.repeat(75) }
  const output = { Keys: Array.from({ length: 1_000 }, () => key), more: 'm'.repeat(10_000) }
  expect(boundedReply(new Set())({ output })).toMatchObject({
    output: { Keys: Array.from({ length: 20 }, () => key), more: 'a value of 10002 characters' }
  })
})
