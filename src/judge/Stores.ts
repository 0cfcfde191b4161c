import type { StoreJudgement } from './StoreJudgement.js'

/** A store by its account, its Region and its id. */
export interface StoreName {
  readonly account: string
  readonly region: string
  readonly store: string
}

/** A store of a log with what is known of it, and its place among those that were seen before. */
export interface NamedStore extends StoreName, StoreJudgement {
  /** How many stores were seen before it. */
  readonly place: number
}

const nothing: ReadonlyArray<never> = []

/** A list that has no room for more, which one that was put together by parts has. */
const tight = <A>(list: ReadonlyArray<A>): ReadonlyArray<A> => (list.length === 0 ? nothing : list.slice())

/** As small as it can be held: there may be many. A copy with members added to it takes V8 twice the room. */
export const named = (
  { account, region, store, place }: StoreName & Pick<NamedStore, 'place'>,
  judgement: StoreJudgement
): NamedStore => {
  const {
    events,
    late,
    contradictions,
    doubtful,
    waiting,
    latest,
    judged,
    changes,
    knowledge,
    trail,
    changed
  } = judgement
  return {
    account,
    region,
    store,
    place,
    events,
    late,
    contradictions,
    doubtful,
    waiting: tight(waiting),
    latest,
    judged,
    changes: tight(changes),
    knowledge,
    trail: tight(trail),
    changed
  }
}

/** Stores by the digits of a number that is made of their names: branches, and stores at the last digit. */
type Leaf = ReadonlyArray<NamedStore>
type Branch<A> = ReadonlyArray<A>

/**
 * The stores of a log, as plain data. A store lies in the leaf to which its name leads, so that one is found, or changed in
 * a copy, at a cost that hardly grows with their number.
 */
export interface Stores {
  readonly count: number
  readonly branches: Branch<Branch<Branch<Leaf>>>
}

/** How many branches there are at each fork: three stores lie in a leaf where there are 100,000. */
const width = 32

export const noStores: Stores = { count: 0, branches: [] }

/** FNV-1a, of the characters. */
const hashed = (text: string, before: number): number => {
  let hash = before
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

const offsetBasis = 0x811c9dc5

const hashOf = ({ account, region, store }: StoreName): number =>
  hashed(store, hashed(region, hashed(account, offsetBasis)))

const digit = (hash: number, place: number): number => (hash >>> (5 * place)) & (width - 1)

const leafOf = ({ branches }: Stores, hash: number): Leaf =>
  branches[digit(hash, 0)]?.[digit(hash, 1)]?.[digit(hash, 2)] ?? []

const isNamed = (one: StoreName, { account, region, store }: StoreName): boolean =>
  one.store === store && one.account === account && one.region === region

/** A branch with something else at one place; empty lists fill those at which there is nothing. */
const replaced = <A>(
  branch: Branch<ReadonlyArray<A>>,
  i: number,
  a: ReadonlyArray<A>
): Branch<ReadonlyArray<A>> => {
  const copy = branch.length === 0 ? Array.from({ length: width }, () => nothing) : branch.slice()
  copy[i] = a
  return copy
}

export const storeNamed = (stores: Stores, name: StoreName): NamedStore | undefined =>
  leafOf(stores, hashOf(name)).find((one) => isNamed(one, name))

/** The stores with one that is new, or in place of the one with its name. */
export const withStore = (stores: Stores, store: NamedStore): Stores => {
  const hash = hashOf(store)
  const [first, second, third] = [digit(hash, 0), digit(hash, 1), digit(hash, 2)]
  const branch = stores.branches[first] ?? []
  const twig = branch[second] ?? []
  const leaf = twig[third] ?? []
  const others = leaf.filter((one) => !isNamed(one, store))
  return {
    count: stores.count + 1 + others.length - leaf.length,
    branches: replaced(
      stores.branches,
      first,
      replaced(branch, second, replaced(twig, third, tight([...others, store])))
    )
  }
}

/** All stores in the order in which they were first seen. */
export const inOrder = ({ branches }: Stores): ReadonlyArray<NamedStore> =>
  branches.flat(3).sort((a, b) => a.place - b.place)
