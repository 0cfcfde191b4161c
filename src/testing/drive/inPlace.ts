import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import promises from 'node:timers/promises'
import { promisify } from 'node:util'
import { drawing } from './drawing.js'
import { real, RealDate } from './realTime.js'
import { laterBy, type Aborting } from './virtualPromises.js'
import type { VirtualTime } from './VirtualTime.js'

/**
 * The clock of the run that is on, if one is. What stands in place of the timers asks for it each time: a program that keeps
 * `setTimeout` from one run uses it in the next, and after all of them it is the real one again.
 */
let current: VirtualTime | undefined
let draw = real.random

/** In milliseconds: the longest time that a timer of Node takes; what is longer counts as 1. */
const longest = 2_147_483_647

const waitOf = (milliseconds: unknown): number => {
  const wait = Number(milliseconds)
  return wait >= 1 && wait <= longest ? wait : 1
}

type Callback = (...args: ReadonlyArray<unknown>) => void
type Starting = (run: Callback, wait?: unknown, ...args: ReadonlyArray<unknown>) => unknown

const starting =
  (repeats: boolean, otherwise: unknown): Starting =>
  (run, wait, ...args) =>
    current === undefined
      ? (otherwise as Starting)(run, wait, ...args)
      : current.add(() => run(...args), waitOf(wait), repeats)

/** A timer that was there before the run is taken back as well. */
const clearing = (otherwise: (handle?: never) => void) => (handle?: unknown) => {
  if (current?.remove(handle) !== true) otherwise(handle as never)
}

const virtual = {
  setTimeout: starting(false, real.setTimeout),
  setInterval: starting(true, real.setInterval),
  clearTimeout: clearing(real.clearTimeout),
  clearInterval: clearing(real.clearInterval)
}

const { later, each } = laterBy(() => current, waitOf)
Object.defineProperty(virtual.setTimeout, promisify.custom, { value: later })

const VirtualDate = new Proxy(RealDate, {
  construct: (target, args, self) =>
    Reflect.construct(target, args.length === 0 && current ? [current.now()] : args, self) as object,
  apply: () => (current ? new RealDate(current.now()) : new RealDate()).toString(),
  get: (target, name) => (name === 'now' && current ? current.now : (Reflect.get(target, name) as unknown))
})

const nanoseconds = (): bigint =>
  current === undefined ? real.hrtime.bigint() : BigInt(Math.round(current.elapsed() * 1e6))

const hrtime = (since: readonly [number, number] = [0, 0]): readonly [number, number] => {
  const passed = nanoseconds() - (BigInt(since[0]) * 1_000_000_000n + BigInt(since[1]))
  return [Number(passed / 1_000_000_000n), Number(passed % 1_000_000_000n)]
}

const timeoutSignal = (milliseconds: number) => {
  if (current === undefined) return real.timeoutSignal(milliseconds)
  const end = new AbortController()
  const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  current.add(() => end.abort(reason), Math.max(milliseconds, 0), false)
  return end.signal
}

/** Puts members in place of others of the same names, until the function that it returns is called. */
const replace = (target: object, members: Readonly<Record<string, unknown>>): (() => void) => {
  const before = Object.keys(members).map(
    (name) => [name, Object.getOwnPropertyDescriptor(target, name)] as const
  )
  for (const [name, value] of Object.entries(members))
    Object.defineProperty(target, name, { value, configurable: true, writable: true })
  return () => {
    for (const [name, descriptor] of before)
      if (descriptor === undefined) Reflect.deleteProperty(target, name)
      else Object.defineProperty(target, name, descriptor)
  }
}

/**
 * Puts a clock in the place of that of this process, and the same numbers in place of random ones, as an SDK draws how long it
 * waits: until the function that it returns is called.
 */
export const putInPlace = (time: VirtualTime): (() => void) => {
  current = time
  draw = drawing()
  const restore = [
    replace(globalThis, { ...virtual, Date: VirtualDate }),
    replace(RealDate.prototype, { constructor: VirtualDate }),
    replace(timers, virtual),
    replace(promises, { setTimeout: later, setInterval: each }),
    replace(promises.scheduler, {
      wait: (wait: unknown, options?: Aborting) => later(wait, undefined, options)
    }),
    replace(AbortSignal, { timeout: timeoutSignal }),
    replace(performance, { now: () => current?.elapsed() ?? real.measure() }),
    replace(process, { hrtime: Object.assign(hrtime, { bigint: nanoseconds }) }),
    replace(Math, { random: () => (current ? draw() : real.random()) })
  ]
  syncBuiltinESMExports()
  return () => {
    current = undefined
    restore.reverse().forEach((undo) => undo())
    syncBuiltinESMExports()
  }
}
