import { describe, expect, it } from 'vitest'
import {
  commonErrors,
  commonErrorsAreAbout,
  disagreeing,
  isAboutForm,
  isCommonError,
  violated
} from '../../src/exceptions/commonErrors.js'

const violation = {
  path: 'CustomKeyStoreId',
  received: "''",
  receivedAs: 'quoted text',
  constraint: 'Member must have length greater than or equal to 1',
  kind: 'limit'
} as const

describe('the common errors', () => {
  it.each([
    ['AccessDeniedException', 400, 'does not help'],
    ['IncompleteSignature', 400, 'does not help'],
    ['InternalFailure', 500, 'helps'],
    ['InvalidClientTokenId', 403, 'does not help'],
    ['OptInRequired', 403, 'does not help'],
    ['RequestExpired', 400, 'does not help'],
    ['ServiceUnavailable', 503, 'helps'],
    ['ThrottlingException', 400, 'helps'],
    ['ValidationException', 400, 'does not help']
  ] as const)('%s has the status %d, and a retry %s', (name, httpStatus, retry) => {
    const fault = httpStatus < 500 ? 'client' : 'service'
    expect(commonErrors[name]).toEqual({ httpStatus, fault, retry })
  })
})

describe('what a common error is about', () => {
  it('is the members of a request for ValidationException alone', () => {
    const names = Object.entries(commonErrorsAreAbout)
    expect(names.filter(([, about]) => about === 'members')).toEqual([['ValidationException', 'members']])
    expect(names.filter(([, about]) => about === 'protocol').map(([name]) => name)).toEqual([
      'RequestEntityTooLargeException',
      'SerializationException',
      'UnknownOperationException'
    ])
  })

  it('is the members of no request for an error of the caller, and for none that an operation lists', () => {
    const names = ['ValidationException', 'ThrottlingException', 'NotFoundException', 'toString']
    expect(names.map(isAboutForm)).toEqual([true, false, false, false])
  })

  it('is told of common errors only', () => {
    expect(['ValidationException', 'NotFoundException', 'toString'].map(isCommonError)).toEqual([
      true,
      false,
      false
    ])
  })
})

describe('a ValidationException', () => {
  const traits = { name: 'ValidationException', httpStatus: 400, fault: 'client', retry: 'does not help' }

  it('names the member at fault, in the words of AWS', () => {
    expect(violated([violation])).toEqual({
      ...traits,
      message:
        "1 validation error detected: Value '' at 'customKeyStoreId' failed to satisfy constraint: Member must have length greater than or equal to 1",
      source: 'CommonErrors',
      violations: [violation]
    })
  })

  it('names every member at fault', () => {
    const others = [
      {
        path: 'Limit',
        received: '0',
        receivedAs: 'words',
        constraint: 'Member must have value greater than or equal to 1',
        kind: 'limit'
      },
      {
        path: 'Tags.0.TagKey',
        received: 'undefined',
        receivedAs: 'nothing',
        constraint: 'Member must not be null',
        kind: 'missing'
      },
      {
        path: 'Marker',
        received: 'null',
        receivedAs: 'nothing',
        constraint: 'Member must be a string',
        kind: 'type'
      }
    ] as const
    expect(violated([])).toMatchObject({ source: 'CommonErrors', violations: [] })
    expect(violated([violation, ...others]).message).toBe(
      "4 validation errors detected: Value '' at 'customKeyStoreId' failed to satisfy constraint: Member must have length greater than or equal to 1; " +
        "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1; " +
        "Value null at 'tags.1.member.tagKey' failed to satisfy constraint: Member must not be null; " +
        "Value null at 'marker' failed to satisfy constraint: Member must be a string"
    )
  })

  it('has the rule, the page and the assumptions of what is broken first', () => {
    const tooLong = {
      ...violation,
      rule: 'CustomKeyStoreIdLimit',
      source: 'API_DeleteCustomKeyStore',
      assumes: ['A31']
    } as const
    const unknown = { ...violation, kind: 'unknown member' } as const
    expect(violated([tooLong, { ...violation, rule: 'x', source: 'API_CreateKey' }])).toMatchObject({
      rule: 'CustomKeyStoreIdLimit',
      source: 'API_DeleteCustomKeyStore',
      assumes: ['A31']
    })
    expect(violated([unknown, tooLong])).not.toHaveProperty('rule')
    expect(violated([unknown, tooLong])).not.toHaveProperty('assumes')
    expect(violated([unknown, tooLong]).source).toBe('CommonErrors')
  })

  it('names the rule about members together', () => {
    const broken = { rule: 'serviceIsNamedForVpcOnly', source: 'API_UpdateCustomKeyStore' } as const
    expect(disagreeing('They must go together.', broken)).toEqual({
      ...traits,
      message: 'They must go together.',
      rule: 'serviceIsNamedForVpcOnly',
      source: 'API_UpdateCustomKeyStore',
      violations: []
    })
  })
})
