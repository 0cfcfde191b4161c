/** Programs without a mistake are accused of nothing, in any world of the default bounds. */
import { describe, expect, it } from 'vitest'
import { holdsInEveryWorld } from '../../src/testing/drive/everyWorld.js'
import type { WorldOptions } from '../../src/testing/options.js'
import { ofClient, storeThatIs } from './programs.js'
import * as right from '../../docs/examples/programs/right.js'

const disconnected = storeThatIs('DISCONNECTED')
const connected = storeThatIs('CONNECTED')
const failed = storeThatIs('FAILED')

describe('a right program passes through every world', () => {
  const cases: ReadonlyArray<[keyof typeof right, WorldOptions]> = [
    ['waitsUntilSettled', disconnected],
    ['givesUpAndDeletesAfterwards', disconnected],
    ['deletesWhenDisconnected', connected],
    ['reconnects', failed],
    ['makesAKeyWhenConnected', disconnected],
    ['updatesWhenDisconnected', connected],
    ['remembersTheAnswer', {}],
    ['deletesWithItsKeys', storeThatIs('CONNECTED', 1)],
    ['provisionsTwiceAtOnce', {}]
  ]

  it.each(cases)('%s', async (name, options) => {
    const report = await holdsInEveryWorld(ofClient(right[name]), options)
    expect(report.complete).toBe(true)
    expect(report.worlds).toBeGreaterThan(5)
  })

  it('all programs that are right are tried', () => {
    expect(cases.map(([name]) => name).sort()).toEqual(Object.keys(right).sort())
  })
})
