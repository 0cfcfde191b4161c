/** How answers are held against the expectations of a vector. */
import { describe, expect, it } from 'vitest'
import {
  answerDifference,
  isOpenWhole,
  keyDifference,
  storeDifference
} from '../../src/conform/vectorDifference.js'
import type { EndpointReply } from '../../src/conform/Exchange.js'
import { reasonsOf, vectorsOf, type Vector } from '../../src/vectors/index.js'

const vectors = vectorsOf('exception-text-2022')
const named = (id: string): Vector => vectors.find((vector) => vector.id === id)!

const refusal = (exception: string, status = 400): EndpointReply => ({ exception, message: '', status })
const success: EndpointReply = { output: {}, status: 200 }

const differs = (vector: Vector, reply: EndpointReply) => {
  const step = vector.params.steps.at(-1)!
  if (!('operation' in step)) throw new Error('no request')
  const reason = reasonsOf('exception-text-2022')(vector).at(-1)
  const found = answerDifference(vector, step.operation, vector.expect.at(-1)!, reason, reply)
  return found && [found.rule, found.expected, found.got]
}

describe('an answer', () => {
  const refused = named('CreateKey/AWS_CLOUDHSM/cluster-one-hsm')
  const accepted = named('CreateKey/AWS_CLOUDHSM/CONNECTED')
  const several = named('GenerateRandom/PUBLIC_ENDPOINT/CONNECTING')

  it('as the vector expects it does not differ', () => {
    expect(differs(refused, refusal('CloudHsmClusterInvalidConfigurationException'))).toBeUndefined()
    expect(differs(accepted, success)).toBeUndefined()
    expect(differs(several, refusal('UnsupportedOperationException'))).toBeUndefined()
    expect(differs(several, refusal('CustomKeyStoreInvalidStateException'))).toBeUndefined()
    expect(differs(accepted, { notImplemented: 'status 501', status: 501 })).toBeUndefined()
  })

  it('differs by the rule that should have refused it', () => {
    const rule = 'clusterHasActiveHsmsInTwoZones'
    const exception = 'CloudHsmClusterInvalidConfigurationException'
    expect(differs(refused, success)).toEqual([rule, exception, 'success'])
    expect(differs(refused, refusal('CloudHsmClusterNotActiveException'))).toEqual([
      rule,
      exception,
      'CloudHsmClusterNotActiveException'
    ])
  })

  it('differs by the rule that refuses it without a reason, or by none', () => {
    const state = 'CustomKeyStoreInvalidStateException'
    expect(differs(accepted, refusal(state))).toEqual(['validConnectionState', 'success', state])
    const unlisted = 'AlreadyExistsException'
    expect(differs(accepted, refusal(unlisted))).toEqual(['soundRequestIsAccepted', 'success', unlisted])
  })

  it('differs by its HTTP status, and where it cannot be read', () => {
    expect(differs(refused, refusal('CloudHsmClusterInvalidConfigurationException', 500))?.[0]).toBe(
      'statusIsThatOfTheError'
    )
    expect(differs(accepted, { unreadable: 'no answer', silent: true })?.[0]).toBe('answerIsAwsJson')
  })
})

describe('what AWS leaves open', () => {
  const changed = (id: string, changes: object): Vector => ({ ...named(id), ...changes })
  const refused = 'CreateKey/AWS_CLOUDHSM/cluster-one-hsm'
  const exception = 'CloudHsmClusterInvalidConfigurationException'
  const other = 'CloudHsmClusterNotActiveException'

  it('is the whole answer, or which exception it is', () => {
    expect(isOpenWhole(changed(refused, { result: 'acceptable' }))).toBe(true)
    expect(isOpenWhole(changed(refused, { result: 'acceptable', orExceptions: [] }))).toBe(false)
    expect(isOpenWhole(changed(refused, { result: 'invalid' }))).toBe(false)
    expect(isOpenWhole(changed(refused, { result: 'invalid', orExceptions: [] }))).toBe(false)
  })

  it('is not the exception where no other is named', () => {
    expect(differs(changed(refused, { orExceptions: undefined }), refusal(exception))).toBeUndefined()
    expect(differs(changed(refused, { orExceptions: undefined }), refusal(other))?.[2]).toBe(other)
    expect(differs(changed(refused, { orExceptions: [] }), refusal('undefined'))?.[2]).toBe('undefined')
  })

  it('is any exception, or one of some', () => {
    const several = changed(refused, { orExceptions: ['TagException', other] })
    expect(differs(several, refusal(other))).toBeUndefined()
    expect(differs(several, refusal('TagException'))).toBeUndefined()
    expect(differs(several, refusal('NotFoundException'))?.[2]).toBe('NotFoundException')
    expect(differs(changed(refused, { orExceptions: 'any exception' }), refusal('Whatever'))).toBeUndefined()
  })

  it('is no answer that cannot be read', () => {
    const vector = named(refused)
    const reply = { unreadable: 'a page' }
    expect(answerDifference(vector, 'CreateKey', vector.expect.at(-1)!, undefined, reply)).toMatchObject({
      rule: 'answerIsAwsJson',
      expected: 'an answer of AWS JSON 1.1',
      got: 'a page',
      kind: 'an answer that cannot be read'
    })
    const lacking: EndpointReply = { notImplemented: 'status 501', status: 501 }
    expect(differs(named(refused), lacking)).toBeUndefined()
  })
})

describe('what is shown', () => {
  it('differs by the state and code of a store', () => {
    const failed = {
      CustomKeyStoreId: 'cks-1',
      ConnectionState: 'FAILED',
      ConnectionErrorCode: 'USER_LOGGED_IN'
    } as const
    expect(storeDifference(failed, failed, undefined)).toBeUndefined()
    expect(storeDifference(failed, { ConnectionState: 'CONNECTED' }, undefined)).toMatchObject({
      rule: 'stateIsKept',
      expected: 'FAILED, USER_LOGGED_IN',
      got: 'CONNECTED'
    })
    expect(storeDifference(failed, {}, undefined)?.got).toBe('')
  })

  it('differs by the state of a key', () => {
    const key = { KeyId: '1', KeyState: 'Unavailable' } as const
    expect(keyDifference(key, { KeyState: 'Unavailable' })).toBeUndefined()
    expect(keyDifference(key, {})?.got).toBe('KeyState undefined')
  })
})
