/** Every operation in every way in which it can stand with a store: the judge does not contradict what becomes of it. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'
import { requested } from '../../src/account/requested.js'
import * as cks from '../../src/index.js'
import { contradicted, see, type Knowledge } from '../../src/judge/Knowledge.js'
import {
  accountsOf,
  everything,
  inAccount,
  possibilities,
  type Possibility
} from '../../src/judge/Possibility.js'
import { sighting } from '../../src/judge/Sighting.js'
import { operationsByName } from '../../src/operations/index.js'
import { badCircumstances } from '../../src/possible/badCircumstances.js'
import { exampleRequest } from '../../src/possible/exampleRequests.js'
import { everyKind, goodCircumstances, keyId, kinds, storeId } from '../../src/possible/examples.js'
import { casesTold } from '../documents/casesTold.js'
import { event, record } from './cloudTrail.js'

type Members = Readonly<Record<string, unknown>>

/** Other requests: an update of each member, a store by its name, keys that differ, and what does not go together. */
const others: Partial<Record<cks.OperationName, ReadonlyArray<Members>>> = {
  UpdateCustomKeyStore: [
    {},
    { NewCustomKeyStoreName: 'NewName' },
    { KeyStorePassword: 'examplePswd2' },
    { CloudHsmClusterId: 'cluster-abcdefghijk', NewCustomKeyStoreName: 'NewName' },
    { XksProxyUriPath: '/other/kms/xks/v1' },
    { XksProxyUriEndpoint: 'https://other.example.com', XksProxyUriPath: '/other/kms/xks/v1' },
    { XksProxyConnectivity: 'PUBLIC_ENDPOINT', XksProxyUriEndpoint: 'https://xks.example.com' },
    { XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0other' }
  ].map((members) => ({ CustomKeyStoreId: storeId, ...members })),
  CreateKey: [
    { Origin: 'AWS_CLOUDHSM', KeySpec: 'RSA_2048' },
    { Origin: 'AWS_CLOUDHSM', Policy: 'not JSON', Tags: [{ TagKey: 'aws:a', TagValue: '' }] },
    { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'another' }
  ].map((members) => ({ CustomKeyStoreId: storeId, ...members })),
  Encrypt: [{ KeyId: keyId, Plaintext: 'AAAA', DryRun: true }]
}

const requestsOf = (name: cks.OperationName): ReadonlyArray<Members> => [
  ...everyKind.flatMap((kind) => {
    const request = exampleRequest(name, kind)
    const { CustomKeyStoreName } = kinds[kind]
    return name === 'CreateCustomKeyStore' ? [request, { ...request, CustomKeyStoreName }] : [request]
  }),
  ...(others[name] ?? [])
]

/** What does not go into a log. */
const secret = ['KeyStorePassword', 'XksProxyAuthenticationCredential', 'TrustAnchorCertificate']

const logged = (request: Members): Members =>
  Object.fromEntries(
    Object.entries(request)
      .filter(([member]) => !secret.includes(member))
      .map(([member, value]) => [member.charAt(0).toLowerCase() + member.slice(1), value])
  )

/** The record of what became of a request. The store of a key is named where the account has the key. */
const recordOf = (
  name: cks.OperationName,
  request: Members,
  account: cks.Account,
  result: E.Either<{ readonly name: string }, readonly [object, cks.Account]>
): Members =>
  record(name, 0, {
    requestParameters: logged(request),
    ...(account.keys.length > 0 && { additionalEventData: { customKeyStoreId: storeId } }),
    ...(E.isLeft(result)
      ? { errorCode: result.left.name }
      : name === 'CreateCustomKeyStore' && { responseElements: logged({ ...result.right[0] }) })
  })

/** What is known; the type of a store that was never created is not. */
const knowing = (possibility: Possibility): Knowledge => ({
  possible: possibilities(
    possibility.state === 'not created'
      ? everything.filter(({ state }) => state === 'not created')
      : [possibility]
  ),
  keysUntil: 0
})

interface Case {
  readonly possibility: Possibility
  readonly account: cks.Account
  readonly given: cks.Circumstances
}

/** Every account, while all goes well and while all goes wrong. */
const cases: ReadonlyArray<Case> = everything.flatMap((possibility) =>
  accountsOf(possibility).flatMap((account) =>
    [goodCircumstances, ...badCircumstances(account)].map((given) => ({
      possibility,
      account,
      given: possibility.state === 'not created' ? { ...given, newCustomKeyStoreId: storeId } : given
    }))
  )
)

/** How many answers the tests below have looked at, which the last one counts: alone it fails. */
let judged = 0

describe.each(cks.editionNames)('under %s', (edition) => {
  it.each(cks.operationNames)(
    'what becomes of %s is not contradicted, and where it leads is known',
    (name) => {
      let seen = 0
      for (const { possibility, account, given } of cases) {
        for (const request of requestsOf(name)) {
          const carriedOut = requested(operationsByName[edition][name])(given)(request)(account)
          if (E.isLeft(carriedOut)) continue
          const { result } = carriedOut.right
          const found = sighting(event(recordOf(name, request, account, result)))
          if (O.isNone(found) || found.value.store !== storeId) continue
          seen += 1
          const known = knowing(possibility)
          const told = JSON.stringify([possibility, request, found.value.refusal])
          expect([told, contradicted(edition, found.value)(known)]).toEqual([told, undefined])
          const after = E.isRight(result) ? inAccount(possibility)(result.right[1]) : possibility
          const { possible } = see(edition, found.value)(known)
          expect([told, possible | possibilities([after])]).toEqual([told, possible])
        }
      }
      const isNamed = operationsByName[edition][name].inState ?? operationsByName[edition][name].uses
      expect(seen > 0).toBe(isNamed !== undefined || name === 'CreateCustomKeyStore')
      judged += seen
    }
  )
})

it('the answers are as many as docs/quality.md tells', () => {
  expect(judged).toBe(casesTold('test/judge/judgeOperations.test.ts'))
})
