/** Failures that a test asks for, as the real AWS SDK sees them. */
import {
  ConnectCustomKeyStoreCommand,
  DescribeCustomKeyStoresCommand,
  ListKeysCommand,
  KMSClient
} from '@aws-sdk/client-kms'
import { describe, expect, it } from 'vitest'
import { clientConfig, endpointOrThrow, type Failing } from '../../src/endpoint/index.js'
import { documentedExceptions, type OperationName } from '../../src/exceptions/documentedExceptions.js'
import { commonErrors } from '../../src/exceptions/commonErrors.js'
import { endpointWith, overSocket } from './world.js'

const CustomKeyStoreId = 'cks-1234567890abcdef0'
const describing = new DescribeCustomKeyStoresCommand({})
const connecting = new ConnectCustomKeyStoreCommand({ CustomKeyStoreId })
const listing = new ListKeysCommand({})

const world = () => {
  const kms = endpointOrThrow({ stores: [{}] })
  const client = new KMSClient({ ...clientConfig(kms), maxAttempts: 1 })
  const named = (sent: Promise<unknown>): Promise<string> =>
    sent.then(
      () => 'accepted',
      (error: unknown) => (error as Error).name
    )
  return {
    kms,
    describe: () => named(client.send(describing)),
    connect: () => named(client.send(connecting)),
    list: () => named(client.send(listing))
  }
}

describe('a failure', () => {
  it('is of one operation, and of no other', async () => {
    const { kms, describe, connect } = world()
    kms.fail({ operation: 'ConnectCustomKeyStore', error: 'ThrottlingException', times: 1 })
    expect([await describe(), await connect(), await connect()]).toEqual([
      'accepted',
      'ThrottlingException',
      'accepted'
    ])
  })

  it('without a number goes on until it is told otherwise', async () => {
    const { kms, describe } = world()
    kms.fail({ error: 'KMSInternalException' })
    for (let i = 0; i < 20; i += 1) expect(await describe()).toBe('KMSInternalException')
    kms.recover()
    expect(await describe()).toBe('accepted')
  })

  it('of several operations may go on at once, each ended by itself', async () => {
    const { kms, describe, connect, list } = world()
    kms.fail({ operation: 'ConnectCustomKeyStore', error: 'KMSInternalException' })
    kms.fail({ operation: 'DescribeCustomKeyStores', error: 'AccessDeniedException' })
    kms.fail({ error: 'ThrottlingException', times: 1 })
    expect([await describe(), await connect(), await list(), await list()]).toEqual([
      'AccessDeniedException',
      'KMSInternalException',
      'ThrottlingException',
      'accepted'
    ])
    kms.recover('ConnectCustomKeyStore')
    expect([await describe(), await connect()]).toEqual(['AccessDeniedException', 'accepted'])
    kms.recover()
    expect(await describe()).toBe('accepted')
  })

  it('takes the place of the one before of the same operation, and none ends it', async () => {
    const { kms, describe } = world()
    kms.fail({ error: 'KMSInternalException' })
    kms.fail({ error: 'ThrottlingException', times: 2 })
    expect(await describe()).toBe('ThrottlingException')
    kms.fail({ error: 'ThrottlingException', times: 0 })
    expect(await describe()).toBe('accepted')
  })

  it('without an operation waits for a request that can be answered with it', async () => {
    const { kms, describe, connect } = world()
    kms.fail({ error: 'CloudHsmClusterNotActiveException', times: 1 })
    expect([await describe(), await connect(), await connect()]).toEqual([
      'accepted',
      'CloudHsmClusterNotActiveException',
      'accepted'
    ])
  })

  it('is used up only by an error that is answered', async () => {
    const { kms, connect } = world()
    kms.fail({ operation: 'ConnectCustomKeyStore', error: 'KMSInternalException', times: 1 })
    const answered = (body: string) => {
      const headers = {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'TrentService.ConnectCustomKeyStore'
      }
      const caller = { account: '111122223333' as never, principal: 'arn', region: 'us-east-1' }
      return kms.answer(caller, { method: 'POST', path: '/', headers, body }).body
    }
    expect(answered('{"CustomKeyStoreId":"cks-none"}')).toContain('CustomKeyStoreNotFoundException')
    expect(answered('not JSON')).toContain('SerializationException')
    expect(answered('{}')).toContain('ValidationException')
    expect([await connect(), await connect()]).toEqual(['KMSInternalException', 'accepted'])
  })

  it('is gone after reset and begin', async () => {
    const { kms, describe } = world()
    kms.fail({ error: 'KMSInternalException' })
    kms.reset()
    expect(await describe()).toBe('accepted')
    kms.fail({ error: 'KMSInternalException' })
    kms.begin({ stores: [{}] })
    expect(await describe()).toBe('accepted')
  })
})

describe('an operation fails with what it can answer with', () => {
  const names = Object.keys(documentedExceptions) as ReadonlyArray<OperationName>

  it.each(names)('%s', (operation) => {
    const kms = endpointWith({})
    for (const error of [...documentedExceptions[operation], ...Object.keys(commonErrors)])
      expect(kms.fail({ operation, error } as Failing)).toMatchObject({ _tag: 'Right' })
  })

  it('and with nothing else: the error lists what it can be', () => {
    const failing = { operation: 'DisconnectCustomKeyStore', error: 'LimitExceededException' } as const
    expect(() => endpointOrThrow().fail(failing)).toThrow(
      'fail: error: Member must be an error that DisconnectCustomKeyStore can answer with: CustomKeyStoreInvalidStateException, CustomKeyStoreNotFoundException, KMSInternalException; or one of every operation: AccessDeniedException, '
    )
  })
})

describe('the AWS SDK asks again by itself', () => {
  it('three times in all unless it is told otherwise, so that a failure of two requests does not show', async () => {
    const kms = endpointOrThrow()
    const client = new KMSClient(clientConfig(kms))
    kms.fail({ error: 'KMSInternalException', times: 2 })
    await client.send(describing)
    expect(kms.requests().map(({ error }) => error?.name)).toEqual([
      'KMSInternalException',
      'KMSInternalException',
      undefined
    ])
    kms.fail({ error: 'KMSInternalException' })
    await expect(client.send(describing)).rejects.toMatchObject({ $metadata: { attempts: 3 } })
  })
})

it('the control interface has the same', async () => {
  const { client, control, close } = await overSocket({})
  const name = () =>
    client.send(describing).then(
      () => 'accepted',
      (error: unknown) => (error as Error).name
    )
  await control('POST', 'fail', { operation: 'DescribeCustomKeyStores', error: 'ThrottlingException' })
  expect([await name(), await name()]).toEqual(['ThrottlingException', 'ThrottlingException'])
  await control('POST', 'recover', { operation: 'ConnectCustomKeyStore' })
  expect(await name()).toBe('ThrottlingException')
  await control('POST', 'recover')
  expect(await name()).toBe('accepted')
  const wrong = await control('POST', 'fail', { operation: 'ConnectCustomKeyStore', error: 'TagException' })
  expect(wrong).toMatchObject({ violations: [{ path: 'error' }] })
  await close()
})
