import * as E from 'fp-ts/lib/Either.js'
import { report } from '../codec/decode.js'
import type { Endpoint, Told } from './Endpoint.js'
import { endpoint } from './inProcess.js'
import type { Options } from './Options.js'

type PlainFunction<F> = F extends (...args: infer Args) => Told<infer A> ? (...args: Args) => A : F

/** An endpoint whose functions return what comes of them, and throw an Error where something is wrong with what they are told. */
export type ThrowingEndpoint = { readonly [Name in keyof Endpoint]: PlainFunction<Endpoint[Name]> }

const plain =
  <Args extends ReadonlyArray<unknown>, A>(name: string, run: (...args: Args) => Told<A>) =>
  (...args: Args): A => {
    const told = run(...args)
    if (E.isRight(told)) return told.right
    throw new Error(`${name}: ${report(told.left).join('; ')}`, { cause: told.left })
  }

/** The same endpoint, which throws where it would return a Left. The `cause` of the Error is what is wrong, as data. */
const orThrow = (told: Endpoint): ThrowingEndpoint => ({
  ...told,
  changeInfrastructure: plain('changeInfrastructure', told.changeInfrastructure),
  settle: plain('settle', told.settle),
  report: plain('report', told.report),
  fail: plain('fail', told.fail),
  recover: plain('recover', told.recover),
  changeQuotas: plain('changeQuotas', told.changeQuotas),
  advance: plain('advance', told.advance),
  begin: plain('begin', told.begin)
})

/**
 * A new endpoint for tests, as `endpoint` makes it; it and its functions throw an Error that says what is wrong with what they are given.
 *
 * @example
 * inProcess.endpointOrThrow({ connectionDelay: 'manual' }).accounts() //=> []
 */
export const endpointOrThrow = (options: Options = {}): ThrowingEndpoint =>
  orThrow(plain('endpoint', endpoint)(options))
