import type { CustomKeyStore } from '../../src/index.js'
import type { Decision } from './Decision.js'
import { namedAfter, namedBy, namedIn, ofStore } from '../named.js'
import { faultyFacts, soundFacts, type Facts } from './facts.js'
import {
  createRequests,
  faultyKeyRequests,
  faultyUpdateRequests,
  keyRequests,
  updateRequests
} from './requests.js'
import { stores } from './stores.js'

const creations = (facts: Facts): ReadonlyArray<Decision> =>
  createRequests.map((request) => ({
    type: 'CreateCustomKeyStore',
    facts: namedIn(facts, request),
    request
  }))

const updates =
  (requests: typeof updateRequests) =>
  (facts: Facts): ReadonlyArray<Decision> => {
    const { cluster, proxy, vpcEndpointService, others, account, failure } = facts
    const told = { cluster, proxy, vpcEndpointService, others, account: account!, failure }
    return stores.flatMap((store) =>
      requests.map((about) => {
        const request = ofStore(about, store)
        return {
          type: 'UpdateCustomKeyStore',
          facts: namedAfter(told, request, store),
          request,
          store
        } as const
      })
    )
  }

const keyCreations =
  (requests: typeof keyRequests) =>
  ({ cluster, proxy, keys, keysOfAccount, keyQuota, failure, KeyId, Arn, CreationDate }: Facts) => {
    const quotas = { keysOfAccount: keysOfAccount!, ...(keyQuota === undefined ? {} : { keyQuota }) }
    const told = { cluster, proxy, keys, ...quotas, failure, KeyId, Arn, CreationDate }
    return stores.flatMap((store) =>
      requests.map((request): Decision => ({
        type: 'CreateKey',
        facts: namedBy(told, store),
        request: ofStore(request, store),
        store
      }))
    )
  }

const onEachStore =
  (decision: (facts: Facts, store: CustomKeyStore) => Decision) =>
  (facts: Facts): ReadonlyArray<Decision> =>
    stores.map((store) => decision(facts, store))

const connections = onEachStore(({ cluster, failure }, store) => ({
  type: 'ConnectCustomKeyStore',
  facts: namedBy({ cluster, failure }, store),
  store
}))
const disconnections = onEachStore(({ failure }, store) => ({
  type: 'DisconnectCustomKeyStore',
  facts: { failure },
  store
}))
const deletions = onEachStore(({ keys, failure }, store) => ({
  type: 'DeleteCustomKeyStore',
  facts: { keys, failure },
  store
}))
const randomBytes = onEachStore(({ failure }, store) => ({
  type: 'GenerateRandom',
  facts: { failure },
  store
}))

/** The decisions of one operation: without a fault in request and facts, and with one. The state may refuse either. */
interface Share {
  readonly sound: ReadonlyArray<Decision>
  readonly faulty: ReadonlyArray<Decision>
}

const share = (
  decisions: (facts: Facts) => ReadonlyArray<Decision>,
  faultyRequests: ReadonlyArray<Decision> = []
): Share => ({
  sound: decisions(soundFacts),
  faulty: [...faultyFacts.flatMap(decisions), ...faultyRequests]
})

const shares: ReadonlyArray<Share> = [
  share(creations),
  share(connections),
  share(disconnections),
  share(updates(updateRequests), updates(faultyUpdateRequests)(soundFacts)),
  share(deletions),
  share(keyCreations(keyRequests), keyCreations(faultyKeyRequests)(soundFacts)),
  share(randomBytes)
]

/** Every operation on every store, with sound facts and with each single fault. */
export const everyDecision: ReadonlyArray<Decision> = shares.flatMap(({ sound, faulty }) => [
  ...sound,
  ...faulty
])

/** A linear congruential generator modulo 2^32: the same numbers, from 0 to 1, each time. */
const numbers = (seed: number) => {
  let last = seed
  return (): number => (last = (Math.imul(last, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

/** As many decisions as are asked for, drawn from all: every operation as often as another, one fault in half of them. */
export const mixedLoad = (size: number): ReadonlyArray<Decision> => {
  const next = numbers(size)
  const oneOf = <A>(values: ReadonlyArray<A>): A => values[Math.floor(next() * values.length)]!
  return Array.from({ length: size }, () => {
    const { sound, faulty } = oneOf(shares)
    return oneOf(next() < 0.5 ? sound : faulty)
  })
}
