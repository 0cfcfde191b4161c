import fc, { type Arbitrary } from 'fast-check'
import { healthyExternalKey, type ExternalKey } from '../model/XksProxy.js'

/**
 * The names, ids and addresses of which everything is made that is generated. They are few, so that they often meet: two stores
 * want one name, a request is about a store that is there. The first of each is the one that a failing case shrinks to.
 */

/**
 * Stands in every secret that is generated, and in nothing else: what is logged or kept must not match it.
 *
 * @example
 * arbitrary.secretMark.test('a log without secrets') //=> false
 */
export const secretMark = /hidden7/i

export const passwords = ['Hidden7', 'Hidden7Password', 'hidden7 with spaces'] as const
export const secretAccessKeys = [
  'Hidden7+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'Hidden7/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB='
] as const

export const anchor = 'customerCA.crt'

/** Each cluster with its certificate. The first two have one, as clusters with a common backup have. */
export const certificates: Readonly<Record<string, string>> = {
  'cluster-aaaaaaaaaaa': 'certificate one',
  'cluster-bbbbbbbbbbb': 'certificate one',
  'cluster-ccccccccccc': 'certificate two',
  'cluster-ddddddddddd': 'certificate three'
}
export const clusterIds = Object.keys(certificates)
export const storeNames = ['first', 'second', 'third', 'fourth', 'fifth'] as const
export const endpoints = [
  'https://one.example.com',
  'https://two.example.com',
  'https://three.example.com'
] as const
export const paths = ['/kms/xks/v1', '/prefix/kms/xks/v1'] as const
export const serviceNames = ['one', 'two', 'three'].map((n) => `com.amazonaws.vpce.us-east-1.vpce-svc-${n}`)
export const accessKeyIds = ['ACCESSKEYIDNUMBERTWO', 'ACCESSKEYIDNUMBERTEN', 'ACCESSKEYIDNUMBERSIX'] as const
export const accountIds = ['111122223333', '444455556666'] as const
export const region = 'us-east-1'
export const storeIds = [0, 1, 2, 3, 4, 5].map((n) => `cks-${String(n)}`)
export const keyIds = [0, 1, 2, 3, 4, 5].map((n) => `key-${String(n)}`)
export const grantIds = [0, 1, 2, 3].map((n) => `grant-${String(n)}`)
export const aliasNames = ['alias/one', 'alias/two', 'alias/three'] as const
export const xksKeyIds = ['outside-0', 'outside-1', 'outside-2', 'weak', 'disabled', 'unknown'] as const

export const arnPrefix = `arn:aws:kms:${region}:${accountIds[0]}:`
export const keyArn = (id: string): string => `${arnPrefix}key/${id}`
export const aliasArn = (name: string): string => arnPrefix + name

/** What stands for a ciphertext, where nobody has made one. It is base64, as a request has it. */
export const someCiphertext = 'c29tZSBjaXBoZXJ0ZXh0'

/** The keys of the external key manager by their ids; `unknown` is none of them. */
export const externalKeys: Readonly<Record<string, ExternalKey>> = {
  'outside-0': healthyExternalKey,
  'outside-1': healthyExternalKey,
  'outside-2': healthyExternalKey,
  weak: { ...healthyExternalKey, keySpec: 'AES_128' },
  disabled: { keySpec: 'AES_256', keyUsage: ['ENCRYPT'], keyStatus: 'DISABLED' }
}

/** One of some values, each as often as the others. It shrinks towards the first, by way of those between. */
export const oneOf = <A>(values: ReadonlyArray<A>): Arbitrary<A> =>
  fc.noBias(fc.nat(values.length - 1)).map((i) => values[i] as A)

/** The entries that were chosen, or all where none were. */
export const chosen = <A>(some: ReadonlyArray<A> | undefined, all: ReadonlyArray<A>): ReadonlyArray<A> =>
  some !== undefined && some.length > 0 ? some : all

/** The first, or one time in eight the other, which shrinks to the first. */
export const rarely = <A, B>(often: Arbitrary<A>, other: Arbitrary<B>): Arbitrary<A | B> =>
  fc.oneof({ withCrossShrink: true }, { weight: 7, arbitrary: often }, { weight: 1, arbitrary: other })

/** One of some arbitraries, which shrinks to the first. */
export const either = <A>(
  ...all: ReadonlyArray<{ readonly weight: number; readonly arbitrary: Arbitrary<A> }>
) => fc.oneof({ withCrossShrink: true }, ...all)

/** The id of a store that may exist, or may come to exist, or never does. */
export const storeId = (): Arbitrary<string> => rarely(oneOf(storeIds.slice(0, 3)), oneOf(storeIds.slice(3)))
export const keyId = (): Arbitrary<string> => oneOf(keyIds)
