/** Laws of the facts of an operation: they are gathered as an account finds them, and about nothing else. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import * as cks from '../../src/index.js'
import * as any from '../arbitraries.js'
import { isAccepted, keyIn, memberOf, ofEveryStep, runs, storeNamed } from './everyHistory.js'
import { commands, history, start, type Step } from './history.js'

type AnyFunction = (...args: ReadonlyArray<unknown>) => unknown
type WithFacts = AnyFunction & { readonly facts: AnyFunction; readonly explain: AnyFunction }

const applied = (f: AnyFunction, args: ReadonlyArray<unknown>): unknown =>
  args.reduce<unknown>((so, arg) => (so as AnyFunction)(arg), f)

const onStore: ReadonlyArray<string> = [
  'ConnectCustomKeyStore',
  'DisconnectCustomKeyStore',
  'DeleteCustomKeyStore',
  'GenerateRandom'
]
const onStoreAsRequested: ReadonlyArray<string> = ['UpdateCustomKeyStore', 'CreateKey']

/** The operation of a step under the edition, if facts of it can be gathered. */
const operationOf = ({ command }: Step, edition: cks.EditionName): WithFacts | undefined => {
  const operation = Object.values(cks.under(edition)).find(
    (each: unknown) => (each as { readonly operation?: string }).operation === command.does
  ) as WithFacts | undefined
  return operation?.facts && operation
}

/** What an operation takes after its facts, and what its facts are gathered from; nothing where the step names nothing. */
const argumentsOf = ({ command, before }: Step, request: unknown) => {
  if (command.does === 'CreateCustomKeyStore') return { after: [request], from: [request] }
  const key = keyIn(before, command)
  if (key !== undefined) {
    const store = storeNamed(before, key.CustomKeyStoreId)
    return { after: [store, key], from: [request, store, key] }
  }
  const store = storeNamed(before, memberOf(command, 'CustomKeyStoreId'))
  if (store === undefined) return undefined
  if (onStore.includes(command.does)) return { after: [store], from: [store] }
  return onStoreAsRequested.includes(command.does)
    ? { after: [request, store], from: [request, store] }
    : undefined
}

const nameOf = (answer: unknown): unknown =>
  (answer as E.Either<{ readonly name: string }, unknown>)._tag === 'Left'
    ? (answer as E.Left<{ readonly name: string }>).left.name
    : 'accepted'

/** What was tried where the facts of a step decide as the operation on the account did; undefined where it has none. */
const decided = (step: Step, edition: cks.EditionName): string | undefined => {
  const { command, before, given } = step
  const operation = operationOf(step, edition)
  if (operation === undefined || !('request' in command)) return undefined
  const { request: codec } = operation as unknown as cks.AnyOperation
  const request = cks.decode(codec)(command.request)
  const args = E.isRight(request) ? argumentsOf(step, request.right) : undefined
  if (args === undefined) return undefined
  const facts = applied(operation.facts, [{ ...given, account: before }, ...args.from])
  const answer = applied(operation, [facts, ...args.after])
  expect([command.does, nameOf(answer)]).toEqual([command.does, nameOf(step.answer)])
  return `${command.does} ${isAccepted(step) ? 'accepted' : 'refused'}`
}

describe('the facts of an operation', () => {
  ofEveryStep('56. as they are gathered, decide as the operation on the account does', (step, edition) => {
    decided(step, edition)
  })

  test('the law is tried on operations of every form', () => {
    const worlds = fc.sample(fc.tuple(any.editionName, start, commands), { seed: 1, ...runs })
    const tried = worlds.flatMap(([edition, account, what]) =>
      history(edition, account, what).map((step) => decided(step, edition))
    )
    const accepted = tried.filter((each) => each?.endsWith(' accepted')).map((each) => each!.split(' ')[0]!)
    const aboutStores = ['CreateCustomKeyStore', ...onStore, ...onStoreAsRequested]
    expect(accepted).toContain('CreateCustomKeyStore')
    expect(accepted.some((does) => onStore.includes(does))).toBe(true)
    expect(accepted.some((does) => onStoreAsRequested.includes(does))).toBe(true)
    expect(accepted.some((does) => !aboutStores.includes(does))).toBe(true)
  })

  test('57. that are about another store are a TypeError, of the operation and of its explanation', () => {
    const behindOf = (store: cks.CustomKeyStore) => cks.behind(cks.healthyInfrastructure, store)
    const throws = (f: AnyFunction, args: ReadonlyArray<unknown>): void => {
      for (const each of [f, (f as WithFacts).explain]) {
        if (each !== undefined) expect(() => applied(each, args)).toThrow(/ takes facts about the .*, not /)
      }
    }
    fc.assert(
      fc.property(any.store, any.store, (store, other) => {
        const [facts, own] = [behindOf(other), behindOf(store)]
        fc.pre(store.CustomKeyStoreType === other.CustomKeyStoreType)
        fc.pre(JSON.stringify(facts).toLowerCase() !== JSON.stringify(own).toLowerCase())
        const isServiceAlone = JSON.stringify(facts.proxy) === JSON.stringify(own.proxy)
        fc.pre(cks.isCloudHsm(store) || !isServiceAlone || own.vpcEndpointService !== undefined)
        fc.pre(cks.isCloudHsm(store) || !isServiceAlone || facts.vpcEndpointService !== undefined)
        const request = { CustomKeyStoreId: store.CustomKeyStoreId }
        const connecting = { ...store, ConnectionState: 'CONNECTING' }
        throws(cks.useKey as AnyFunction, [facts, store, {}])
        throws(cks.settle as AnyFunction, [facts, connecting])
        throws(cks.connectionErrorCode as AnyFunction, [facts, connecting])
        throws(cks.update as AnyFunction, [{ ...facts, others: [] }, request, store])
        if (cks.isCloudHsm(store)) throws(cks.connect as AnyFunction, [facts, store])
        if (cks.isCloudHsm(store)) throws(cks.generateRandom as AnyFunction, [facts, store])
      }),
      runs
    )
  })

  test('a request about another store is a TypeError, also where its facts are gathered', () => {
    fc.assert(
      fc.property(any.store, (store) => {
        const request = { CustomKeyStoreId: `${store.CustomKeyStoreId}-other` } as never
        const message = / takes a request about the custom key store .*, not .*-other$/
        expect(() => cks.update({ others: [] })(request)(store)).toThrow(message)
        expect(() => cks.update.explain({ others: [] })(request)(store)).toThrow(message)
        expect(() => cks.update.facts({} as never)(request)(store)).toThrow(message)
        expect(() => cks.createKey({} as never)(request)(store)).toThrow(message)
      }),
      runs
    )
  })
})
