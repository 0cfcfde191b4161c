/** A clock that only moves when nothing else is left to do. All times are in milliseconds. */
export interface VirtualTime {
  /** Since 1970. */
  readonly now: () => number
  /** Since the beginning. */
  readonly elapsed: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Runs something once after a wait, or each time that so long has passed. */
  readonly add: (run: () => void, wait: number, repeats: boolean) => TimerHandle
  /** Takes a timer back, by its handle or by the number of it; false if it is none of this clock. */
  readonly remove: (handle: unknown) => boolean
  /** Goes to the next timer and runs it; false if there is none. */
  readonly toNext: () => boolean
  /** Lets so many milliseconds pass, and runs the timers that are due meanwhile. */
  readonly pass: (milliseconds: number) => void
}

/** What Node gives for a timer. */
export interface TimerHandle {
  readonly ref: () => TimerHandle
  readonly unref: () => TimerHandle
  readonly hasRef: () => boolean
  readonly refresh: () => TimerHandle
  readonly close: () => TimerHandle
  readonly [Symbol.toPrimitive]: () => number
}

interface Timer {
  readonly due: number
  readonly run: () => void
  readonly every: number | undefined
}

/** Lets a timer be given back by `using`, where the platform knows that. */
const disposal: unknown = Reflect.get(Symbol, 'dispose')

export const virtualTime = (begin: number): VirtualTime => {
  const waiting = new Map<number, Timer>()
  const numbers = new WeakMap<object, number>()
  const removed = new Set<number>()
  let now = begin
  let made = 0

  const removeNumber = (id: number): boolean => {
    removed.add(id)
    return waiting.delete(id)
  }

  const add: VirtualTime['add'] = (run, wait, repeats) => {
    made += 1
    const id = made
    const start = () =>
      removed.has(id)
        ? undefined
        : waiting.set(id, { due: now + wait, run, every: repeats ? wait : undefined })
    const handle: TimerHandle = {
      ref: () => handle,
      unref: () => handle,
      hasRef: () => true,
      refresh: () => {
        start()
        return handle
      },
      close: () => {
        removeNumber(id)
        return handle
      },
      [Symbol.toPrimitive]: () => id,
      ...(typeof disposal === 'symbol' && { [disposal]: () => removeNumber(id) })
    }
    numbers.set(handle, id)
    start()
    return handle
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

  return {
    now: () => now,
    elapsed: () => now - begin,
    sleep: (milliseconds) => new Promise((resolve) => add(resolve, Math.max(milliseconds, 0), false)),
    add,
    remove: (handle) => {
      if (typeof handle === 'number' || typeof handle === 'string') return removeNumber(Number(handle))
      if (typeof handle !== 'object' || handle === null) return false
      const id = numbers.get(handle)
      if (id !== undefined) removeNumber(id)
      return id !== undefined
    },
    toNext: () => runNext(Infinity),
    pass: (milliseconds) => {
      const until = now + milliseconds
      while (runNext(until));
      now = until
    }
  }
}
