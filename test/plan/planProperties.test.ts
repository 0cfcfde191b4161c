/** Plans against the real functions, from every situation: they reach the goal, none of their steps is refused, none is shorter. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { planUnder, type Goal } from '../../src/plan/index.js'
import { editionName, store as anyStore } from '../arbitraries.js'
import { casesTold } from '../documents/casesTold.js'
import { cloudHsmKey, cloudHsmStore, externalKey, externalStore } from '../fixtures.js'
import {
  beginning,
  fixed,
  follow,
  later,
  neededUpdates,
  perform,
  settled,
  storeIn,
  type Leads,
  type World
} from './planWorld.js'

const now = 1_800_000_000
const editions = Object.keys(cks.editions) as ReadonlyArray<cks.EditionName>

const unfailed = ['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'DISCONNECTING'] as const
const cloudHsmCodes = Object.keys(neededUpdates['AWS_CLOUDHSM']!)
const externalCodes = Object.keys(neededUpdates['EXTERNAL_KEY_STORE']!)
const publicCodes = externalCodes.filter((code) => !code.includes('VPC'))

/** A store of each kind in each state, and FAILED with each code that it can have. */
const stores: ReadonlyArray<cks.CustomKeyStore> = [
  ...unfailed.map((state) => cloudHsmStore(state)),
  ...cloudHsmCodes.map((ConnectionErrorCode) => cloudHsmStore('FAILED', { ConnectionErrorCode })),
  ...unfailed.map((state) => externalStore(state)),
  ...publicCodes.map((ConnectionErrorCode) =>
    externalStore('FAILED', 'PUBLIC_ENDPOINT', { ConnectionErrorCode })
  ),
  ...unfailed.map((state) => externalStore(state, 'VPC_ENDPOINT_SERVICE')),
  ...externalCodes.map((ConnectionErrorCode) =>
    externalStore('FAILED', 'VPC_ENDPOINT_SERVICE', { ConnectionErrorCode })
  )
]

const inDays = (days: number) => ({ DeletionDate: now + days * 86_400 })

/** No key, one, one that is pending deletion, and both. */
const keysOf = (store: cks.CustomKeyStore): ReadonlyArray<ReadonlyArray<cks.KmsKey>> => {
  const key = (changes: object) => {
    const members = { CustomKeyStoreId: store.CustomKeyStoreId, ...changes }
    return store.CustomKeyStoreType === 'AWS_CLOUDHSM'
      ? cloudHsmKey(members)
      : externalKey({ XksKeyConfiguration: { Id: Object.keys(changes).join('-') }, ...members })
  }
  const active = key({ KeyId: 'active', enabled: false })
  const pending = key({ KeyId: 'pending', ...inDays(40) })
  return [[], [active], [pending], [active, pending]]
}

const situationsOf = (store: cks.CustomKeyStore) => keysOf(store).map((keys) => ({ store, keys, now }))
const situations = stores.flatMap(situationsOf)
type Situation = (typeof situations)[number]

const nameOf = ({ store, keys }: Situation): string =>
  [
    store.CustomKeyStoreType === 'AWS_CLOUDHSM' ? 'AWS_CLOUDHSM' : store.XksProxyConfiguration.Connectivity,
    store.ConnectionState,
    ...(store.ConnectionState === 'FAILED' ? [store.ConnectionErrorCode] : []),
    ...keys.map(({ KeyId }) => KeyId)
  ].join(' ')

const updates: Readonly<Record<cks.CustomKeyStoreType, ReadonlyArray<ReadonlyArray<cks.UpdatableMember>>>> = {
  AWS_CLOUDHSM: [['NewCustomKeyStoreName'], ['KeyStorePassword'], ['CloudHsmClusterId']],
  EXTERNAL_KEY_STORE: [
    ['NewCustomKeyStoreName'],
    ['XksProxyUriPath'],
    ['XksProxyUriEndpoint', 'XksProxyAuthenticationCredential']
  ]
}

const deletions: ReadonlyArray<Goal> = ['deleted', 'deletedLeavingKeyMaterial']
const otherGoals = ({ CustomKeyStoreType: type }: cks.CustomKeyStore): ReadonlyArray<Goal> => [
  'CONNECTED',
  'DISCONNECTED',
  'keyCreated',
  ...updates[type].flatMap((updated): ReadonlyArray<Goal> => [{ updated }, { updated, and: 'CONNECTED' }])
]

/** What each goal means, in the world. */
const isReached =
  (goal: Goal) =>
  (world: World): boolean => {
    const state = storeIn(world)?.ConnectionState
    if (goal === 'deleted') return state === undefined && !world.materialLeft
    if (goal === 'deletedLeavingKeyMaterial') return state === undefined
    if (goal === 'keyCreated') return world.keyCreated
    if (typeof goal === 'string') return state === goal
    const isUpdated = goal.updated.every((member) => world.updated.includes(member))
    return isUpdated && (goal.and === undefined || state === goal.and)
  }

const plans = Object.fromEntries(editions.map((edition) => [edition, planUnder(edition)]))

const stepsOf = (edition: cks.EditionName, goal: Goal, situation: Situation) => {
  const made = plans[edition]!(goal)(situation)
  return E.isRight(made) ? made.right.steps : undefined
}

/** How many steps a plan has, without those that make something ready for an update. */
const lengthOf = (...given: Parameters<typeof stepsOf>): number | undefined =>
  stepsOf(...given)?.filter((step) => step.kind !== 'fix' || step.prepares === undefined).length

/** How following the plan ends: 'reached', or what went wrong. */
const endOf = (edition: cks.EditionName, goal: Goal, situation: Situation): string => {
  const steps = stepsOf(edition, goal, situation)
  if (steps === undefined) return 'no plan'
  const end = steps.reduce<E.Either<string, World>>(
    (world, step) => (E.isLeft(world) ? world : follow(edition)(world.right, step)),
    E.right(beginning(situation.store, situation.keys))
  )
  if (E.isLeft(end)) return end.left
  return isReached(goal)(end.right) ? 'reached' : 'not reached'
}

/** Everything that anybody can do with a store, one at a time, without the deletion of anything. */
const acts = (edition: cks.EditionName, store: cks.CustomKeyStore): ReadonlyArray<Leads> => {
  const request = { CustomKeyStoreId: store.CustomKeyStoreId }
  const does = (operation: string) => perform(edition, operation, request)
  return [
    does('ConnectCustomKeyStore'),
    does('DisconnectCustomKeyStore'),
    (world) => E.right(settled(world)),
    (world) => E.right(fixed(world))
  ]
}

const placeholder: Readonly<Record<string, unknown>> = {
  NewCustomKeyStoreName: '<new name>',
  KeyStorePassword: '<password of kmsuser>',
  CloudHsmClusterId: '<cluster id>',
  XksProxyUriPath: '<path>',
  XksProxyUriEndpoint: '<endpoint>',
  XksProxyAuthenticationCredential: {
    AccessKeyId: '<access key id>',
    RawSecretAccessKey: '<secret access key>'
  }
}

/** Updates that carry what went wrong needs, what a goal wants, or both at once. */
const updateActs = (
  edition: cks.EditionName,
  world: World,
  wanted: ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<Leads> => {
  const { CustomKeyStoreId, CustomKeyStoreType: type } = storeIn(world)!
  const needed = neededUpdates[type]![world.code]!
  const choices = [needed, ...wanted, ...wanted.map((members) => [...new Set([...needed, ...members])])]
  const requests = choices.map((members) => ({
    CustomKeyStoreId,
    ...Object.fromEntries(members.map((member) => [member, placeholder[member]]))
  }))
  const different = new Map(requests.map((request) => [Object.keys(request).sort().join(), request]))
  return [...different.values()].map((request) => perform(edition, 'UpdateCustomKeyStore', request))
}

const createKeyAct = (edition: cks.EditionName, store: cks.CustomKeyStore): Leads =>
  perform(edition, 'CreateKey', {
    CustomKeyStoreId: store.CustomKeyStoreId,
    Origin: store.CustomKeyStoreType,
    ...(store.CustomKeyStoreType === 'EXTERNAL_KEY_STORE' && { XksKeyId: '<id of the external key>' })
  })

const deletionActs = (edition: cks.EditionName, { store, keys }: Situation): ReadonlyArray<Leads> => [
  ...keys.map(({ KeyId }) => perform(edition, 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 30 })),
  (world) => E.right(later(30)(world)),
  (world) => E.right(later(40)(world)),
  perform(edition, 'DeleteCustomKeyStore', { CustomKeyStoreId: store.CustomKeyStoreId })
]

/** What of a world can make a difference to what follows: not the number of attempts. */
const differenceOf = ({ account, fixed, told, updated, keyCreated, materialLeft, now }: World): string => {
  const store = account.stores[0]
  const keys = account.keys.map(({ KeyId, DeletionDate }) => `${KeyId}${String((DeletionDate ?? now) - now)}`)
  return [store?.ConnectionState, keys, fixed, told, updated, keyCreated, materialLeft].join()
}

/** For each goal the fewest steps that lead there, by doing everything in every world, level by level. */
const fewest = (goals: ReadonlyArray<Goal>, all: ReadonlyArray<Leads>, start: World) => {
  const found = new Map<Goal, number>()
  const seen = new Set([differenceOf(start)])
  let level: ReadonlyArray<World> = [start]
  for (let steps = 0; level.length > 0 && found.size < goals.length; steps += 1) {
    for (const goal of goals) if (!found.has(goal) && level.some(isReached(goal))) found.set(goal, steps)
    level = level.flatMap((world) =>
      storeIn(world) === undefined
        ? []
        : all.flatMap((lead) => {
            const next = lead(world)
            if (E.isLeft(next) || seen.has(differenceOf(next.right))) return []
            seen.add(differenceOf(next.right))
            return [next.right]
          })
    )
  }
  return goals.map((goal) => found.get(goal))
}

/** No edition touches keys, so that those but the default one are tried with all keys only. */
const triedUnder = (edition: cks.EditionName): ReadonlyArray<readonly [Goal, Situation]> =>
  situations
    .filter(({ keys }) => edition === cks.defaultEdition || keys.length === 2)
    .flatMap((situation) =>
      [...deletions, ...otherGoals(situation.store)].map((goal) => [goal, situation] as const)
    )

it('the plans are as many as docs/quality.md tells', () => {
  expect(editions.flatMap(triedUnder)).toHaveLength(casesTold('test/plan/planProperties.test.ts') ?? 0)
})

describe('every plan', () => {
  it.each(editions)('reaches its goal without a refusal, under %s', (edition) => {
    const ends = triedUnder(edition).map(([goal, situation]) => [
      `${nameOf(situation)} to ${JSON.stringify(goal)}`,
      endOf(edition, goal, situation)
    ])
    expect(ends.filter(([, end]) => end !== 'reached')).toEqual([])
  })

  it('for a deletion is as short as any way through all that can be done', () => {
    for (const situation of situations) {
      const start = beginning(situation.store, situation.keys)
      const all = [
        ...acts('exception-text-2022', situation.store),
        ...updateActs('exception-text-2022', start, []),
        ...deletionActs('exception-text-2022', situation)
      ]
      const lengths = deletions.map((goal) => lengthOf('exception-text-2022', goal, situation))
      expect([nameOf(situation), ...lengths]).toEqual([nameOf(situation), ...fewest(deletions, all, start)])
    }
  })

  it.each(editions)(
    'for another goal is as short as any way through all that can be done, under %s',
    (edition) => {
      for (const store of stores) {
        const situation = { store, keys: [], now }
        const goals = otherGoals(store)
        const start = beginning(store, [])
        const all = [
          ...acts(edition, store),
          ...updateActs(edition, start, updates[store.CustomKeyStoreType]),
          createKeyAct(edition, store)
        ]
        const lengths = goals.map((goal) => lengthOf(edition, goal, situation))
        expect([nameOf(situation), ...lengths]).toEqual([nameOf(situation), ...fewest(goals, all, start)])
      }
    }
  )

  it('reaches its goal from any store whatever, by any edition', () => {
    const goal = fc.constantFrom<Goal>('CONNECTED', 'DISCONNECTED', 'deleted', 'keyCreated', {
      updated: ['NewCustomKeyStoreName'],
      and: 'CONNECTED'
    })
    fc.assert(
      fc.property(editionName, goal, anyStore, fc.nat(3), (edition, goal, store, n) => {
        const situation = { store, keys: keysOf(store)[n]!, now }
        expect(endOf(edition, goal, situation)).toBe('reached')
      })
    )
  })
})
