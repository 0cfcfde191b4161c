import type { Given, State, Store, World } from './index.js'

/** `open`: the documents leave open whether this refuses the request. */
export type Broken = boolean | 'open'

/** The exception (of a connection: the ConnectionErrorCode), whether it is due, and the source. */
export type Rule = readonly [name: string, broken: Broken, source: string]
export type Rules = ReadonlyArray<Rule>

export type Members = Readonly<Record<string, unknown>>

export type Verdict = Readonly<{
  rules: Rules
  then?: () => Readonly<{ after?: State; world?: World; output?: Members }>
}>

/** Undefined: not covered. */
export type Operation = (
  given: Given,
  request: Members,
  state: State,
  operation: string
) => Verdict | undefined

/** Broken for sure, or perhaps. */
export const either = (sure: boolean, perhaps: boolean): Broken => sure || (perhaps && 'open')

export const atMostOpen = (rules: Rules): Rules =>
  rules.map(([name, broken, source]) => [name, broken && 'open', source])

export const isSure = ([, broken]: Rule): boolean => broken === true

export const ruleNames = (rules: Rules, broken: Broken): ReadonlySet<string> =>
  new Set(rules.filter((rule) => rule[1] === broken).map(([name]) => name))

export const isRecord = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const text = (members: Members, name: string): string | undefined => {
  const value = members[name]
  return typeof value === 'string' ? value : undefined
}

export const integer = (members: Members, name: string): number | undefined => {
  const value = members[name]
  return typeof value === 'number' ? value : undefined
}

/** Null counts as absent. */
export const carries = (members: Members) => (name: string) =>
  members[name] !== undefined && members[name] !== null

export const storeOf = (state: State, of: Members | { readonly CustomKeyStoreId: string }) =>
  state.stores.find((store) => store.CustomKeyStoreId === of.CustomKeyStoreId)

export const storeIsUnknown: Rule = [
  'CustomKeyStoreNotFoundException',
  true,
  'API_ConnectCustomKeyStore, A33'
]

export const replaceStore = (state: State, store: Store): State => ({
  ...state,
  stores: state.stores.map((other) => (other.CustomKeyStoreId === store.CustomKeyStoreId ? store : other))
})

/** The store in another state; a ConnectionErrorCode is only shown in FAILED (API_CustomKeyStoresListEntry). */
export const inState = (
  store: Store,
  to: Pick<Store, 'ConnectionState' | 'ConnectionErrorCode'>,
  attempt = store.attempt
): Store => {
  const { ConnectionErrorCode: _, ...rest } = store
  return { ...rest, ...to, attempt }
}
