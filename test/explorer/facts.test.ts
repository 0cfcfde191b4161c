/** The facts that can be switched: each option makes itself so, and the first is as things should be. */
import { describe, expect, it } from 'vitest'
import { kindNames } from '../../src/explorer/beginning.js'
import { canBeSwitched, isHealthy, present } from '../../src/explorer/facts/Fact.js'
import { factGroups } from '../../src/explorer/facts/groups.js'
import { moveNamed, moveText, type Move } from '../../src/explorer/moves.js'
import { playStory } from '../../src/explorer/Story.js'
import type { Kind } from '../../src/possible/examples.js'

const played = (kind: Kind, ...moves: ReadonlyArray<Move>) =>
  playStory(kind, 'exception-text-2022', moves).place

const factsOf = (kind: Kind) => factGroups[kind].flatMap(({ facts }) => facts)

/** A key in a store that is connected: what some facts are about. */
const keyMade = (kind: Kind): ReadonlyArray<Move> =>
  ['ConnectCustomKeyStore', 'kms.settle', 'CreateKey'].map((text) => moveNamed(kind, text)!)

/** Requests among which every fact matters to some: of a store with a key in it, and of one that is made again. */
const scripts = (kind: Kind): ReadonlyArray<ReadonlyArray<Move>> =>
  [
    ['ConnectCustomKeyStore', 'kms.settle', 'CreateKey', 'Encrypt.1'],
    ['DeleteCustomKeyStore', 'CreateCustomKeyStore'],
    ['password.no', 'UpdateCustomKeyStore.KeyStorePassword', 'ConnectCustomKeyStore', 'kms.settle']
  ].map((texts) => texts.flatMap((text) => moveNamed(kind, text) ?? []))

/** Whether a script goes otherwise with a fault before one of its moves. */
const matters = (kind: Kind, fault: Move, script: ReadonlyArray<Move>): boolean => {
  const became = (moves: ReadonlyArray<Move>): string =>
    JSON.stringify(
      playStory(kind, 'exception-text-2022', moves)
        .told.filter(({ step }) => !('facts' in step))
        .map(({ outcome }) => [outcome.stores, outcome.keys, 'exception' in outcome])
    )
  return script.some((_, i) => became([...script.slice(0, i), fault, ...script.slice(i)]) !== became(script))
}

describe.each(kindNames)('behind a store of kind %s', (kind) => {
  it('everything is as it should be at first, and can be switched', () => {
    const place = played(kind)
    expect(factsOf(kind).filter((fact) => !isHealthy(place, fact))).toEqual([])
    expect(factsOf(kind).filter((fact) => !canBeSwitched(place, fact))).toEqual([])
  })

  it('each fact has an id of its own, and so has each of its options', () => {
    const texts = factsOf(kind).flatMap((fact) =>
      fact.options.map((option) => moveText({ does: 'fact', fact, option }))
    )
    expect(new Set(texts).size).toBe(texts.length)
  })

  it.each(factsOf(kind).map((fact) => [fact.id, fact] as const))('%s is as it was made', (_, fact) => {
    const moves = fact.options.map((option): Move => ({ does: 'fact', fact, option }))
    for (const from of moves) {
      for (const [j, to] of moves.entries()) {
        const place = played(kind, ...keyMade(kind), from, to)
        expect(present(place, fact).id, `${moveText(from)},${moveText(to)}`).toBe(fact.options[j]!.id)
        const others = factsOf(kind).filter((other) => other !== fact)
        expect(others.filter((other) => !isHealthy(place, other)).map(({ id }) => id)).toEqual([])
      }
    }
  })

  it.each(factsOf(kind).map((fact) => [fact.id, fact] as const))('%s matters to some request', (_, fact) => {
    const faults = fact.options.slice(1).map((option): Move => ({ does: 'fact', fact, option }))
    const mattering = faults.filter((fault) => scripts(kind).some((script) => matters(kind, fault, script)))
    // A key manager that is DEGRADED still works.
    expect(faults.filter((fault) => !mattering.includes(fault)).map(moveText)).toEqual(
      fact.id === 'manager' ? ['manager.degraded'] : []
    )
  })
})

it('facts of what does not exist cannot be switched, but for that it exists', () => {
  const gone = played('AWS_CLOUDHSM', moveNamed('AWS_CLOUDHSM', 'cluster.no')!)
  const free = factsOf('AWS_CLOUDHSM').filter((fact) => canBeSwitched(gone, fact))
  expect(free.map(({ id }) => id)).toEqual(['cluster'])
})
