import { pipe } from 'fp-ts/lib/function.js'
import * as RR from 'fp-ts/lib/ReadonlyRecord.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import type { Edition, StateBoundOperation } from './Edition.js'

const yes = true
const no = false

const onlyConnected = {
  DISCONNECTED: no,
  CONNECTING: no,
  CONNECTED: yes,
  FAILED: no,
  DISCONNECTING: no
} as const
const onlyDisconnected = {
  DISCONNECTED: yes,
  CONNECTING: no,
  CONNECTED: no,
  FAILED: no,
  DISCONNECTING: no
} as const
const connectedOrNot = {
  DISCONNECTED: yes,
  CONNECTING: no,
  CONNECTED: yes,
  FAILED: no,
  DISCONNECTING: no
} as const
const always = {
  DISCONNECTED: yes,
  CONNECTING: yes,
  CONNECTED: yes,
  FAILED: yes,
  DISCONNECTING: yes
} as const

const valid = {
  ConnectCustomKeyStore: {
    DISCONNECTED: yes,
    CONNECTING: yes,
    CONNECTED: yes,
    FAILED: no,
    DISCONNECTING: no
  },
  DisconnectCustomKeyStore: {
    DISCONNECTED: no,
    CONNECTING: yes,
    CONNECTED: yes,
    FAILED: yes,
    DISCONNECTING: no
  },
  DeleteCustomKeyStore: onlyDisconnected,
  CreateKey: onlyConnected,
  GenerateRandom: onlyConnected
} as const

const cloudHsm = {
  NewCustomKeyStoreName: onlyDisconnected,
  KeyStorePassword: onlyDisconnected,
  CloudHsmClusterId: onlyDisconnected
} as const

const external = {
  NewCustomKeyStoreName: onlyDisconnected,
  XksProxyAuthenticationCredential: onlyDisconnected,
  XksProxyUriPath: onlyDisconnected,
  XksProxyUriEndpoint: onlyDisconnected,
  XksProxyConnectivity: onlyDisconnected,
  XksProxyVpcEndpointServiceName: onlyDisconnected,
  XksProxyVpcEndpointServiceOwner: onlyDisconnected
} as const

/** Every edition, by its name. They differ in the rows that each one names; all else they share. */
export const editions = {
  'exception-text-2022': {
    follows: 'the text of CustomKeyStoreInvalidStateException, December 2022 to spring 2026',
    stated: {
      ConnectCustomKeyStore: 'API_ConnectCustomKeyStore',
      UpdateCustomKeyStore: 'API_ConnectCustomKeyStore'
    },
    valid,
    saysOfUpdate: 'UpdateCustomKeyStore is valid only when the ConnectionState is DISCONNECTED.',
    updatable: { AWS_CLOUDHSM: cloudHsm, EXTERNAL_KEY_STORE: external }
  },
  'operation-page-2022': {
    follows: 'the page of UpdateCustomKeyStore, December 2022 to spring 2026',
    stated: {
      ConnectCustomKeyStore: 'API_ConnectCustomKeyStore',
      UpdateCustomKeyStore: 'API_UpdateCustomKeyStore'
    },
    valid,
    saysOfUpdate:
      'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name, proxy credential and proxy URI path of an external key store also when it is CONNECTED.',
    updatable: {
      AWS_CLOUDHSM: cloudHsm,
      EXTERNAL_KEY_STORE: {
        ...external,
        NewCustomKeyStoreName: connectedOrNot,
        XksProxyAuthenticationCredential: connectedOrNot,
        XksProxyUriPath: connectedOrNot
      }
    }
  },
  'exception-text-2026': {
    follows: 'the text of CustomKeyStoreInvalidStateException since spring 2026',
    stated: { ConnectCustomKeyStore: 'API_ConnectCustomKeyStore', UpdateCustomKeyStore: 'service-model' },
    valid,
    saysOfUpdate:
      'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name of a store also when it is CONNECTED.',
    updatable: {
      AWS_CLOUDHSM: { ...cloudHsm, NewCustomKeyStoreName: connectedOrNot },
      EXTERNAL_KEY_STORE: { ...external, NewCustomKeyStoreName: connectedOrNot }
    }
  },
  'operation-page-2026': {
    follows: 'the page of UpdateCustomKeyStore since spring 2026',
    stated: {
      ConnectCustomKeyStore: 'API_ConnectCustomKeyStore',
      UpdateCustomKeyStore: 'API_UpdateCustomKeyStore'
    },
    valid,
    saysOfUpdate:
      'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name of a store, and the proxy credential and proxy URI path of an external key store, also when it is CONNECTED.',
    updatable: {
      AWS_CLOUDHSM: { ...cloudHsm, NewCustomKeyStoreName: connectedOrNot },
      EXTERNAL_KEY_STORE: {
        ...external,
        NewCustomKeyStoreName: connectedOrNot,
        XksProxyAuthenticationCredential: connectedOrNot,
        XksProxyUriPath: connectedOrNot
      }
    }
  },
  // Assumes A44.
  'developer-guide': {
    follows: 'the AWS KMS Developer Guide since 2023',
    stated: { ConnectCustomKeyStore: 'xks-connect-disconnect', UpdateCustomKeyStore: 'update-xks-keystore' },
    valid: { ...valid, ConnectCustomKeyStore: onlyDisconnected },
    saysOfUpdate:
      'UpdateCustomKeyStore is valid when the ConnectionState is DISCONNECTED; the name, proxy credential and proxy URI path of an external key store in any state.',
    updatable: {
      AWS_CLOUDHSM: cloudHsm,
      EXTERNAL_KEY_STORE: {
        ...external,
        NewCustomKeyStoreName: always,
        XksProxyAuthenticationCredential: always,
        XksProxyUriPath: always
      }
    }
  }
} as const satisfies Record<string, Edition>

export type EditionName = keyof typeof editions
export const editionNames = Object.keys(editions) as ReadonlyArray<EditionName>

/** Something made for each edition, by its name. */
export const byEdition = <A>(make: (name: EditionName) => A): Readonly<Record<EditionName, A>> =>
  pipe(editions, RR.mapWithIndex<EditionName, unknown, A>(make))

/** The edition that follows the authority, the text on the page of ConnectCustomKeyStore. */
export const defaultEdition = 'exception-text-2022' satisfies EditionName
export type DefaultEdition = typeof defaultEdition

type StatesWhereTrue<Row> = Row extends unknown
  ? Extract<{ [S in keyof Row]: Row[S] extends true ? S : never }[keyof Row], ConnectionState>
  : never

/** The states in which some edition lets an operation run. */
export type ValidStateOf<O extends StateBoundOperation> = StatesWhereTrue<
  (typeof editions)[EditionName]['valid'][O]
>

type StatesOfSomeRow<Rows> = Rows extends unknown
  ? { [M in keyof Rows]: StatesWhereTrue<Rows[M]> }[keyof Rows]
  : never

/** The states in which an edition lets some member of a store be updated. */
export type UpdatableStateOf<N extends EditionName> = StatesOfSomeRow<
  (typeof editions)[N]['updatable'][CustomKeyStoreType]
>
