/** What the package promises about throwing, held over every function that it exports. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { hear, nothingBelieved } from '../../src/conform/index.js'
import { endpoint, requestHandler } from '../../src/endpoint/index.js'
import * as cks from '../../src/index.js'
import { kmsEvent } from '../../src/judge/index.js'
import { begin, readLine } from '../../src/replay/index.js'
import * as any from '../arbitraries.js'
import {
  begin as beginTesting,
  checkWorkflow,
  workflowDiagram,
  workflowsIn
} from '../../src/testing/index.js'
import { casesTold } from '../documents/casesTold.js'
import { endpointWith } from '../endpoint/world.js'
import { circumstances, externalKey, externalStore } from '../fixtures.js'
import { hostileValue } from './hostileValues.js'
import { callsOfTheModel, world } from './modelExports.js'
import { callsOfTools, entryPoints } from './toolExports.js'

const account = cks.emptyAccount('111122223333' as cks.AccountId, 'us-east-1')
const kms = endpointWith({})
const metadata = cks.keyMetadata(account.AccountId, externalStore('CONNECTED'))(externalKey())

/** Functions that read values from outside, and what they do with any value whatever. */
const readers: Readonly<Record<string, (u: unknown) => unknown>> = {
  decode: (u) => cks.decode(cks.Account)(u),
  memberFindings: (u) => cks.memberFindings(cks.CreateCustomKeyStoreRequest)(u),
  explainRequest: (u) =>
    cks.operationNames.map((name) => cks.explainRequest(name)(circumstances)(u)(account)),
  withInfrastructureChange: (u) => cks.withInfrastructureChange(u)(any.soundInfrastructure),
  storeFromListEntry: cks.storeFromListEntry,
  keyFromMetadata: (u) => [
    cks.keyFromMetadata(u),
    ...Object.keys(metadata).map((name) => cks.keyFromMetadata({ ...metadata, [name]: u }))
  ],
  kmsEvent,
  readLine: (u) => readLine(u)(begin()),
  endpoint: (u) => endpoint(u as never),
  stores: (u) => [endpoint({ stores: u as never }), endpoint({ stores: [u as never] })],
  begin: (u) => beginTesting(u as never),
  checkWorkflow: (u) => [
    checkWorkflow(u),
    checkWorkflow({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }, { input: u })
  ],
  workflowDiagram: (u) => workflowDiagram(u, []),
  workflowsIn,
  changeInfrastructure: kms.changeInfrastructure,
  infrastructure: (u) => endpoint({ infrastructure: u }),
  fail: (u) => [kms.fail(u as never), kms.fail({ error: 'KMSInternalException', times: u as never })],
  recover: (u) => kms.recover(u as never),
  settle: (u) => kms.settle(u as never),
  beginEndpoint: (u) => [kms.begin(u), kms.begin({ stores: u })],
  changeQuotas: (u) => kms.changeQuotas(u as never),
  advance: (u) => kms.advance(u as never),
  answer: (u) => kms.answer({ account: account.AccountId, principal: '', region: account.Region }, u as never)
}

/** Functions that are not called here, and why. */
const elsewhere = {
  'they are made without arguments, and test/documents and test/vectors make them': [
    'assumptionsDocument',
    'connectionStatesDocument',
    'rulesDocument',
    'factsDocument',
    'healthyFactsJson',
    'stateDiagram',
    'statesTable',
    'vectorFiles',
    'vectorsOf',
    'formVectors'
  ],
  'they take a vector, which only those above give': ['reasonsOf', 'kindIn'],
  'they ask an endpoint, and reject as the functions that they are given do': [
    'client',
    'conform',
    'checkAgainst',
    'historiesAgainst'
  ],
  'they run a program, and reject as it says': ['everyWorld', 'holdsInEveryWorld'],
  'they take a fault, which only those give': ['storyOf', 'testOf'],
  'what it returns is called below': ['requestHandler'],
  'it throws for what is wrong, and test/endpoint/orThrow.test.ts holds it to that': ['endpointOrThrow'],
  'it holds a request handler': ['clientConfig']
}

const isFunction = (u: unknown): boolean => typeof u === 'function'

/** Every function of every entry point, those inside of records by both names. */
const exported = Object.values(entryPoints).flatMap((module) =>
  Object.entries(module).flatMap(([name, value]: [string, unknown]) => {
    if (isFunction(value)) return [name]
    if (name !== 'judge') return []
    return Object.entries(value as object).flatMap(([inner, f]) => (isFunction(f) ? [`judge.${inner}`] : []))
  })
)

const calls = [...Object.entries(callsOfTheModel), ...Object.entries(callsOfTools)]

it('every function that is exported is called by these tests, or they say why not', () => {
  const known = [...calls.map(([name]) => name), ...Object.keys(readers), ...Object.values(elsewhere).flat()]
  expect(exported.filter((name) => !known.includes(name))).toEqual([])
  expect(new Set(exported).size).toBe(casesTold('test/laws/promise.test.ts'))
})

describe('a function that reads values from outside throws for none', () => {
  it.each(Object.entries(readers))('%s', (_, read) => {
    fc.assert(
      fc.property(hostileValue, (make) => void read(make())),
      { numRuns: 150 }
    )
    for (const name of Object.getOwnPropertyNames(Object.prototype)) read(name)
    for (const number of [Number.NaN, -1, 0.5, Infinity, 2 ** 53]) read(number)
  })

  it('a request handler', async () => {
    const { handle } = requestHandler(kms)
    const bodies = [undefined, null, '', 0, {}, [], new Uint8Array(1), new ArrayBuffer(1), new Blob(['{'])]
    for (const body of bodies) {
      expect((await handle({ method: 'POST', path: '/', headers: {}, body })).response.statusCode).toBe(400)
    }
  })
})

describe('a function that is given values of its types does not throw', () => {
  it.each(calls)('%s', (_, call) => {
    fc.assert(
      fc.property(world, (made) => void call(made)),
      { numRuns: 30 }
    )
  })

  it.each(cks.operationNames)('%s on an account', (name) => {
    const { onAccount, request }: cks.AnyOperation = cks.operations[name]
    fc.assert(
      fc.property(world, ({ account, operation, input }) => {
        const read = cks.decode(request)(operation === name ? input : {})
        if (E.isRight(read)) onAccount(circumstances)(read.right as never)(account)
      }),
      { numRuns: 30 }
    )
  })
})

it('what an endpoint replies to a request that cannot be read is heard', () => {
  const reply = { exception: 'KMSInternalException', message: '' }
  const nothing = nothingBelieved(account.AccountId, account.Region)
  const { held } = hear(cks.defaultEdition)({ operation: 'DescribeKey', request: { KeyId: null }, reply })(
    nothing
  )
  expect(held).toBe('due to the outside')
})

it('the codecs that are exported read anything without throwing: see law 36', () => {
  const codecs = Object.values(cks as Readonly<Record<string, unknown>>).filter((u) => u instanceof t.Type)
  expect(codecs.length).toBeGreaterThan(30)
})

it('the README promises this, and no more', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(
    'What reads values from outside throws for none, whatever they are'
  )
})
