/** A memory as texts, endpoints that go on with what it has, and what one account asks of them. */
import * as E from 'fp-ts/lib/Either.js'
import type { Endpoint } from '../../src/endpoint/Endpoint.js'
import { rememberingEndpoint } from '../../src/endpoint/inProcess.js'
import type { Memory } from '../../src/endpoint/keptEntry.js'
import type { Options } from '../../src/endpoint/Options.js'
import type { AccountId, CustomKeyStoreId } from '../../src/model/identifiers.js'

/** Keeps as JSON, and knows the names of what it was told. */
export const memory = () => {
  const texts = new Map<string, string>()
  const told: Array<string> = []
  const taken = (): Memory => ({
    entries: new Map([...texts].map(([name, text]) => [name, JSON.parse(text) as unknown])),
    keep: (name, entry) => {
      told.push(name)
      if (entry === undefined) texts.delete(name)
      else texts.set(name, JSON.stringify(entry))
    }
  })
  return { texts, taken, told }
}

export const started = (from: Memory, options: Options = {}): Endpoint => {
  const made = rememberingEndpoint(options, from)
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
  return made.right
}

/** An endpoint that is replaced after each call by another one, which knows no more than was kept. */
export const restarting = (options: Options): Endpoint => {
  const { taken } = memory()
  let now = started(taken(), options)
  const call =
    <A extends ReadonlyArray<unknown>, B>(of: (endpoint: Endpoint) => (...args: A) => B) =>
    (...args: A): B => {
      const came = of(now)(...args)
      now = started(taken(), options)
      return came
    }
  return {
    answer: call(({ answer }) => answer),
    accounts: call(({ accounts }) => accounts),
    infrastructure: call(({ infrastructure }) => infrastructure),
    changeInfrastructure: call(({ changeInfrastructure }) => changeInfrastructure),
    settle: call(({ settle }) => settle),
    report: call(({ report }) => report),
    fail: call(({ fail }) => fail),
    requests: call(({ requests }) => requests),
    recover: call(({ recover }) => recover),
    changeQuotas: call(({ changeQuotas }) => changeQuotas),
    advance: call(({ advance }) => advance),
    begin: call(({ begin }) => begin),
    reset: call(({ reset }) => reset)
  }
}

const caller = {
  account: '111122223333' as AccountId,
  principal: 'arn:aws:iam::111122223333:user/one',
  region: 'us-east-1'
}

export const ask = (endpoint: Endpoint, operation: string, input: object) => {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `TrentService.${operation}`
  }
  const { status, body } = endpoint.answer(caller, {
    method: 'POST',
    path: '/',
    headers,
    body: JSON.stringify(input)
  })
  const read = JSON.parse(body === '' ? '{}' : body) as Readonly<Record<string, unknown>>
  return { status, ...read } as { readonly status: number } & Readonly<Record<string, unknown>>
}

export const creation = {
  CustomKeyStoreName: 'one',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'any',
  KeyStorePassword: 'kmsPswd1'
}

export const created = (endpoint: Endpoint) =>
  ask(endpoint, 'CreateCustomKeyStore', creation)['CustomKeyStoreId'] as CustomKeyStoreId
