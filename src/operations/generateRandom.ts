import * as t from 'io-ts'
import { inEveryEdition } from '../editions/editions.js'
import { forBothTypes, onlyConnected } from '../editions/ValidStates.js'
import type { BackingKeyStore, WithFailure } from '../model/BackingKeyStore.js'
import type { Circumstances } from '../model/Circumstances.js'
import {
  isCloudHsm,
  type CloudHsmKeyStore,
  type Connected,
  type CustomKeyStore
} from '../model/CustomKeyStore.js'
import { fitting } from '../model/fitting.js'
import { behind } from '../model/Infrastructure.js'
import { GenerateRandomRequest } from '../model/requests/GenerateRandomRequest.js'
import { shown } from '../model/responses/shown.js'
import { validConnectionState } from '../rules/connectionState.js'
import { citing, neverAsked, unless } from '../rules/Rule.js'
import { storeIsCloudHsm } from '../rules/storeType.js'
import { clusterExists, clusterHasAnActiveHsm, clusterIsActive } from '../rules/cluster.js'
import { clusterIsReachable } from '../rules/clusterConnection.js'
import { clusterLetsTrafficThrough } from './clusterRequirements.js'
import { decision, either, titled } from './Decision.js'
import { kmsAnswers } from './kmsAnswers.js'
import { operation } from './Operation.js'
import { namedStore, stage, andThen, type AboutStore, type Asked, type NamesStore } from './Stage.js'

const validIn = onlyConnected

const validState = unless(
  validConnectionState('GenerateRandom', validIn),
  'CustomKeyStoreInvalidStateException'
)

const source = 'API_GenerateRandom'

/** Without these no bytes could come from the cluster. */
const whereBytesAreMade = [
  clusterExists,
  clusterIsActive,
  ...clusterLetsTrafficThrough,
  clusterIsReachable,
  clusterHasAnActiveHsm
] as const

const inStore = decision(
  [
    unless(storeIsCloudHsm, 'UnsupportedOperationException'),
    validState,
    ...whereBytesAreMade.map((claim) =>
      neverAsked(unless(claim, 'KMSInternalException', { source }), ['A48'])
    ),
    ...kmsAnswers
  ],
  [],
  ({ store }): Connected & CloudHsmKeyStore => store
).retold(citing(source))

const inKms = decision(kmsAnswers, [], () => undefined)

/** The cluster is not checked. */
type GenerateRandomFacts = WithFailure & Pick<BackingKeyStore, 'cluster'>

/** The facts about what stands behind a store. */
const factsOf = (
  { infrastructure, failure }: Pick<Circumstances, 'infrastructure' | 'failure'>,
  store: CustomKeyStore
): GenerateRandomFacts => ({ cluster: behind(infrastructure, store).cluster, failure })

const subject = ({ cluster, failure }: GenerateRandomFacts, store: CustomKeyStore) => ({
  store,
  cluster: isCloudHsm(store) ? cluster : undefined,
  failure
})

/** The same, once it is known that the facts are about the cluster of the store. */
const subjectThatFits = (facts: GenerateRandomFacts, store: CustomKeyStore) =>
  subject(fitting('GenerateRandom', facts, store), store)

type Requested = Asked<Circumstances, GenerateRandomRequest, undefined>

const namesStore = (
  asked: Requested
): asked is Asked<Circumstances, GenerateRandomRequest & NamesStore, undefined> =>
  asked.request.CustomKeyStoreId !== undefined

/**
 * Lets random bytes be made in the cluster of an AWS CloudHSM key store, which stays as it is. The model has no
 * randomness: the caller provides the bytes.
 *
 * Store states: CONNECTED. Refused with: CustomKeyStoreNotFoundException, UnsupportedOperationException,
 * CustomKeyStoreInvalidStateException, KMSInternalException, DependencyTimeoutException.
 *
 * @example
 * pipe(cks.generateRandom(facts)(store), E.map(({ CustomKeyStoreId }) => CustomKeyStoreId)) //=> E.right('cks-1')
 * pipe(cks.generateRandom({})(external), E.mapLeft(({ name }) => name)) //=> E.left('UnsupportedOperationException')
 * @see API_GenerateRandom
 */
export const generateRandom = Object.assign(
  (facts: GenerateRandomFacts) => (store: CustomKeyStore) => inStore.decide(subjectThatFits(facts, store)),
  {
    explain: (facts: GenerateRandomFacts) => (store: CustomKeyStore) =>
      inStore.explain(subjectThatFits(facts, store)),
    /** Gathers the facts about the cluster of a store. */
    facts:
      (from: Pick<Circumstances, 'infrastructure' | 'failure'>) =>
      (store: CustomKeyStore): GenerateRandomFacts =>
        factsOf(from, store),
    ...operation({
      operation: 'GenerateRandom',
      source,
      permission: 'kms:GenerateRandom',
      crossAccountUse: 'not applicable',
      answersBeforeItIsDone: false,
      relatedOperations: [],
      request: GenerateRandomRequest,
      response: shown('GenerateRandomResponse', { Plaintext: t.string }, {}),
      validIn: inEveryEdition(forBothTypes(validIn)),
      example: () => ({ NumberOfBytes: 32 }),
      inState: [unless(storeIsCloudHsm, 'UnsupportedOperationException'), validState],
      stage: either(
        namesStore,
        andThen(
          namedStore,
          stage(
            ({ given, found: { store } }: AboutStore<Circumstances>) => subject(factsOf(given, store), store),
            inStore
          )
        ),
        titled(
          'without a store',
          stage(({ given: { failure } }: Requested): WithFailure => ({ failure }), inKms)
        )
      ),
      answer: (_, { given, request: { NumberOfBytes }, account }) => [
        given.cryptography === undefined
          ? { NumberOfBytes }
          : { Plaintext: given.cryptography.randomBytes(NumberOfBytes) },
        account
      ]
    })
  }
)
