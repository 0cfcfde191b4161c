import { customKeyStoreTypes, type CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { EditionName } from '../../editions/editions.js'
import type { Kind } from '../../possible/examples.js'
import { formVectors, kindIn, vectorsOf, type Vector } from '../../vectors/index.js'
import type { Members } from '../Exchange.js'
import { accountChecks } from './accountChecks.js'
import { ahead } from './ahead.js'
import type { Conversations } from './conversations.js'
import type { Inventor } from './Inventor.js'
import { keeper, patience, type Patience } from './Keeper.js'
import { keyChecks } from './keys.js'
import { failedColumn, soundMatrix } from './matrix.js'
import type { Client } from './Send.js'
import type { StorePropertiesByType } from './storeProperties.js'
import type { Subject } from './Subject.js'
import { disposed, tidied, withoutAliases } from './tidy.js'
import type { Planned } from './trial.js'
import { freshVectors } from './vectors/freshVectors.js'
import { typeOf, type Ground } from './vectors/Ground.js'
import { keyVectors } from './vectors/keyVectors.js'

export interface PlanOptions {
  readonly client: Client
  readonly edition: EditionName
  readonly types: ReadonlyArray<CustomKeyStoreType>
  readonly storeProperties: StorePropertiesByType
  /** Milliseconds that a store may stay in a passing state. */
  readonly patience: number
  readonly invent: Inventor
  readonly conversations: Conversations
}

const xksKeyIds = (invent: Inventor, ids: ReadonlyArray<string> = []): (() => string) => {
  let next = 0
  return () => ids[next++] ?? invent.name()
}

const noFaultyStore = 'no store is known whose connection fails: name one as "faulty" in the file of --stores'

/** Few stores with keys in them may stay in an account, which can have ten stores; and few more where no key should have been made. */
const mostStoresLeft = 2
const mostLeftBesides = 2

/** How many vectors are played at once, where each has an account of its own. */
const mostAtOnce = 8

/** Whether what was named can back one store only. */
const isBackedByNamed = ({ CloudHsmClusterId: cluster, XksProxyUriPath: path }: Members): boolean =>
  cluster !== undefined || path !== undefined

/** A store of each kind that is tried. */
const subjects = (options: PlanOptions, waiting: Patience) => {
  const { client, conversations, invent, storeProperties } = options
  const xksKeyId = {
    AWS_CLOUDHSM: xksKeyIds(invent),
    EXTERNAL_KEY_STORE: xksKeyIds(invent, storeProperties.EXTERNAL_KEY_STORE.XksKeyIds)
  } as const
  const of = (type: CustomKeyStoreType, properties: Members, faulty = false): Subject => ({
    session: conversations.main,
    invent,
    type,
    xksKeyId: xksKeyId[type],
    named: properties,
    keeper: keeper({
      session: conversations.main,
      invent,
      type,
      properties,
      faulty,
      patience: waiting,
      remove: async (id) => {
        const left = await tidied(client.as(), { stores: [id], keys: [] }, options.patience)
        return left.stores.length === 0
      }
    })
  })
  return { of, xksKeyId }
}

/** The types of every store of a vector. */
const typesIn = (vector: Vector): ReadonlyArray<CustomKeyStoreType> => [
  typeOf(kindIn(vector)),
  ...vector.params.account.stores.map((store) => store.CustomKeyStoreType),
  ...vector.params.steps.flatMap((step) =>
    'operation' in step
      ? customKeyStoreTypes.filter((type) => type === step.request?.['CustomKeyStoreType'])
      : []
  )
]

/** The checks of an endpoint, in the order in which they are made: those that leave keys come last. */
export const plans = (options: PlanOptions): ReadonlyArray<Planned> => {
  const { client, conversations, edition, invent, storeProperties, types } = options
  const waiting = patience(options.patience)
  const { of, xksKeyId } = subjects(options, waiting)
  const sound = {
    AWS_CLOUDHSM: of('AWS_CLOUDHSM', storeProperties.AWS_CLOUDHSM.sound),
    EXTERNAL_KEY_STORE: of('EXTERNAL_KEY_STORE', storeProperties.EXTERNAL_KEY_STORE.sound)
  }
  const { XksProxyConnectivity: named } = storeProperties.EXTERNAL_KEY_STORE.sound
  const keptFor: Readonly<Record<Kind, Subject>> = {
    AWS_CLOUDHSM: sound.AWS_CLOUDHSM,
    PUBLIC_ENDPOINT: sound.EXTERNAL_KEY_STORE,
    VPC_ENDPOINT_SERVICE:
      named === undefined
        ? of('EXTERNAL_KEY_STORE', invent.vpcMembers(storeProperties.EXTERNAL_KEY_STORE.sound))
        : sound.EXTERNAL_KEY_STORE
  }

  const checksOf = (type: CustomKeyStoreType): ReadonlyArray<Planned> => {
    const { faulty } = storeProperties[type]
    const unreachable = (plan: Planned): Planned => ({
      ...plan,
      run: () => Promise.resolve({ is: 'not reached', why: noFaultyStore })
    })
    return [
      ...accountChecks(sound[type], storeProperties[type].sound),
      ...soundMatrix(sound[type]),
      ...failedColumn(of(type, faulty ?? {}, true)).map((plan) =>
        faulty === undefined ? unreachable(plan) : plan
      )
    ]
  }

  const ground: Ground = {
    invent,
    storeProperties,
    xksKeyId,
    patience: waiting,
    open: async () => {
      for (const type of types) await sound[type].keeper.release()
      return conversations.open()
    },
    close: conversations.close,
    dispose: async (key, aliases) => {
      await withoutAliases(client.as(), aliases)
      await disposed(client.as(), key)
    },
    mayLeaveStore: async (type, isSure) => {
      if (await conversations.areSeparate()) return true
      const most = isSure ? mostStoresLeft : mostStoresLeft + mostLeftBesides
      return !isBackedByNamed(storeProperties[type].sound) && conversations.left().stores.length < most
    }
  }

  const vectors = [...vectorsOf(edition), ...formVectors(edition)].filter(
    (vector) => vector.needs.length === 0 && typesIn(vector).every((type) => types.includes(type))
  )
  /** What was named can be used by one at a time. */
  const isNamed = types.some((type) => Object.keys(storeProperties[type].sound).length > 0)
  const lanes = async (): Promise<number> =>
    !isNamed && (await conversations.areSeparate()) ? mostAtOnce : 1
  const isOfKey = ({ params }: Vector): boolean => params.account.keys.length > 0
  const kinds = [...new Set(vectors.map(kindIn))]
  return [
    ...types.flatMap(checksOf),
    ...ahead(
      lanes,
      freshVectors(
        ground,
        vectors.filter((vector) => !isOfKey(vector))
      )
    ),
    ...types.flatMap((type) => keyChecks(sound[type])),
    ...kinds.flatMap((kind) =>
      keyVectors(
        ground,
        keptFor[kind],
        vectors.filter((vector) => isOfKey(vector) && kindIn(vector) === kind)
      )
    )
  ]
}
