import timers from 'node:timers'
import promises from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { everyWorld, holdsInEveryWorld } from '../../src/testing/drive/everyWorld.js'
import type { Program } from '../../src/testing/drive/Program.js'
import { busyMachine } from './programs.js'

/** What a process has one of, and virtual time stands in for. */
const places = (): ReadonlyArray<unknown> => {
  const names = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'Date']
  const members: ReadonlyArray<readonly [object, ReadonlyArray<string>]> = [
    [globalThis, names],
    [timers, names.slice(0, 4)],
    [promises, ['setTimeout', 'setInterval']],
    [promises.scheduler, ['wait']],
    [Date.prototype, ['constructor']],
    [performance, ['now']],
    [process, ['hrtime']],
    [Math, ['random']],
    [AbortSignal, ['timeout']]
  ]
  return members.flatMap(([owner, of]) => of.map((name): unknown => Reflect.get(owner, name)))
}

const before = places()
const hour = 3_600_000

/** How many milliseconds of virtual time something takes. */
const taking = async (wait: () => unknown): Promise<number> => {
  let passed = 0
  const program: Program = async ({ now }) => {
    const begun = now()
    await wait()
    passed = now() - begun
  }
  await holdsInEveryWorld(program, { ...busyMachine, findings: { asksNothing: false } })
  return passed
}

afterEach(() => {
  vi.useRealTimers()
  expect(places()).toEqual(before)
})

describe('an hour of virtual time passes at once', () => {
  it.each<[string, () => unknown]>([
    ['setTimeout', () => new Promise((resolve) => setTimeout(resolve, hour))],
    ['setTimeout of node:timers', () => new Promise((resolve) => timers.setTimeout(resolve, hour))],
    ['promisify(setTimeout)', () => promisify(setTimeout)(hour)],
    ['setTimeout of node:timers/promises', () => promises.setTimeout(hour)],
    ['scheduler.wait', () => promises.scheduler.wait(hour)],
    [
      'AbortSignal.timeout',
      () => new Promise((resolve) => AbortSignal.timeout(hour).addEventListener('abort', resolve))
    ],
    [
      'setInterval of node:timers/promises',
      async () => {
        let turns = 0
        for await (const value of promises.setInterval(hour / 4, 'turn')) {
          expect(value).toBe('turn')
          turns += 1
          if (turns === 4) return
        }
      }
    ],
    [
      'setInterval',
      () =>
        new Promise<void>((resolve) => {
          let turns = 0
          const every = setInterval(() => {
            turns += 1
            if (turns < 4) return
            clearInterval(every)
            resolve()
          }, hour / 4)
        })
    ],
    [
      'a timer that is begun again, before and after it has run',
      () =>
        new Promise<void>((resolve) => {
          let runs = 0
          const timer = setTimeout(() => {
            runs += 1
            if (runs === 2) resolve()
            else timer.refresh()
          }, hour * 0.4)
          setTimeout(() => timer.refresh(), hour * 0.2)
        })
    ]
  ])('%s', async (_, wait) => {
    expect(await taking(wait)).toBe(hour)
  })

  it('by every clock', async () => {
    const clocks = [
      () => Date.now(),
      () => new Date().getTime(),
      () => Date.parse(Date()),
      () => performance.now(),
      () => Number(process.hrtime.bigint() / 1_000_000n),
      () => process.hrtime()[0] * 1000
    ]
    const passed: Array<number> = []
    const since: Array<number> = []
    await taking(async () => {
      const begun = clocks.map((clock) => clock())
      const start = process.hrtime()
      await promises.setTimeout(hour)
      passed.push(...clocks.map((clock, i) => clock() - (begun[i] ?? 0)))
      since.push(...process.hrtime(start))
    })
    expect(passed).toEqual(clocks.map(() => hour))
    expect(since).toEqual([hour / 1000, 0])
  })
})

describe('a timer', () => {
  it('that is taken back does not run, however it is taken back', async () => {
    const ran: Array<string> = []
    const passed = await taking(async () => {
      clearTimeout(setTimeout(() => ran.push('handle'), 1))
      clearTimeout(Number(setTimeout(() => ran.push('number'), 1)))
      clearTimeout(String(Number(setTimeout(() => ran.push('text'), 1))))
      const closed = setTimeout(() => ran.push('closed'), 1)
        .unref()
        .ref()
      closed.close().refresh()
      expect(closed.hasRef()).toBe(true)
      clearTimeout(undefined)
      await promises.setTimeout(10)
    })
    expect([ran, passed]).toEqual([[], 10])
  })

  it('of the time before is taken back as such, and takes no other with it', async () => {
    const ran: Array<string> = []
    const earlier = Array.from({ length: 5 }, () => setTimeout(() => ran.push('earlier'), 5))
    await taking(async () => {
      for (let i = 0; i < 50; i += 1) setTimeout(() => ran.push('run'), 1)
      earlier.forEach((timer) => clearTimeout(timer))
      await promises.setTimeout(10)
    })
    await promises.setTimeout(20)
    expect(ran).toEqual(Array.from({ length: 50 }, () => 'run'))
  })

  it('with a longer wait than Node has, or with none, takes a millisecond', async () => {
    expect(await taking(() => promises.setTimeout(3_000_000_000))).toBe(1)
    expect(await taking(() => promises.setTimeout())).toBe(1)
    expect(await taking(() => promises.setTimeout(0))).toBe(1)
  })

  it('of node:timers/promises rejects when its signal is aborted, before or meanwhile', async () => {
    const errors: Array<unknown> = []
    await taking(async () => {
      const end = new AbortController()
      setTimeout(() => end.abort('enough'), 10)
      await promises
        .setTimeout(hour, undefined, { signal: end.signal })
        .catch((error: unknown) => errors.push(error))
      await promises
        .setTimeout(hour, undefined, { signal: end.signal })
        .catch((error: unknown) => errors.push(error))
    })
    expect(errors).toMatchObject(
      [1, 2].map(() => ({ name: 'AbortError', code: 'ABORT_ERR', cause: 'enough' }))
    )
  })

  it('that is kept from one run works in the next, and afterwards', async () => {
    const kept: Array<(milliseconds: number) => Promise<unknown>> = []
    await taking(() => kept.push(promisify(setTimeout)))
    expect(await taking(() => kept[0]?.(hour))).toBe(hour)
    expect(await kept[0]?.(1)).toBe(undefined)
  })
})

describe('nothing is left in place', () => {
  it('where the program throws, or the options are wrong', async () => {
    await everyWorld(() => {
      throw new Error('no')
    })
    await expect(everyWorld(() => Promise.resolve(), { looks: ['x'] } as never)).rejects.toThrow('looks')
    await expect(
      everyWorld(() => Promise.resolve(), {
        succeeded: () => {
          throw new Error('succeeded')
        }
      })
    ).rejects.toThrow('succeeded')
  })

  it('where fake timers are on, which are on again afterwards', async () => {
    vi.useFakeTimers({
      toFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'Date',
        'performance',
        'setImmediate'
      ]
    })
    const fake = places()
    expect(await taking(() => promises.setTimeout(hour))).toBe(hour)
    expect(await taking(() => new Promise((resolve) => setTimeout(resolve, hour)))).toBe(hour)
    expect(places()).toEqual(fake)
  })

  it('but dates are dates', async () => {
    await taking(() => {
      class Day extends Date {}
      const day = new Day()
      expect(day).toBeInstanceOf(Date)
      expect(day.getTime()).toBe(Date.now())
      expect(new Date().constructor).toBe(Date)
      expect(new Date(5).getTime()).toBe(5)
    })
  })
})

describe('random numbers', () => {
  it('are the same in every run, as what an SDK waits between two attempts depends on them', async () => {
    const drawn: Array<ReadonlyArray<number>> = []
    const draw = () => drawn.push([Math.random(), Math.random()])
    await taking(draw)
    await taking(draw)
    const [one, other] = drawn
    expect(one).toEqual(other)
    expect(one?.[0]).not.toBe(one?.[1])
    expect(one?.every((n) => n >= 0 && n < 1)).toBe(true)
  })
})
