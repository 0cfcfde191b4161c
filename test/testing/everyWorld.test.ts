import { promisify } from 'node:util'
import {
  ConnectCustomKeyStoreCommand,
  DescribeCustomKeyStoresCommand,
  DisconnectCustomKeyStoreCommand,
  KMSClient
} from '@aws-sdk/client-kms'
import { describe, expect, it } from 'vitest'
import { everyWorld, holdsInEveryWorld } from '../../src/testing/drive/everyWorld.js'
import type { Program } from '../../src/testing/drive/Program.js'
import type { WorldOptions } from '../../src/testing/options.js'
import { storyOf, testOf } from '../../src/testing/story.js'
import type { WorldsReport } from '../../src/testing/WorldsReport.js'
import { busyMachine, ofClient, storeThatIs, type AwsProgram } from './programs.js'
import * as right from '../../docs/examples/programs/right.js'
import * as wrong from '../../docs/examples/programs/wrong.js'

const disconnected = storeThatIs('DISCONNECTED')
const connected = storeThatIs('CONNECTED')
const failed = storeThatIs('FAILED')

const found = ({ faults }: WorldsReport) => faults.map(({ finding, about }) => `${finding}: ${about}`)

describe('a wrong program is found out, with stories of at most eight calls: ', () => {
  const cases: ReadonlyArray<[keyof typeof wrong, WorldOptions, ReadonlyArray<string>]> = [
    [
      'waitsForConnectedAlone',
      disconnected,
      ['endlessWait: DescribeCustomKeyStores FAILED', 'endlessWait: DescribeCustomKeyStores DISCONNECTED']
    ],
    [
      'givesUpAndDeletes',
      disconnected,
      [
        'swallowedRefusal: DeleteCustomKeyStore CustomKeyStoreInvalidStateException',
        'notWhereItSays: CONNECTED',
        'swallowedRefusal: DeleteCustomKeyStore ThrottlingException'
      ]
    ],
    ['deletesAtOnce', connected, ['sentWhereRefused: DeleteCustomKeyStore DISCONNECTING']],
    ['updatesTooSoon', connected, ['sentWhereRefused: UpdateCustomKeyStore DISCONNECTING']],
    ['reconnectsAtOnce', failed, ['sentWhereRefused: ConnectCustomKeyStore FAILED']],
    [
      'makesAKeyTooSoon',
      disconnected,
      [
        'sentWhereRefused: CreateKey FAILED',
        'sentWhereRefused: CreateKey CONNECTING',
        'leftBehind: CreateKey'
      ]
    ],
    [
      'deletesWithItsKeysAtOnce',
      storeThatIs('CONNECTED', 1),
      [
        'swallowedRefusal: DeleteCustomKeyStore CustomKeyStoreHasCMKsException',
        'swallowedRefusal: DeleteCustomKeyStore CustomKeyStoreInvalidStateException',
        'swallowedRefusal: DeleteCustomKeyStore ThrottlingException'
      ]
    ],
    [
      'rotatesTwiceAtOnce',
      connected,
      ['givesUpForNothing: ', 'sentWhereRefused: UpdateCustomKeyStore CONNECTED']
    ],
    [
      'remembersBeforeTheAnswer',
      {},
      ['swallowedRefusal: CreateCustomKeyStore ThrottlingException', 'leftBehind: CreateCustomKeyStore']
    ]
  ]

  it.each(cases)('%s', async (name, options, faults) => {
    const report = await everyWorld(ofClient(wrong[name]), options)
    expect(found(report)).toEqual(faults)
    expect(report.complete).toBe(true)
    for (const fault of report.faults) {
      const calls = storyOf(fault)
        .split('\n')
        .filter((line) => /^ *\d+ /.test(line))
      expect(calls.length).toBeGreaterThan(0)
      expect(calls.length).toBeLessThanOrEqual(8)
    }
  })

  it('all programs that are wrong are tried', () => {
    expect(cases.map(([name]) => name).sort()).toEqual(Object.keys(wrong).sort())
  })
})

it('a refusal is made up for by what others do: what it asked for came about', async () => {
  const tolerant: AwsProgram = async (kms, id) => {
    const CustomKeyStoreId = id
    await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId })).catch(() => undefined)
    for (let tries = 0; tries < 5; tries += 1) {
      const { CustomKeyStores } = await kms.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
      if (CustomKeyStores![0]!.ConnectionState !== 'DISCONNECTED') continue
      await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
      return
    }
    throw new Error('It is still not disconnected.')
  }
  expect(found(await everyWorld(ofClient(tolerant), connected))).toEqual([])
})

describe('requests at once', () => {
  it('are made in the same order in every run, though an SDK draws how long it waits', async () => {
    const both: Program = async ({ config, account }) => {
      const kms = new KMSClient(config)
      await Promise.all(
        account().stores.map(({ CustomKeyStoreId }) => right.deletesWhenDisconnected(kms, CustomKeyStoreId))
      )
    }
    const two = [{ ConnectionState: 'CONNECTED' }, { ConnectionState: 'FAILED' }] as const
    const report = await holdsInEveryWorld(both, { ...busyMachine, stores: two })
    expect(report.complete).toBe(true)
  })
})

describe('a story', () => {
  it('tells each request, answer and state, what happened, the rule, and its page', async () => {
    const { faults } = await everyWorld(ofClient(wrong.deletesAtOnce), connected)
    expect(faults.map(storyOf)).toEqual([
      [
        'sentWhereRefused: DeleteCustomKeyStore is sent while cks-1234567890abcdef0 is DISCONNECTING, where the documentation says that it is refused.',
        '  1  DisconnectCustomKeyStore cks-1234567890abcdef0 → accepted: DISCONNECTING',
        '     ~ cks-1234567890abcdef0 is seen DISCONNECTING once (documented: https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html)',
        '  2  DeleteCustomKeyStore cks-1234567890abcdef0 → CustomKeyStoreInvalidStateException',
        '     § DeleteCustomKeyStore is valid only when the ConnectionState is DISCONNECTED. (https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html)',
        '     All of it is documented: https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html',
        '     Again: everyWorld(program, { world: [{ point: 1, choice: "cks-1234567890abcdef0 is seen DISCONNECTING once" }] })'
      ].join('\n')
    ])
  })

  it('names what was made', async () => {
    const { faults } = await everyWorld(ofClient(wrong.remembersBeforeTheAnswer), {
      check: ({ exchanges }) => expect(exchanges.length).toBe(0)
    })
    expect(faults.map(storyOf).join()).toContain(
      'CreateCustomKeyStore Provisioned → accepted: cks-00000000000000001'
    )
  })

  it('names the assumption without which it would not be so', async () => {
    const { faults } = await everyWorld(ofClient(wrong.makesAKeyTooSoon), disconnected)
    const story = faults.filter(({ finding }) => finding === 'leftBehind').map(storyOf)
    expect(story.join()).toContain('Without A119 it would not be so')
  })

  it('is told again by its world', async () => {
    const { faults } = await everyWorld(ofClient(wrong.waitsForConnectedAlone), disconnected)
    for (const fault of faults) {
      const again = await everyWorld(ofClient(wrong.waitsForConnectedAlone), {
        ...disconnected,
        world: fault.world
      })
      expect(again.worlds).toBe(1)
      expect(again.faults.map(({ finding, about }) => [finding, about])).toEqual([
        [fault.finding, fault.about]
      ])
    }
  })
})

it('a test as text runs the world again, and fails', async () => {
  const { faults } = await everyWorld(ofClient(wrong.deletesAtOnce), connected)
  const titles: Array<string> = []
  const tests: Array<Promise<unknown>> = []
  const told: Array<unknown> = []
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is a test that is written as text
  const run = new Function('it', 'expect', 'everyWorld', 'program', 'options', testOf(faults[0]!))
  run(
    (title: string, test: () => Promise<unknown>) => {
      titles.push(title)
      tests.push(test())
    },
    (value: ReadonlyArray<{ finding: string }>) => ({
      toEqual: () => told.push(value.map(({ finding }) => finding))
    }),
    everyWorld,
    ofClient(wrong.deletesAtOnce),
    connected
  )
  await Promise.all(tests)
  expect(titles).toEqual([faults[0]!.says])
  expect(told).toEqual([['sentWhereRefused']])
})

describe('what is assumed', () => {
  it('is not that KMS may throttle, which it documents, though its quotas are not modelled', async () => {
    const { faults } = await everyWorld(ofClient(wrong.remembersBeforeTheAnswer))
    const throttled = faults.filter(({ about }) => about.endsWith('ThrottlingException'))
    expect(throttled.map(({ assumes }) => assumes)).toEqual([[]])
  })

  it('can be left out', async () => {
    const report = await everyWorld(ofClient(wrong.makesAKeyTooSoon), {
      ...disconnected,
      documentedOnly: true
    })
    expect(found(report)).toEqual([
      'sentWhereRefused: CreateKey FAILED',
      'sentWhereRefused: CreateKey CONNECTING'
    ])
    expect(report.faults.flatMap(({ assumes }) => assumes)).toEqual([])
  })
})

describe('the options', () => {
  it('switch off a kind of fault by its name', async () => {
    const report = await everyWorld(ofClient(wrong.makesAKeyTooSoon), {
      ...disconnected,
      findings: { sentWhereRefused: false }
    })
    expect(found(report)).toEqual(['leftBehind: CreateKey'])
  })

  it('set the bounds: nothing goes wrong where nothing may', async () => {
    const report = await everyWorld(ofClient(wrong.makesAKeyTooSoon), {
      ...disconnected,
      bounds: { together: 0 }
    })
    expect(report).toEqual({ worlds: 1, complete: true, faults: [] })
  })

  it('hold the program to a goal, where it does not look itself', async () => {
    const fires: AwsProgram = async (kms, id) => wrong.makesAKeyTooSoon(kms, id).catch(() => undefined)
    const report = await everyWorld(ofClient(fires), {
      ...disconnected,
      goal: 'CONNECTED',
      findings: { swallowedRefusal: false, sentWhereRefused: false, leftBehind: false }
    })
    expect(found(report)).toEqual(['notWhereItSays: CONNECTED'])
  })

  it('make assertions of your own', async () => {
    const report = await everyWorld(ofClient(right.waitsUntilSettled), {
      ...disconnected,
      check: ({ ending }) => {
        if (ending.how === 'rejected') throw new Error('it gave up')
      }
    })
    expect(found(report)).toEqual(['threw: Error: it gave up'])
  })

  it('make assertions at once, and not later', async () => {
    const late = (): unknown => Promise.reject(new Error('late'))
    const report = await everyWorld(ofClient(right.deletesWhenDisconnected), { ...connected, check: late })
    expect(found(report).join()).toContain('must not be async')
  })

  it('have their default where they are undefined', async () => {
    const bounds = { together: undefined } as never
    const report = await everyWorld(ofClient(wrong.deletesAtOnce), { ...connected, bounds })
    expect(report.faults.length).toBe(1)
  })

  it('name one world, which has to be one of the program', async () => {
    const world = [{ point: 99, choice: 'the end of it' }]
    await expect(everyWorld(ofClient(right.reconnects), { ...failed, world })).rejects.toThrow(
      'does not come into this world'
    )
  })

  it('hold a test to every world, unless they say how many are enough', async () => {
    const hanging = ofClient(async (kms, id) => {
      await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId: id })).catch(() => undefined)
      await new Promise(() => undefined)
    })
    const options = { ...connected, idle: 10, findings: { neverEnds: false } }
    await expect(holdsInEveryWorld(hanging, options)).rejects.toThrow('in 3 worlds, and there are more')
    expect((await holdsInEveryWorld(hanging, { ...options, mostWorlds: 2 })).complete).toBe(false)
  })

  it('limit the number of worlds, and the report says that these are not all', async () => {
    const report = await everyWorld(ofClient(right.waitsUntilSettled), { ...disconnected, mostWorlds: 3 })
    expect([report.worlds, report.complete]).toEqual([3, false])
  })

  it.each([
    [{ bound: {} }, 'bound'],
    [{ bounds: { togther: 1 } }, 'bounds.togther'],
    [{ findings: { endless: false } }, 'findings.endless'],
    [{ stores: [{ ConnectionState: 'BROKEN' }] }, 'stores.0.ConnectionState'],
    [
      { stores: [{ ConnectionState: 'FAILED', ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT' }] },
      'ConnectionErrorCode'
    ],
    [{ infrastructure: { clusters: [{ name: 'x' }] } }, 'clusters'],
    [{ __proto__: { looks: 'x' }, looks: 'x' }, 'looks']
  ])('that are wrong are refused: %j', async (options, path) => {
    await expect(everyWorld(() => Promise.resolve(), options as WorldOptions)).rejects.toThrow(path)
  })
})

describe('what comes from outside', () => {
  const refusing = (name: string): object =>
    Object.defineProperty({}, name, {
      get: () => {
        throw new Error('trap')
      }
    })
  const closed = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'then') return undefined
        throw new Error('trap')
      }
    }
  )

  const anything: ReadonlyArray<Error> = [
    null,
    undefined,
    5,
    refusing('name'),
    refusing('message'),
    closed
  ] as never

  it.each(anything)('may be thrown, whatever it is (%#)', async (thrown) => {
    const report = await everyWorld(() => Promise.reject(thrown))
    expect(report.faults.map(({ finding }) => finding)).toEqual(['givesUpForNothing'])
  })

  it('may be returned, whatever it is', async () => {
    expect(found(await everyWorld(() => Promise.resolve(closed)))).toEqual(['asksNothing: '])
  })

  it('is asked no more when it hangs again and again, and the report says that these are not all', async () => {
    const hanging = ofClient(async (kms, id) => {
      await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId: id })).catch(() => undefined)
      await new Promise(() => undefined)
    })
    const report = await everyWorld(hanging, { ...connected, idle: 10 })
    expect([report.worlds, report.complete]).toEqual([3, false])
  })

  it('is told without its secrets', async () => {
    const report = await everyWorld(ofClient(wrong.updatesTooSoon), {
      ...connected,
      others: ({ account }) =>
        account.stores.map(({ CustomKeyStoreId }) => ({
          operation: 'UpdateCustomKeyStore',
          input: { CustomKeyStoreId, KeyStorePassword: 'ofOthers' }
        })),
      check: ({ exchanges }) => expect(JSON.stringify(exchanges)).not.toContain('newPassword')
    })
    expect(found(report)).toEqual(['sentWhereRefused: UpdateCustomKeyStore DISCONNECTING'])
    expect(JSON.stringify(report)).not.toMatch(/newPassword|ofOthers/)
  })
})

describe('random worlds', () => {
  it('find what lies beyond the bounds, and are shortened', async () => {
    const report = await everyWorld(ofClient(wrong.waitsForConnectedAlone), {
      ...disconnected,
      bounds: { together: 0 },
      random: 100,
      seed: 1
    })
    expect(report.seed).toBe(1)
    const waits = report.faults.filter(({ about }) => about === 'DescribeCustomKeyStores FAILED')
    expect(waits.map(({ world }) => world.length)).toEqual([1])
  })

  it('are the same for the same seed, and accuse no right program', async () => {
    const run = () =>
      everyWorld(ofClient(right.deletesWhenDisconnected), {
        ...connected,
        bounds: { together: 0 },
        random: 40,
        seed: 7
      })
    const report = await run()
    expect(found(report)).toEqual([])
    expect(await run()).toEqual(report)
  })
})

describe('a program that is no program', () => {
  it('asks nothing, or ends before it does', async () => {
    const forgotten: Program = ({ config, CustomKeyStoreId }) =>
      Promise.resolve(void right.deletesWhenDisconnected(new KMSClient(config), CustomKeyStoreId))
    expect(found(await everyWorld(forgotten, connected))).toEqual(['asksNothing: '])
    expect(found(await everyWorld(() => Promise.resolve(false)))).toEqual([])
  })

  it('waits for a timer that was taken before the run', async () => {
    const sleep = promisify(setTimeout)
    const over = new AbortController()
    const report = await everyWorld(() => sleep(600_000, undefined, over), { idle: 20 })
    over.abort()
    expect(found(report).join()).toContain('a timer that is real, since it was taken before the run')
  })

  it('hangs', async () => {
    const report = await everyWorld(() => new Promise(() => undefined), { idle: 20 })
    expect(found(report)).toEqual(['neverEnds: it waits for something that is neither an answer nor a timer'])
  })

  it('only has timers', async () => {
    const report = await everyWorld(({ sleep }) => {
      const again = (): Promise<void> => sleep(1000).then(again)
      return again()
    })
    expect(found(report)).toEqual(['neverEnds: its timers go on for ever, and it asks nothing'])
  })

  it('throws', async () => {
    const report = await everyWorld(() => {
      throw new TypeError('no such thing\nat all')
    })
    expect(found(report)).toEqual(['threw: TypeError: no such thing'])
  })

  it('does not do the same each time', async () => {
    let runs = 0
    const moody: AwsProgram = async (kms, id) => {
      runs += 1
      await (runs > 1 ? right.reconnects : right.waitsUntilSettled)(kms, id)
    }
    await expect(everyWorld(ofClient(moody), disconnected)).rejects.toThrow('may depend only on the answers')
  })
})
