import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import promises from 'node:timers/promises'
import { promisify } from 'node:util'
import { RealDate } from './realTime.js'

/** A clock that only moves when nothing else is left to do. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Goes to the next timer and runs it; false if there is none. */
  readonly toNext: () => boolean
  /** Lets so many milliseconds pass, and runs the timers that are due meanwhile. */
  readonly pass: (milliseconds: number) => void
  /** Puts it in the place of the timers and the date of this process, until the function that it returns is called. */
  readonly install: () => () => void
}

interface Timer {
  readonly due: number
  readonly run: () => void
  readonly every: number | undefined
}

/** In milliseconds: the longest time that a timer of Node takes; what is longer counts as 1. */
const longest = 2_147_483_647

const waitOf = (milliseconds: unknown): number => {
  const wait = Number(milliseconds)
  return wait >= 1 && wait <= longest ? wait : 1
}

type Callback = (...args: ReadonlyArray<unknown>) => void

export const virtualTime = (begin: number): VirtualTime => {
  const waiting = new Map<number, Timer>()
  let now = begin
  let made = 0

  const handleOf = (id: number) => {
    const handle = {
      ref: () => handle,
      unref: () => handle,
      hasRef: () => true,
      refresh: () => {
        const timer = waiting.get(id)
        if (timer) waiting.set(id, { ...timer, due: now + (timer.every ?? timer.due - now) })
        return handle
      },
      close: () => waiting.delete(id),
      [Symbol.toPrimitive]: () => id
    }
    return handle
  }

  const add = (run: () => void, wait: number, repeats: boolean) => {
    made += 1
    waiting.set(made, { due: now + wait, run, every: repeats ? wait : undefined })
    return handleOf(made)
  }

  const next = (): readonly [number, Timer] | undefined =>
    [...waiting].reduce<readonly [number, Timer] | undefined>(
      (first, one) => (first === undefined || one[1].due < first[1].due ? one : first),
      undefined
    )

  const runNext = (until: number): boolean => {
    const first = next()
    if (first === undefined || first[1].due > until) return false
    const [id, timer] = first
    now = Math.max(now, timer.due)
    if (timer.every === undefined) waiting.delete(id)
    else waiting.set(id, { ...timer, due: now + timer.every })
    timer.run()
    return true
  }

  const later = (milliseconds?: unknown, value?: unknown): Promise<unknown> =>
    new Promise((resolve) => add(() => resolve(value), waitOf(milliseconds), false))

  const setTimeout = (run: Callback, wait?: unknown, ...args: ReadonlyArray<unknown>) =>
    add(() => run(...args), waitOf(wait), false)
  Object.defineProperty(setTimeout, promisify.custom, { value: later })

  const replacements = {
    setTimeout,
    setInterval: (run: Callback, wait?: unknown, ...args: ReadonlyArray<unknown>) =>
      add(() => run(...args), waitOf(wait), true),
    clearTimeout: (handle: unknown) => waiting.delete(Number(handle)),
    clearInterval: (handle: unknown) => waiting.delete(Number(handle))
  }

  const VirtualDate = new Proxy(RealDate, {
    construct: (target, args, self) =>
      Reflect.construct(target, args.length === 0 ? [now] : args, self) as object,
    apply: () => new RealDate(now).toString(),
    get: (target, name) => (name === 'now' ? () => now : (Reflect.get(target, name) as unknown))
  })

  /** Puts members in place of others of the same names, until the function that it returns is called. */
  const replace = (target: object, members: object): (() => void) => {
    const before = Object.entries(Object.getOwnPropertyDescriptors(target)).filter(
      ([name]) => name in members
    )
    for (const [name, value] of Object.entries(members) as ReadonlyArray<[string, unknown]>)
      Object.defineProperty(target, name, { value, configurable: true, writable: true })
    return () => {
      for (const [name, descriptor] of before) Object.defineProperty(target, name, descriptor)
    }
  }

  return {
    now: () => now,
    sleep: (milliseconds) => new Promise((resolve) => add(resolve, Math.max(milliseconds, 0), false)),
    toNext: () => runNext(Infinity),
    pass: (milliseconds) => {
      const until = now + milliseconds
      while (runNext(until));
      now = until
    },
    install: () => {
      const restore = [
        replace(globalThis, { ...replacements, Date: VirtualDate }),
        replace(timers, replacements),
        replace(promises, { setTimeout: later })
      ]
      syncBuiltinESMExports()
      return () => {
        restore.forEach((undo) => undo())
        waiting.clear()
        syncBuiltinESMExports()
      }
    }
  }
}
