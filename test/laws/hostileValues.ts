/** Values that no codec expects: what throws when it is read, what has no end, and what is only almost right. */
import fc, { type Arbitrary } from 'fast-check'
import { account, cluster, infrastructure, proxy, store, vpcEndpointService } from '../arbitraries.js'
import { rawRequest } from '../arbitraryRequests.js'

const thrown = (): never => {
  throw new Error('read')
}

const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const cycle = (): unknown => {
  const ring: Record<string, unknown> = {}
  ring['CustomKeyStoreId'] = ring['clusters'] = ring['XksProxyAuthenticationCredential'] = ring
  return ring
}

const throwsOn = (trap: 'get' | 'has' | 'ownKeys' | 'getOwnPropertyDescriptor' | 'getPrototypeOf'): unknown =>
  new Proxy({ CustomKeyStoreId: 'cks-0' }, { [trap]: thrown })

const throwsWhenRead = (): unknown => ({
  get CustomKeyStoreId() {
    return thrown()
  },
  get clusterId() {
    return thrown()
  }
})

/** The first reads go well. */
const throwsWhenReadAgain = (reads: number) => (): unknown => {
  let left = reads
  return new Proxy(
    { CustomKeyStoreId: 'cks-0', Plaintext: 'AAAA', clusterId: 'cluster-0' },
    { get: (target, name) => (left-- > 0 ? Reflect.get(target, name) : thrown()) }
  )
}

const throwsWhenShown = (): unknown => ({ toString: thrown, valueOf: thrown, toJSON: thrown })

const throwsWhenNamed = (): unknown => ({
  get [Symbol.toStringTag]() {
    return thrown()
  }
})

const throwsWhenCounted = (): unknown => new Proxy([], { get: thrown })

/** A value is made only where it is to be read: fast-check itself reads what it generates. */
export type Made = () => unknown

/** A value that works against whoever reads it. */
const trap: Arbitrary<Made> = fc.constantFrom<Made>(
  revoked,
  cycle,
  throwsWhenRead,
  throwsWhenReadAgain(1),
  throwsWhenReadAgain(3),
  throwsWhenShown,
  throwsWhenNamed,
  throwsWhenCounted,
  () => throwsOn('get'),
  () => throwsOn('has'),
  () => throwsOn('ownKeys'),
  () => throwsOn('getOwnPropertyDescriptor'),
  () => throwsOn('getPrototypeOf'),
  () => thrown,
  () => Symbol('a symbol'),
  () => Symbol.iterator,
  () => 10n,
  () => Number.NaN,
  () => '\uD800',
  () => 'cks-\uDFFF',
  () => '__proto__',
  () => new Map([['CustomKeyStoreId', 'cks-0']]),
  () => Object.create(null),
  () => Object.create({ CustomKeyStoreId: 'cks-0' }),
  () => JSON.parse('{"__proto__":{"CustomKeyStoreId":"cks-0"},"constructor":1}')
)

const inOrder: Arbitrary<object> = fc.oneof(
  ...Object.values(rawRequest),
  account,
  cluster,
  infrastructure,
  proxy,
  store,
  vpcEndpointService
)

/** Something in order but for one member, or one member of a member. */
const planted = fc
  .tuple(inOrder, fc.nat(20), fc.option(fc.nat(20)), trap)
  .map(([value, at, inside, trap]): Made => () => {
    const plant = (record: object, at: number, what: (before: unknown) => unknown): unknown => {
      const entries = Object.entries(record)
      const i = at % Math.max(entries.length, 1)
      const changed = entries.map(([key, before], j) => [key, i === j ? what(before) : before] as const)
      return Array.isArray(record) ? changed.map(([, v]) => v) : Object.fromEntries(changed)
    }
    return plant(value, at, (before) =>
      inside === null || typeof before !== 'object' || before === null
        ? trap()
        : plant(before, inside, (within) =>
            typeof within === 'object' && within !== null ? plant(within, at, trap) : trap()
          )
    )
  })

export const hostileValue: Arbitrary<Made> = fc.oneof(
  fc
    .anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      stringUnit: 'binary'
    })
    .map(
      (value): Made =>
        () =>
          value
    ),
  trap,
  planted,
  planted
)

/** Ten million characters. */
export const longString = (character: string): string => character.repeat(10_000_000)
