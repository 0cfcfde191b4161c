/** What a refusal says of the other editions is so: found by asking them, of every state and every member. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { membersOf, type UpdatableMember } from '../../src/editions/updatableMembers.js'
import { editionNames, type EditionName } from '../../src/editions/editions.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { connectionStates } from '../../src/model/ConnectionState.js'
import type { CustomKeyStoreName } from '../../src/model/identifiers.js'
import { operationNames } from '../../src/operations/index.js'
import { update } from '../../src/operations/update.js'
import { accountBefore } from '../../src/possible/before.js'
import { exampleRequest } from '../../src/possible/exampleRequests.js'
import { exampleStore, kindOf, kinds, storeId, type Kind } from '../../src/possible/examples.js'
import { tried } from '../../src/possible/tried.js'
import { stateAfterUnder } from '../../src/questions/stateAfter.js'
import { under } from '../../src/under.js'
import { casesTold } from '../documents/casesTold.js'

const invalid = 'CustomKeyStoreInvalidStateException'

const values: Readonly<Record<UpdatableMember, unknown>> = {
  NewCustomKeyStoreName: 'Other',
  KeyStorePassword: 'kmsPswd1',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  XksProxyUriEndpoint: 'https://xks.example.com',
  XksProxyUriPath: '/example/kms/xks/v1',
  XksProxyAuthenticationCredential: { AccessKeyId: 'A'.repeat(20), RawSecretAccessKey: 'a'.repeat(43) },
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0example',
  XksProxyVpcEndpointServiceOwner: '111122223333'
}

const updatesOf = (kind: Kind): ReadonlyArray<Readonly<Record<string, unknown>>> => {
  const members = membersOf(kinds[kind].CustomKeyStoreType)
  const some = members.flatMap((one, i) => members.slice(i).map((other) => [one, other]))
  return [[], ...some].map((names) =>
    Object.fromEntries([['CustomKeyStoreId', storeId], ...names.map((name) => [name, values[name]])])
  )
}

const requestsOf = (
  operation: OperationName,
  kind: Kind
): ReadonlyArray<Readonly<Record<string, unknown>>> =>
  operation === 'UpdateCustomKeyStore' ? updatesOf(kind) : [exampleRequest(operation, kind)]

const refusalOf = (
  edition: EditionName,
  operation: OperationName,
  kind: Kind,
  state: (typeof connectionStates)[number],
  request: Readonly<Record<string, unknown>>
) => {
  const { result } = tried(edition, operation, request)(accountBefore(operation, kind, state))
  return E.isLeft(result) && result.left.name === invalid ? result.left : undefined
}

/** Every refusal of an operation for the state of the store. */
const refusalsOf = (edition: EditionName, operation: OperationName) =>
  Object.values(kindOf).flatMap((kind) =>
    connectionStates.flatMap((state) =>
      requestsOf(operation, kind).flatMap((request) => {
        const refusal = refusalOf(edition, operation, kind, state, request)
        return refusal === undefined ? [] : [{ kind, state, request, refusal }]
      })
    )
  )

describe.each(editionNames)('under %s', (edition) => {
  it.each(operationNames)('%s', (operation) => {
    for (const { kind, state, request, refusal } of refusalsOf(edition, operation)) {
      const others = editionNames.filter(
        (other) => refusalOf(other, operation, kind, state, request) === undefined
      )
      expect([state, request, refusal.allowedBy ?? []]).toEqual([state, request, others])
    }
  })

  it('stateAfter says the same of a state alone', () => {
    for (const state of connectionStates) {
      for (const operation of [
        'ConnectCustomKeyStore',
        'UpdateCustomKeyStore',
        'DeleteCustomKeyStore'
      ] as const) {
        const answer = stateAfterUnder(edition)(operation)(state)
        if (E.isRight(answer)) continue
        const told = answer.left.allowedBy ?? []
        const others = editionNames.filter((other) => E.isRight(stateAfterUnder(other)(operation)(state)))
        expect([operation, state, told]).toEqual([operation, state, others])
      }
    }
  })
})

it('the refusals are as many as docs/quality.md tells', () => {
  const all = editionNames.flatMap((edition) =>
    operationNames.flatMap((operation) => refusalsOf(edition, operation))
  )
  expect(all).toHaveLength(casesTold('test/laws/allowedBy.test.ts') ?? 0)
})

it('a refusal of an Update of a CONNECTED store names the editions that accept it', () => {
  const request = { CustomKeyStoreId: storeId, NewCustomKeyStoreName: 'Other' }
  const refusal = refusalOf(
    'exception-text-2022',
    'UpdateCustomKeyStore',
    'AWS_CLOUDHSM',
    'CONNECTED',
    request
  )
  expect(refusal?.allowedBy).toEqual(['exception-text-2026', 'operation-page-2026'])
})

it('it is about the state alone: another rule may refuse under the other edition', () => {
  const store = exampleStore('AWS_CLOUDHSM', 'CONNECTED')
  const request = { CustomKeyStoreId: storeId, NewCustomKeyStoreName: 'Other' as CustomKeyStoreName }
  const byDefault = update({ others: [] })(request)(store)
  expect(E.isLeft(byDefault) && 'allowedBy' in byDefault.left && byDefault.left.allowedBy).toEqual([
    'exception-text-2026',
    'operation-page-2026'
  ])
  const later = under('exception-text-2026').update({ others: [] })(request)(store)
  expect(E.isLeft(later) && later.left.name).toBe('CloudHsmClusterNotFoundException')
})
