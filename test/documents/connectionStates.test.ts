/** By hand, from the documents: cells of the tables, and how they have changed. */
import { describe, expect, it } from 'vitest'
import { cell, connectionStatesDocument, stateOperations } from '../../src/documents/index.js'

it('the rows are the operations that a ConnectionState can forbid', () => {
  expect(stateOperations).toEqual([
    'ConnectCustomKeyStore',
    'DisconnectCustomKeyStore',
    'UpdateCustomKeyStore',
    'DeleteCustomKeyStore',
    'CreateKey',
    'GenerateRandom'
  ])
})

const invalid = 'CustomKeyStoreInvalidStateException'

describe('a cell', () => {
  it.each([
    ['exception-text-2022', 'ConnectCustomKeyStore', 'AWS_CLOUDHSM', 'DISCONNECTED', 'CONNECTING', []],
    ['exception-text-2022', 'ConnectCustomKeyStore', 'AWS_CLOUDHSM', 'CONNECTED', 'CONNECTED', ['A3']],
    ['exception-text-2022', 'ConnectCustomKeyStore', 'AWS_CLOUDHSM', 'FAILED', invalid, []],
    [
      'exception-text-2022',
      'DisconnectCustomKeyStore',
      'AWS_CLOUDHSM',
      'CONNECTING',
      'DISCONNECTING',
      ['A4']
    ],
    ['exception-text-2022', 'DisconnectCustomKeyStore', 'AWS_CLOUDHSM', 'CONNECTED', 'DISCONNECTING', []],
    ['exception-text-2022', 'DisconnectCustomKeyStore', 'AWS_CLOUDHSM', 'FAILED', 'DISCONNECTING', ['A5']],
    ['exception-text-2022', 'DeleteCustomKeyStore', 'PUBLIC_ENDPOINT', 'DISCONNECTED', 'deleted', []],
    [
      'exception-text-2022',
      'GenerateRandom',
      'PUBLIC_ENDPOINT',
      'CONNECTED',
      'UnsupportedOperationException',
      []
    ],
    ['exception-text-2022', 'UpdateCustomKeyStore', 'PUBLIC_ENDPOINT', 'DISCONNECTED', 'DISCONNECTED', []],
    ['operation-page-2026', 'UpdateCustomKeyStore', 'AWS_CLOUDHSM', 'CONNECTED', 'CONNECTED', []],
    ['developer-guide', 'ConnectCustomKeyStore', 'AWS_CLOUDHSM', 'CONNECTED', 'CONNECTED', ['A3']],
    ['developer-guide', 'ConnectCustomKeyStore', 'PUBLIC_ENDPOINT', 'CONNECTED', invalid, []],
    ['developer-guide', 'UpdateCustomKeyStore', 'AWS_CLOUDHSM', 'FAILED', invalid, []],
    ['developer-guide', 'UpdateCustomKeyStore', 'PUBLIC_ENDPOINT', 'CONNECTED', 'CONNECTED', []],
    ['developer-guide', 'UpdateCustomKeyStore', 'PUBLIC_ENDPOINT', 'CONNECTING', 'CONNECTING', ['A44']],
    ['developer-guide', 'UpdateCustomKeyStore', 'PUBLIC_ENDPOINT', 'FAILED', 'FAILED', ['A44']],
    [
      'developer-guide',
      'UpdateCustomKeyStore',
      'VPC_ENDPOINT_SERVICE',
      'DISCONNECTING',
      'DISCONNECTING',
      ['A44']
    ]
  ] as const)('%s: %s, %s, %s: %s', (edition, operation, kind, state, after, assumes) => {
    const { outcome, standing, ...rest } = cell(edition, operation, kind)(state)
    expect('state' in outcome ? outcome.state : outcome.exception).toBe(after)
    expect(rest.assumes).toEqual(assumes)
    expect(standing).toBe(assumes.length === 0 ? 'documented' : 'assumed')
  })

  it('says which exceptions are open without being assumed', () => {
    const { assumes, standing } = cell('developer-guide', 'GenerateRandom', 'PUBLIC_ENDPOINT')('FAILED')
    expect(assumes).not.toEqual([])
    expect(standing).toBe('documented')
  })
})

describe("how a member's rule has changed", () => {
  const section = connectionStatesDocument().split("## How a member's rule has changed")[1]

  it('has the name of an external key store in every edition', () => {
    expect(section).toContain(
      '| NewCustomKeyStoreName of EXTERNAL_KEY_STORE | DISCONNECTED | DISCONNECTED, CONNECTED | DISCONNECTED, CONNECTED | DISCONNECTED, CONNECTED | any |'
    )
  })

  it('says what the page of UpdateCustomKeyStore has changed in 2026', () => {
    expect(section).toContain(
      '- operation-page-2026, against operation-page-2022:\n  - NewCustomKeyStoreName of AWS_CLOUDHSM: also CONNECTED\n- '
    )
  })
})
