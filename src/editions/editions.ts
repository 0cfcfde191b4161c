import { pipe } from 'fp-ts/lib/function.js'
import * as RR from 'fp-ts/lib/ReadonlyRecord.js'
import type { Evidence } from '../Evidence.js'
import { customKeyStoreTypes, type CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { Source } from '../sources.js'

/** One wording of AWS's rules about ConnectionState. */
export interface Edition {
  /** The text of which it is one wording. */
  readonly text: 'exception text' | 'operation page' | 'developer guide'
  /** The text that it follows, and when that text stood. */
  readonly follows: string
  /** Where it states when a store may be connected, and when updated; every edition takes the rest from the authority. */
  readonly stated: {
    readonly ConnectCustomKeyStore: Source
    readonly UpdateCustomKeyStore: Readonly<Record<CustomKeyStoreType, Source>>
  }
  /** What it says of UpdateCustomKeyStore, in one sentence. */
  readonly saysOfUpdate: string
}

const forBoth = (source: Source) => ({ AWS_CLOUDHSM: source, EXTERNAL_KEY_STORE: source })

/** Every edition by its name, the oldest first. In which states each makes what valid stands in the files of the operations and in `updatableMembers`. */
export const editions = {
  'exception-text-2022': {
    text: 'exception text',
    follows: 'the text of CustomKeyStoreInvalidStateException, December 2022 to spring 2026',
    stated: {
      ConnectCustomKeyStore: 'API_ConnectCustomKeyStore',
      UpdateCustomKeyStore: forBoth('API_ConnectCustomKeyStore')
    },
    saysOfUpdate: 'UpdateCustomKeyStore is valid only when the ConnectionState is DISCONNECTED.'
  },
  'operation-page-2022': {
    text: 'operation page',
    follows: 'the page of UpdateCustomKeyStore, December 2022 to spring 2026',
    stated: {
      ConnectCustomKeyStore: 'API_ConnectCustomKeyStore',
      UpdateCustomKeyStore: forBoth('UpdateCustomKeyStore-2022')
    },
    saysOfUpdate:
      'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name, proxy credential and proxy URI path of an external key store also when it is CONNECTED.'
  },
  'exception-text-2026': {
    text: 'exception text',
    follows: 'the text of CustomKeyStoreInvalidStateException since spring 2026',
    stated: {
      ConnectCustomKeyStore: 'API_ConnectCustomKeyStore',
      UpdateCustomKeyStore: forBoth('service-model')
    },
    saysOfUpdate:
      'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name of a store also when it is CONNECTED.'
  },
  'operation-page-2026': {
    text: 'operation page',
    follows: 'the page of UpdateCustomKeyStore since spring 2026',
    stated: {
      ConnectCustomKeyStore: 'API_ConnectCustomKeyStore',
      UpdateCustomKeyStore: forBoth('API_UpdateCustomKeyStore')
    },
    saysOfUpdate:
      'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name of a store, and the proxy credential and proxy URI path of an external key store, also when it is CONNECTED.'
  },
  'developer-guide': {
    text: 'developer guide',
    follows: 'the AWS KMS Developer Guide since 2023',
    stated: {
      ConnectCustomKeyStore: 'xks-connect-disconnect',
      UpdateCustomKeyStore: { AWS_CLOUDHSM: 'update-keystore', EXTERNAL_KEY_STORE: 'update-xks-keystore' }
    },
    saysOfUpdate:
      'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name, proxy credential and proxy URI path of an external key store in any state.'
  }
} as const satisfies Record<string, Edition>

export type EditionName = keyof typeof editions
export const editionNames = Object.keys(editions) as ReadonlyArray<EditionName>

/** The edition that follows the authority, the text on the page of ConnectCustomKeyStore. */
export const defaultEdition = 'exception-text-2022' satisfies EditionName
export type DefaultEdition = typeof defaultEdition

/** Something made for each edition, by its name. */
export const byEdition = <A>(make: (name: EditionName) => A): Readonly<Record<EditionName, A>> =>
  pipe(editions, RR.mapWithIndex<EditionName, unknown, A>(make))

/** What has been the same in every edition. */
export const inEveryEdition = <A>(a: A): Readonly<Record<EditionName, A>> => byEdition(() => a)

/** A page that states when stores of some types may be updated. */
export interface StatedOfUpdate {
  readonly source: Source
  readonly types: ReadonlyArray<CustomKeyStoreType>
}

/** Where an edition states when a store may be updated: on one page for both types of store, or on one for each. */
export const statedOfUpdate = (edition: EditionName): ReadonlyArray<StatedOfUpdate> => {
  const { AWS_CLOUDHSM, EXTERNAL_KEY_STORE } = editions[edition].stated.UpdateCustomKeyStore
  return AWS_CLOUDHSM === EXTERNAL_KEY_STORE
    ? [{ source: AWS_CLOUDHSM, types: customKeyStoreTypes }]
    : [
        { source: AWS_CLOUDHSM, types: ['AWS_CLOUDHSM'] },
        { source: EXTERNAL_KEY_STORE, types: ['EXTERNAL_KEY_STORE'] }
      ]
}

/** The developer guide says in which states an operation is valid, and not which exception answers in the others. */
export const ofInvalidState = (edition: EditionName): Pick<Evidence, 'implied'> =>
  editions[edition].text === 'developer guide' ? { implied: true } : {}
