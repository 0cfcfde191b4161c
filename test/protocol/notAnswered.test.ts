/** A request that is not answered is told why: what it should have been, and what it is. */
import { KMSClient, EncapsulateCommand, ListKeysCommand } from '@aws-sdk/client-kms'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { clientConfig, endpointOrThrow } from '../../src/endpoint/index.js'
import { operationNames } from '../../src/operations/index.js'
import { operationOf } from '../../src/protocol/asked.js'
import type { Request } from '../../src/protocol/http.js'

const headers = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'TrentService.ListKeys'
}
const listing: Request = { method: 'POST', path: '/', headers, body: '{}' }

const messageTo = (request: Partial<Request>): string => {
  const told = operationOf({ ...listing, ...request })
  return E.isLeft(told) ? told.left.message : 'answered'
}

const withHeader = (name: string, value: string | undefined) => ({ headers: { ...headers, [name]: value } })

describe('a request that names no operation', () => {
  it.each<readonly [Partial<Request>, string]>([
    [{}, 'answered'],
    [{ method: 'GET' }, 'The method must be POST; it is GET.'],
    [{ method: '' }, 'The method must be POST; there is none.'],
    [{ path: '/kms' }, 'The path must be / and nothing more; it is another.'],
    [
      withHeader('content-type', 'application/json'),
      'The Content-Type must be application/x-amz-json-1.1; it is application/json.'
    ],
    [
      withHeader('content-type', undefined),
      'The Content-Type must be application/x-amz-json-1.1; there is none.'
    ],
    [
      withHeader('x-amz-target', 'DynamoDB_20120810.ListTables'),
      'X-Amz-Target must be TrentService. and the name of an operation; it is DynamoDB_20120810.ListTables.'
    ],
    [
      withHeader('x-amz-target', undefined),
      'X-Amz-Target must be TrentService. and the name of an operation; there is none.'
    ],
    [
      withHeader('x-amz-target', 'TrentService_20120810'),
      'X-Amz-Target must be TrentService. and the name of an operation; it is TrentService_20120810.'
    ],
    ...['Decapsulate', 'Encapsulate', 'GetKeyLastUsage'].map(
      (name) =>
        [
          withHeader('x-amz-target', `TrentService.${name}`),
          `${name} is an operation of AWS KMS that is outside of this model of custom key stores.`
        ] as const
    )
  ])('%j', (request, message) => {
    expect(messageTo(request)).toBe(message)
  })

  it('that is unknown is told those that are known', () => {
    const message = messageTo(withHeader('x-amz-target', 'TrentService.ConnectStore'))
    expect(message).toContain('ConnectStore is no operation that is answered here. Answered are CreateCustom')
    expect(message.split(', ').length).toBe(operationNames.length)
    for (const name of operationNames) expect(message).toContain(name)
  })

  it('is not repeated where it has another form: it may be a secret', () => {
    const secret = 'my secret: hunter2'
    for (const request of [
      { method: secret },
      { path: secret },
      withHeader('content-type', secret),
      withHeader('x-amz-target', secret),
      withHeader('x-amz-target', `TrentService.${secret}`)
    ])
      expect(messageTo(request)).not.toContain('hunter2')
  })

  it.each<readonly [string, Partial<Request>, string]>([
    ['a method, and more', { method: 'GET hunter2' }, 'The method must be POST; it is another.'],
    ['more, and a method', { method: 'hunter2 GET' }, 'The method must be POST; it is another.'],
    [
      'a type, and more',
      withHeader('content-type', 'text/html hunter2'),
      'The Content-Type must be application/x-amz-json-1.1; it is another.'
    ],
    [
      'more, and a type',
      withHeader('content-type', 'hunter2 text/html'),
      'The Content-Type must be application/x-amz-json-1.1; it is another.'
    ],
    [
      'a name with a space',
      withHeader('x-amz-target', 'TrentService.hunter 2'),
      'What X-Amz-Target names is no operation that is answered here. Answered are '
    ]
  ])('is not repeated where only a part of it has the form: %s', (_, request, message) => {
    expect(messageTo(request)).toContain(message)
    expect(messageTo(request)).not.toContain('hunter')
  })
})

it('the AWS SDK shows it, whatever it was made for', async () => {
  const client = new KMSClient(clientConfig(endpointOrThrow()))
  await expect(
    client.send(new EncapsulateCommand({ KeyId: 'x', KeyEncapsulationAlgorithm: 'y' } as never))
  ).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: expect.stringContaining('Encapsulate is an operation of AWS KMS that is outside')
  })
  expect((await client.send(new ListKeysCommand({}))).Keys).toEqual([])
})
