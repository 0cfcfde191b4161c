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
  // prettier-ignore
  it.each([
    ['exception-text-2022', 'ConnectCustomKeyStore', 'AWS_CLOUDHSM', 'DISCONNECTED', 'CONNECTING', [], 'implied'],
    ['exception-text-2022', 'ConnectCustomKeyStore', 'AWS_CLOUDHSM', 'CONNECTED', 'CONNECTED', ['A3'], 'assumed'],
    ['exception-text-2022', 'ConnectCustomKeyStore', 'AWS_CLOUDHSM', 'FAILED', invalid, [], 'documented'],
    ['exception-text-2022', 'DisconnectCustomKeyStore', 'AWS_CLOUDHSM', 'CONNECTING', 'DISCONNECTING', ['A4', 'A5'], 'assumed'],
    ['exception-text-2022', 'DisconnectCustomKeyStore', 'AWS_CLOUDHSM', 'CONNECTED', 'DISCONNECTING', ['A5'], 'assumed'],
    ['exception-text-2022', 'DisconnectCustomKeyStore', 'AWS_CLOUDHSM', 'FAILED', 'DISCONNECTING', ['A5'], 'observed'],
    ['exception-text-2022', 'DeleteCustomKeyStore', 'PUBLIC_ENDPOINT', 'DISCONNECTED', 'deleted', [], 'documented'],
    ['exception-text-2022', 'GenerateRandom', 'PUBLIC_ENDPOINT', 'CONNECTED', 'UnsupportedOperationException', [], 'documented'],
    ['exception-text-2022', 'UpdateCustomKeyStore', 'PUBLIC_ENDPOINT', 'DISCONNECTED', 'DISCONNECTED', [], 'documented'],
    ['operation-page-2026', 'UpdateCustomKeyStore', 'AWS_CLOUDHSM', 'CONNECTED', 'CONNECTED', [], 'documented'],
    ['developer-guide', 'ConnectCustomKeyStore', 'AWS_CLOUDHSM', 'CONNECTED', 'CONNECTED', ['A3'], 'assumed'],
    ['developer-guide', 'ConnectCustomKeyStore', 'PUBLIC_ENDPOINT', 'CONNECTED', invalid, [], 'implied'],
    ['developer-guide', 'UpdateCustomKeyStore', 'AWS_CLOUDHSM', 'FAILED', invalid, [], 'implied'],
    ['developer-guide', 'UpdateCustomKeyStore', 'PUBLIC_ENDPOINT', 'CONNECTED', 'CONNECTED', [], 'documented'],
    ['developer-guide', 'UpdateCustomKeyStore', 'PUBLIC_ENDPOINT', 'CONNECTING', 'CONNECTING', ['A44'], 'assumed'],
    ['developer-guide', 'UpdateCustomKeyStore', 'PUBLIC_ENDPOINT', 'FAILED', 'FAILED', ['A44'], 'assumed'],
    ['developer-guide', 'UpdateCustomKeyStore', 'VPC_ENDPOINT_SERVICE', 'DISCONNECTING', 'DISCONNECTING', ['A44'], 'assumed']
  ] as const)('%s: %s, %s, %s: %s', (edition, operation, kind, state, after, assumes, sure) => {
    const { outcome, standing, ...rest } = cell(edition, operation, kind)(state)
    expect('state' in outcome ? outcome.state : outcome.exception).toBe(after)
    expect(rest.assumes).toEqual(assumes)
    expect(standing).toBe(sure)
  })

  it.each([
    [
      'exception-text-2022',
      'ConnectCustomKeyStore',
      'AWS_CLOUDHSM',
      'DISCONNECTED',
      'xks-connect-disconnect'
    ],
    ['operation-page-2022', 'UpdateCustomKeyStore', 'AWS_CLOUDHSM', 'CONNECTED', 'UpdateCustomKeyStore-2022'],
    ['operation-page-2026', 'UpdateCustomKeyStore', 'AWS_CLOUDHSM', 'FAILED', 'API_UpdateCustomKeyStore'],
    ['developer-guide', 'UpdateCustomKeyStore', 'AWS_CLOUDHSM', 'DISCONNECTED', 'update-keystore'],
    ['developer-guide', 'UpdateCustomKeyStore', 'AWS_CLOUDHSM', 'FAILED', 'update-keystore'],
    ['developer-guide', 'UpdateCustomKeyStore', 'PUBLIC_ENDPOINT', 'DISCONNECTED', 'update-xks-keystore']
  ] as const)('%s: %s, %s, %s is stated on %s', (edition, operation, kind, state, source) => {
    expect(cell(edition, operation, kind)(state).source).toBe(source)
  })

  it('leads to what users have seen at AWS, which closes nothing', () => {
    const seen = cell('exception-text-2022', 'DisconnectCustomKeyStore', 'PUBLIC_ENDPOINT')('FAILED')
    expect(seen).toMatchObject({
      observed: 'disconnectingAfterFailure',
      standing: 'observed',
      assumes: ['A5']
    })
    expect(connectionStatesDocument()).toContain(
      '→ DISCONNECTING (observed, [A5](assumptions.md#a5), [seen](assumptions.md#disconnectingAfterFailure))'
    )
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

describe('the page', () => {
  const page = connectionStatesDocument()
  const section = (title: string): string => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

  it('leads to each of its sections', () => {
    const titles = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
    const links = [...page.matchAll(/^- \[(.*)\]\(#(.*)\)$/gm)]
    expect(links.map(([, title]) => title)).toEqual(titles)
    expect(links.map(([, , address]) => address)).toEqual([
      'how-the-states-change',
      'aws_cloudhsm',
      'external_key_store',
      'where-editions-differ',
      'the-tables-as-data',
      'how-a-members-rule-has-changed'
    ])
  })

  it.each(['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'])('has the default edition once for %s', (type) => {
    for (const operation of stateOperations) {
      expect(section(type)).toContain(
        `| <a id="${type.toLowerCase()}-${operation.toLowerCase()}"></a>${operation} |`
      )
    }
  })

  it('has the rows in which editions differ, with all of them side by side, and no others', () => {
    const titles = [...section('Where editions differ').matchAll(/^### (.*)$/gm)].map(([, title]) => title)
    expect(titles).toEqual([
      'ConnectCustomKeyStore of AWS_CLOUDHSM',
      'UpdateCustomKeyStore of AWS_CLOUDHSM',
      'ConnectCustomKeyStore of EXTERNAL_KEY_STORE',
      'UpdateCustomKeyStore of EXTERNAL_KEY_STORE'
    ])
    expect(section('Where editions differ')).toContain(
      '| **exception-text-2022**, operation-page-2022, exception-text-2026, operation-page-2026 | → CONNECTING '
    )
    expect(section('Where editions differ')).toMatch(
      /\n\| developer-guide \| → CONNECTING .* \| ✗ InvalidState \(implied\) \| ✗ InvalidState \(implied\) \|/
    )
  })
})
