/** What is answered where an error was asked for, and what is told of the request. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { handled } from '../../src/protocol/handled.js'
import { longestBody, type Request } from '../../src/protocol/http.js'
import { imposedError } from '../../src/protocol/imposed.js'
import { respond } from '../../src/protocol/index.js'
import { infrastructureOf } from '../../src/model/Infrastructure.js'
import {
  accountWith,
  cloudHsmId,
  cloudHsmStore,
  clusterWithKmsuser,
  infrastructureFacts
} from '../fixtures.js'
import { given } from './endpoint.js'

const listing = (body: string): Request => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'TrentService.ListKeys' },
  body
})

describe('an error that was asked for', () => {
  it('says so, and rests on an assumption', () => {
    expect(imposedError('ThrottlingException')).toMatchObject({
      name: 'ThrottlingException',
      message: 'This request was to be refused with ThrottlingException, whatever it asks for.',
      httpStatus: 400,
      source: 'CommonErrors',
      assumes: ['A95']
    })
  })

  it('is answered whatever the body is, of which the members are told where it has some', () => {
    const refusing = handled({ ...given, refusedWith: 'ThrottlingException' })
    expect(refusing(listing('{"Limit":1}'))(accountWith())).toStrictEqual({
      operation: 'ListKeys',
      input: { Limit: 1 },
      result: E.left(imposedError('ThrottlingException'))
    })
    expect(refusing(listing('no JSON'))(accountWith())).toStrictEqual({
      operation: 'ListKeys',
      result: E.left(imposedError('ThrottlingException'))
    })
  })
})

describe('what is answered to a body', () => {
  const refused = (body: string) => {
    const { result } = handled(given)(listing(body))(accountWith())
    return E.isLeft(result) ? [result.left.name, result.left.message] : []
  }

  it('that is no JSON or no object', () => {
    for (const body of ['no JSON', '[]', 'null', '1', '"text"'])
      expect(refused(body)).toEqual(['SerializationException', 'The body must be a JSON object.'])
  })

  it('that is longer than any request', () => {
    const blank = (length: number) => `{${' '.repeat(length - 2)}}`
    expect(refused(blank(longestBody))).toEqual([])
    expect(refused(blank(longestBody + 1))).toEqual([
      'RequestEntityTooLargeException',
      'The body must have at most 1048576 characters.'
    ])
  })
})

describe('what a request puts right behind a store', () => {
  const infrastructure = infrastructureOf({
    ...infrastructureFacts,
    clusters: [clusterWithKmsuser({ passwordMatches: false })]
  })
  const asked = (operation: string, body: object) =>
    respond({ ...given, infrastructure })({
      ...listing(JSON.stringify(body)),
      headers: { ...listing('').headers, 'x-amz-target': `TrentService.${operation}` }
    })(accountWith(cloudHsmStore('DISCONNECTED')))

  it('comes with the response to it, and with no other', () => {
    const { infrastructureChange } = asked('UpdateCustomKeyStore', {
      CustomKeyStoreId: cloudHsmId,
      KeyStorePassword: 'kmsPswd9'
    })
    expect(infrastructureChange).toEqual({
      clusters: [{ clusterId: 'cluster-abcdefghijk', kmsuser: { passwordMatches: true } }]
    })
    for (const other of [
      asked('ListKeys', {}),
      asked('ConnectCustomKeyStore', { CustomKeyStoreId: cloudHsmId })
    ])
      expect(Object.keys(other).sort()).toEqual(['account', 'answer'])
  })
})
