import type { StoreJudgement } from './StoreJudgement.js'

/** A store by its account, its Region and its id. */
export interface StoreName {
  readonly account: string
  readonly region: string
  readonly store: string
}

export interface NamedStore extends StoreName, StoreJudgement {
  /** How many stores were seen before it. */
  readonly place: number
}

type Leaf = ReadonlyArray<NamedStore>

/**
 * The stores of a log, as plain data. A store lies in the leaf that its name leads to, so that one is found, or changed in
 * a copy, at a cost that hardly grows with their number.
 */
export interface Stores {
  readonly count: number
  readonly branches: ReadonlyArray<ReadonlyArray<Leaf>>
}

/** How many branches there are, and leaves of each: 16 stores in a leaf where there are 65,536. */
const width = 64

const filled = <A>(a: A): ReadonlyArray<A> => Array.from({ length: width }, () => a)

export const noStores: Stores = { count: 0, branches: filled(filled<Leaf>([])) }

/** FNV-1a, of the characters. */
const hashed = (text: string, before: number): number => {
  let hash = before
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

const offsetBasis = 0x811c9dc5

/** The numbers of the branch and the leaf. */
const pathTo = ({ account, region, store }: StoreName): readonly [branch: number, leaf: number] => {
  const hash = hashed(store, hashed(region, hashed(account, offsetBasis)))
  return [hash % width, Math.floor(hash / width) % width]
}

const isNamed =
  ({ account, region, store }: StoreName) =>
  (one: StoreName): boolean =>
    one.store === store && one.account === account && one.region === region

const leafOf = ({ branches }: Stores, [branch, leaf]: readonly [number, number]): Leaf =>
  branches[branch]?.[leaf] ?? []

const replaced = <A>(list: ReadonlyArray<A>, i: number, a: A): ReadonlyArray<A> => {
  const copy = list.slice()
  copy[i] = a
  return copy
}

export const storeNamed = (stores: Stores, name: StoreName): NamedStore | undefined =>
  leafOf(stores, pathTo(name)).find(isNamed(name))

/** The stores with one that is new, or in place of the one with its name. */
export const withStore = (stores: Stores, name: StoreName, after: StoreJudgement): Stores => {
  const path = pathTo(name)
  const leaf = leafOf(stores, path)
  const i = leaf.findIndex(isNamed(name))
  const known = leaf[i]
  const { account, region, store, place } = known ?? { ...name, place: stores.count }
  const changed = replaced(leaf, known === undefined ? leaf.length : i, {
    ...after,
    account,
    region,
    store,
    place
  })
  const [branch, number] = path
  return {
    count: stores.count + Number(known === undefined),
    branches: replaced(stores.branches, branch, replaced(stores.branches[branch] ?? [], number, changed))
  }
}

/** All stores in the order in which they were first seen. */
export const inOrder = ({ branches }: Stores): ReadonlyArray<NamedStore> =>
  branches.flat(2).sort((a, b) => a.place - b.place)
