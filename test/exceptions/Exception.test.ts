import { describe, expect, it } from 'vitest'
import { exception, exceptions, type ExceptionTraits } from '../../src/exceptions/Exception.js'

const namesWhere = (is: (traits: ExceptionTraits) => boolean): ReadonlyArray<string> =>
  Object.entries<ExceptionTraits>(exceptions)
    .filter(([, traits]) => is(traits))
    .map(([name]) => name)
    .sort()

describe('the documented exceptions', () => {
  it('have the status 500 where the service is at fault, and 400 otherwise', () => {
    const ownFaults = ['DependencyTimeoutException', 'KMSInternalException', 'KeyUnavailableException']
    expect(namesWhere(({ httpStatus }) => httpStatus === 500)).toEqual(ownFaults)
    expect(namesWhere(({ fault }) => fault === 'service')).toEqual(ownFaults)
    expect(namesWhere(({ httpStatus }) => httpStatus !== 500 && httpStatus !== 400)).toEqual([])
  })

  it('can be retried where the fault is of the service, and perhaps where it is of the network', () => {
    expect(namesWhere(({ retry }) => retry === 'helps')).toEqual([
      'DependencyTimeoutException',
      'KMSInternalException',
      'KeyUnavailableException'
    ])
    expect(namesWhere(({ retry }) => retry === 'may help')).toEqual([
      'KMSInvalidStateException',
      'XksProxyInvalidResponseException',
      'XksProxyUriUnreachableException'
    ])
  })
})

describe('an exception', () => {
  it('is a plain record told by its name', () => {
    const broken = { rule: 'clusterIsActive', source: 'API_ConnectCustomKeyStore' } as const
    expect(exception('CloudHsmClusterNotActiveException', 'The cluster must be active.', broken)).toEqual({
      name: 'CloudHsmClusterNotActiveException',
      message: 'The cluster must be active.',
      httpStatus: 400,
      fault: 'client',
      retry: 'does not help',
      rule: 'clusterIsActive',
      source: 'API_ConnectCustomKeyStore'
    })
  })
})
