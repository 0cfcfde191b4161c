/** How an output differs from that of the model, by hand. */
import { describe, expect, it } from 'vitest'
import type { EndpointReply, Exchange, Members } from '../../src/conform/Exchange.js'
import { flawIn, wrongOutput } from '../../src/conform/wrongOutput.js'
import { wrongStatus } from '../../src/conform/wrongStatus.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { accountWith, cloudHsmStore } from '../fixtures.js'

const output = (members: Members): EndpointReply => ({ output: members })
const modelled = (members: Members) => ({ output: members, after: accountWith(cloudHsmStore('CONNECTED')) })

const wrong = (operation: OperationName, expected: Members, got: Members) => {
  const exchange: Exchange = { operation, request: {}, reply: output(got) }
  const { difference } = wrongOutput(exchange, modelled(expected)) ?? {}
  return difference && [difference.rule, difference.expected, difference.got]
}

describe('the id of a store that is made', () => {
  const of = (expected: unknown, got: unknown) =>
    wrong('CreateCustomKeyStore', { CustomKeyStoreId: expected }, { CustomKeyStoreId: got })

  it('is the one that it has to be', () => {
    expect(of('cks-1', 'cks-1')).toBeUndefined()
    expect(of('cks-1', 'cks-2')).toEqual(['createIsIdempotent', 'cks-1', 'cks-2'])
  })

  it('is an id', () => {
    for (const got of ['', 'a'.repeat(65), 7, undefined])
      expect(of('cks-1', got)?.[0]).toBe('answerIsAwsJson')
  })

  it('means nothing in the answer of another operation', () => {
    expect(wrong('ConnectCustomKeyStore', {}, { CustomKeyStoreId: 'cks-1' })).toBeUndefined()
  })
})

describe('the state of a key', () => {
  const shown = (KeyState: string | undefined, KeyId: string | undefined = 'k') => ({
    KeyMetadata: { ...(KeyId !== '' && { KeyId }), ...(KeyState !== undefined && { KeyState }) }
  })
  const of = (expected: Members, got: Members) => wrong('DescribeKey', expected, got)

  it('is that of the model, where it is shown', () => {
    expect(of(shown('Enabled'), shown('Enabled'))).toBeUndefined()
    expect(of(shown('Enabled'), shown(undefined))).toBeUndefined()
    expect(of(shown('Enabled'), shown('Disabled', ''))?.[0]).toBe('answerIsAwsJson')
    expect(of(shown('Enabled'), shown('Disabled'))).toEqual([
      'keyStateFollowsTheStore',
      'KeyState Enabled',
      'KeyState Disabled'
    ])
  })

  it('means nothing where no key has to be shown', () => {
    const got = { CiphertextBlob: 'AAAA', ...shown('Disabled') }
    expect(wrong('Encrypt', { CiphertextBlob: 'AAAA' }, got)).toBeUndefined()
  })
})

describe('an output', () => {
  it('is as the page of its operation describes it', () => {
    expect(wrong('Encrypt', { CiphertextBlob: 'AAAA' }, { CiphertextBlob: 7 })).toEqual([
      'answerIsAwsJson',
      'the output that the page of Encrypt describes',
      '{"CiphertextBlob":7}'
    ])
  })
})

describe('the metadata of a key', () => {
  const metadata = { KeyId: 'k', KeyState: 'Enabled', CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM' }
  const flaw = (got: Members, expected: Members = metadata) => {
    const found = flawIn(output({ KeyMetadata: got }), modelled({ KeyMetadata: expected }))
    return found && [found.rule, found.expected, found.got, found.kind]
  }
  const without = (name: string) =>
    Object.fromEntries(Object.entries(metadata).filter(([member]) => member !== name))

  it('have no flaw where all is as it has to be', () => {
    expect(flaw(metadata)).toBeUndefined()
    expect(flaw({}, {})).toBeUndefined()
  })

  it('have the state', () => {
    const kind = 'KeyMetadata without KeyState'
    expect(flaw(without('KeyState'))).toEqual(['keyShowsItsState', 'KeyMetadata with KeyState', kind, kind])
    expect(flaw(without('KeyState'), without('KeyState'))).toBeUndefined()
  })

  it.each(['CustomKeyStoreId', 'Origin'])('have %s', (name) => {
    const expected = `${name} ${JSON.stringify(metadata[name as 'Origin'])}`
    expect(flaw(without(name))).toEqual(['keyShowsItsStore', expected, `${name} "absent"`, `${name} missing`])
    expect(flaw({ ...metadata, [name]: 'a' })).toEqual([
      'keyShowsItsStore',
      expected,
      `${name} "a"`,
      `${name} wrong`
    ])
    expect(flaw(metadata, without(name))?.[1]).toBe(`${name} "absent"`)
  })

  it('have the external key by its id, whatever else they tell of it', () => {
    const external = (Id: string, more = {}) => ({ ...metadata, XksKeyConfiguration: { Id, ...more } })
    expect(flaw(external('a', { more: 1 }), external('a'))).toBeUndefined()
    expect(flaw(external('b'), external('a'))?.[0]).toBe('keyShowsItsStore')
    expect(flaw({ ...metadata, XksKeyConfiguration: 'a' }, external('a'))).toBeUndefined()
  })

  it('are none where there is no id of a key', () => {
    expect(flaw(without('KeyId'), metadata)).toBeUndefined()
    expect(flaw({}, metadata)).toBeUndefined()
    expect(flaw({ Origin: 'a' }, { Origin: 'b' })).toBeUndefined()
  })
})

describe('a status', () => {
  const of = (reply: EndpointReply) => {
    const found = wrongStatus(reply)
    return found && [found.rule, found.expected, found.got]
  }
  const refused = (exception: string, status?: number): EndpointReply => ({
    exception,
    message: '',
    ...(status !== undefined && { status })
  })

  it('of an output is 200', () => {
    expect(of({ output: {}, status: 200 })).toBeUndefined()
    expect(of({ output: {} })).toBeUndefined()
    expect(of({ output: {}, status: 201 })).toEqual(['statusIsThatOfTheError', 'status 200', 'status 201'])
  })

  it('of an error is the one that AWS prints for it', () => {
    expect(of(refused('NotFoundException', 400))).toBeUndefined()
    expect(of(refused('NotFoundException', 404))).toEqual([
      'statusIsThatOfTheError',
      'status 400',
      'status 404'
    ])
    expect(of(refused('KMSInternalException', 500))).toBeUndefined()
    expect(of(refused('ServiceUnavailable', 503))).toBeUndefined()
    expect(of(refused('ServiceUnavailable', 400))?.[1]).toBe('status 503')
    expect(of(refused('NotFoundException'))).toBeUndefined()
  })

  it('of an error that AWS does not know, or of no answer, is none', () => {
    for (const exception of ['toString', 'NoException']) expect(of(refused(exception, 599))).toBeUndefined()
    expect(of({ unreadable: 'a page' })).toBeUndefined()
    expect(of({ notImplemented: 'a', status: 501 })).toBeUndefined()
  })
})
