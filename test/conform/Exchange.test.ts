/** Answers as bytes at their edges, and exchanges in a few words. */
import { describe, expect, it } from 'vitest'
import { beginningOf, inWords, replyOf, returned, type EndpointReply } from '../../src/conform/Exchange.js'

const read = (status: number, body = '{}') => replyOf({ status, body })

describe('the status of an answer', () => {
  it('is that of an output from 200 to 299', () => {
    for (const status of [200, 201, 299]) expect(read(status)).toEqual({ output: {}, status })
  })

  it('is that of a redirect from 300 to 399, whatever comes with it', () => {
    for (const status of [300, 399]) {
      expect(read(status)).toEqual({
        unreadable: `status ${String(status)}, a redirect, which is not followed`
      })
    }
  })

  it('is that of an error otherwise', () => {
    for (const status of [100, 199, 400, 499, 500]) {
      expect(read(status)).toEqual({
        unreadable: `status ${String(status)} without the __type of an exception`
      })
    }
  })

  it('puts a client off, with the message or without', () => {
    expect(read(429)).toEqual({ exception: 'ThrottlingException', message: '', status: 429 })
    expect(read(503, '{"__type":"SlowDown","message":"later"}')).toEqual({
      exception: 'ThrottlingException',
      message: 'later',
      status: 503
    })
    expect(read(503, '{"message":"later"}')).toEqual({
      exception: 'ServiceUnavailable',
      message: '',
      status: 503
    })
  })
})

describe('a body', () => {
  const nested = (depth: number): string => `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`
  const tooDeep = (body: string) => ({
    unreadable: `status 200 with a body of ${String(body.length)} characters that is nested too deeply`
  })

  it('may be a hundred deep', () => {
    expect(read(200, nested(50))).toHaveProperty('output')
    const deeper = `{"a":${nested(50)}}`
    expect(read(200, deeper)).toEqual(tooDeep(deeper))
    const lists = `{"a":${'['.repeat(100)}${']'.repeat(100)}}`
    expect(read(200, lists)).toEqual(tooDeep(lists))
  })

  it('may have any number of brackets side by side, or in texts', () => {
    const many = JSON.stringify({ a: Array.from({ length: 300 }, () => [{}]) })
    expect(read(200, many)).toHaveProperty('output')
    const inTexts = JSON.stringify({ a: `${'[{'.repeat(200)}"\\`, b: '\\"[' })
    expect(read(200, inTexts)).toHaveProperty('output')
    // A text without an end hides what comes behind it: it is no JSON, however deep.
    const open = `{"a":"${'['.repeat(300)}`
    expect(read(200, open)).toEqual({
      unreadable: `status 200 with a body of ${String(open.length)} characters that is not JSON`
    })
  })

  it('is an object', () => {
    expect(read(200, '')).toEqual({ output: {}, status: 200 })
    expect(read(200, '[]')).toEqual({
      unreadable: 'status 200 with a body of 2 characters that is not a JSON object'
    })
  })
})

it('a reply is told in a few words', () => {
  const replies: ReadonlyArray<readonly [EndpointReply, string]> = [
    [{ output: {} }, 'success'],
    [{ exception: 'NotFoundException', message: 'no' }, 'NotFoundException'],
    [{ exception: 'NotFoundException', message: '', writtenAs: 'notFound' }, 'notFound'],
    [{ notImplemented: 'status 501', status: 501 }, 'not implemented: status 501'],
    [{ unreadable: 'a page' }, 'a page']
  ]
  for (const [reply, words] of replies) {
    expect(inWords(reply)).toBe(words)
    expect(returned('Encrypt', reply)).toBe(`Encrypt returned ${words}`)
  }
})

it('of a long value the beginning is shown', () => {
  expect(beginningOf('a'.repeat(300))).toBe(`"${'a'.repeat(119)}`)
  expect(beginningOf({ KeyStorePassword: 'a', b: 1 })).toBe('{"KeyStorePassword":"<secret>","b":1}')
  expect(beginningOf('short')).toBe('"short"')
})
