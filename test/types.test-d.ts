/** What the compiler knows: the exceptions and the state that each operation leads to, and what does not compile. */
import type { Either } from 'fp-ts/lib/Either.js'
import { describe, expectTypeOf, test } from 'vitest'
import type { Failing, SeededStore } from '../src/endpoint/index.js'
import { endpoint, endpointOrThrow } from '../src/endpoint/index.js'
import * as cks from '../src/index.js'
import { connecting, disconnecting } from '../src/model/CustomKeyStore.js'
import { decision } from '../src/operations/Decision.js'
import { operation } from '../src/operations/Operation.js'
import { stage } from '../src/operations/Stage.js'
import { clusterIsActive } from '../src/rules/cluster.js'
import { enforce, unless, type RefusalOf } from '../src/rules/Rule.js'

type Names<X extends { readonly name: string }> = X['name']
type Result<F> = F extends (...given: never) => infer R
  ? R extends (...given: never) => unknown
    ? Result<R>
    : R
  : never

/** The exceptions that both types of store have at Create and Update. */
type ProxyException =
  | 'XksProxyIncorrectAuthenticationCredentialException'
  | 'XksProxyInvalidConfigurationException'
  | 'XksProxyInvalidResponseException'
  | 'XksProxyUriEndpointInUseException'
  | 'XksProxyUriInUseException'
  | 'XksProxyUriUnreachableException'
  | 'XksProxyVpcEndpointServiceInUseException'
  | 'XksProxyVpcEndpointServiceInvalidConfigurationException'
  | 'XksProxyVpcEndpointServiceNotFoundException'

describe('the exceptions of an operation are exactly those that its page lists', () => {
  test('ConnectCustomKeyStore', () => {
    expectTypeOf<Names<cks.ExceptionOf<'ConnectCustomKeyStore'>>>().toEqualTypeOf<
      | 'CloudHsmClusterInvalidConfigurationException'
      | 'CloudHsmClusterNotActiveException'
      | 'CustomKeyStoreInvalidStateException'
      | 'CustomKeyStoreNotFoundException'
      | 'KMSInternalException'
    >()
  })

  test('DisconnectCustomKeyStore', () => {
    expectTypeOf<Names<cks.ExceptionOf<'DisconnectCustomKeyStore'>>>().toEqualTypeOf<
      'CustomKeyStoreInvalidStateException' | 'CustomKeyStoreNotFoundException' | 'KMSInternalException'
    >()
  })

  test('DeleteCustomKeyStore', () => {
    expectTypeOf<Names<cks.ExceptionOf<'DeleteCustomKeyStore'>>>().toEqualTypeOf<
      | 'CustomKeyStoreHasCMKsException'
      | 'CustomKeyStoreInvalidStateException'
      | 'CustomKeyStoreNotFoundException'
      | 'KMSInternalException'
    >()
  })

  test('DescribeCustomKeyStores', () => {
    expectTypeOf<Names<cks.ExceptionOf<'DescribeCustomKeyStores'>>>().toEqualTypeOf<
      'CustomKeyStoreNotFoundException' | 'InvalidMarkerException' | 'KMSInternalException'
    >()
  })

  test('CreateCustomKeyStore', () => {
    expectTypeOf<Names<cks.ExceptionOf<'CreateCustomKeyStore'>>>().toEqualTypeOf<
      | 'CloudHsmClusterInUseException'
      | 'CloudHsmClusterInvalidConfigurationException'
      | 'CloudHsmClusterNotActiveException'
      | 'CloudHsmClusterNotFoundException'
      | 'CustomKeyStoreNameInUseException'
      | 'IncorrectTrustAnchorException'
      | 'KMSInternalException'
      | 'LimitExceededException'
      | ProxyException
    >()
  })

  test('UpdateCustomKeyStore', () => {
    expectTypeOf<Names<cks.ExceptionOf<'UpdateCustomKeyStore'>>>().toEqualTypeOf<
      | 'CloudHsmClusterInvalidConfigurationException'
      | 'CloudHsmClusterNotActiveException'
      | 'CloudHsmClusterNotFoundException'
      | 'CloudHsmClusterNotRelatedException'
      | 'CustomKeyStoreInvalidStateException'
      | 'CustomKeyStoreNameInUseException'
      | 'CustomKeyStoreNotFoundException'
      | 'KMSInternalException'
      | ProxyException
    >()
  })

  test('CreateKey', () => {
    expectTypeOf<Names<cks.ExceptionOf<'CreateKey'>>>().toEqualTypeOf<
      | 'CloudHsmClusterInvalidConfigurationException'
      | 'CustomKeyStoreInvalidStateException'
      | 'CustomKeyStoreNotFoundException'
      | 'DependencyTimeoutException'
      | 'InvalidArnException'
      | 'KMSInternalException'
      | 'LimitExceededException'
      | 'MalformedPolicyDocumentException'
      | 'TagException'
      | 'UnsupportedOperationException'
      | 'XksKeyAlreadyInUseException'
      | 'XksKeyInvalidConfigurationException'
      | 'XksKeyNotFoundException'
    >()
  })

  test('GenerateRandom', () => {
    expectTypeOf<Names<cks.ExceptionOf<'GenerateRandom'>>>().toEqualTypeOf<
      | 'CustomKeyStoreInvalidStateException'
      | 'CustomKeyStoreNotFoundException'
      | 'DependencyTimeoutException'
      | 'KMSInternalException'
      | 'UnsupportedOperationException'
    >()
  })

  test('Encrypt', () => {
    expectTypeOf<Names<cks.ExceptionOf<'Encrypt'>>>().toEqualTypeOf<
      | 'DependencyTimeoutException'
      | 'DisabledException'
      | 'DryRunOperationException'
      | 'InvalidGrantTokenException'
      | 'InvalidKeyUsageException'
      | 'KMSInternalException'
      | 'KMSInvalidStateException'
      | 'KeyUnavailableException'
      | 'NotFoundException'
    >()
  })

  test('an exception is told by its name', () => {
    const status = (exception: cks.ExceptionOf<'ConnectCustomKeyStore'>): number => {
      if (exception.name !== 'KMSInternalException') return exception.httpStatus
      expectTypeOf(exception).toEqualTypeOf<cks.Exception<'KMSInternalException'>>()
      return 500
    }
    expectTypeOf(status).returns.toEqualTypeOf<number>()
  })
})

/** What an operation on one store refuses with: what its page lists, but that the store is there. */
type OnStore<Name extends cks.OperationName> = Exclude<
  cks.ExceptionOf<Name>,
  cks.Exception<'CustomKeyStoreNotFoundException'>
>

describe('a refusal', () => {
  test('tells of a resource, whatever its exception', () => {
    expectTypeOf<cks.Refusal['resource']>().toEqualTypeOf<cks.Resource | undefined>()
    expectTypeOf<cks.Exception<'KMSInvalidStateException'>['resource']>().toEqualTypeOf<
      cks.Resource | undefined
    >()
    expectTypeOf<cks.Resource['kind']>().toEqualTypeOf<cks.ResourceKind>()
  })
})

describe('an operation', () => {
  type Lengths<F> = F extends (...given: infer A extends ReadonlyArray<unknown>) => infer R
    ? A['length'] | Lengths<R>
    : never
  type Called<F> = F extends (...given: never) => unknown ? F : never
  /** Those that are only asked of an account cannot be called. */
  type Taken<Functions> = {
    -readonly [Name in keyof Functions as [Called<Functions[Name]>] extends [never] ? never : Name]: Lengths<
      Functions[Name]
    >
  }
  type One<Functions> = Record<keyof Taken<Functions>, 1>
  type Explained = {
    [Name in keyof cks.Operations]: cks.Operations[Name] extends { readonly explain: infer F } ? F : never
  }

  test('takes exactly one argument at a time, and so does its explain', () => {
    expectTypeOf<Taken<cks.Operations>>().toEqualTypeOf<One<cks.Operations>>()
    expectTypeOf<Taken<Explained>>().toEqualTypeOf<One<Explained>>()
    expectTypeOf<Taken<Pick<typeof cks, 'useKey' | 'settle'>>>().toEqualTypeOf<
      Record<'useKey' | 'settle', 1>
    >()
  })

  test('takes its facts first', () => {
    expectTypeOf<Parameters<typeof cks.connect>>().toEqualTypeOf<[facts: cks.ConnectFacts]>()
    expectTypeOf<Parameters<typeof cks.delete>>().toEqualTypeOf<[facts: cks.DeleteFacts]>()
    expectTypeOf<Parameters<typeof cks.create>>().toEqualTypeOf<[facts: cks.CreateFacts]>()
    expectTypeOf<Parameters<typeof cks.useKey>>().toEqualTypeOf<[facts: cks.UseKeyFacts]>()
  })
})

describe('facts are gathered from what the operation takes besides them', () => {
  type Gathers<F extends { readonly facts: unknown }> = F['facts']
  type Facts<F> = F extends (facts: infer A) => unknown ? A : never
  type FromAccount = { readonly account: cks.Account }

  test('of a store alone', () => {
    type From = Pick<cks.Circumstances, 'infrastructure' | 'failure'>
    expectTypeOf<Gathers<typeof cks.connect>>().toEqualTypeOf<
      (from: From) => (store: cks.CustomKeyStore) => cks.ConnectFacts
    >()
    expectTypeOf<Gathers<typeof cks.disconnect>>().toEqualTypeOf<
      (from: cks.WithFailure) => (store: cks.CustomKeyStore) => cks.WithFailure
    >()
    expectTypeOf<Result<Gathers<typeof cks.generateRandom>>>().toEqualTypeOf<
      Facts<typeof cks.generateRandom>
    >()
    expectTypeOf<Result<Gathers<typeof cks.settle>>>().toEqualTypeOf<cks.ConnectionFacts>()
    expectTypeOf<Result<Gathers<typeof cks.useKey>>>().toEqualTypeOf<cks.UseKeyFacts>()
  })

  test('of an account, where the operation looks into it', () => {
    expectTypeOf<Gathers<typeof cks.delete>>().toEqualTypeOf<
      (from: cks.WithFailure & FromAccount) => (store: cks.CustomKeyStore) => cks.DeleteFacts
    >()
    expectTypeOf<Gathers<typeof cks.update>>().toEqualTypeOf<
      (
        from: Pick<cks.Circumstances, 'infrastructure' | 'storesOfOtherAccounts' | 'failure'> & FromAccount
      ) => (request: cks.UpdateCustomKeyStoreRequest) => (store: cks.CustomKeyStore) => cks.UpdateFacts
    >()
    expectTypeOf<Result<Gathers<typeof cks.create>>>().toEqualTypeOf<cks.CreateFacts>()
    expectTypeOf<Result<Gathers<typeof cks.createKey>>>().toEqualTypeOf<cks.CreateKeyFacts>()
    // @ts-expect-error: an Update looks for other stores in the account.
    cks.update.facts({ infrastructure: cks.healthyInfrastructure })
  })

  test('of a key, with its request', () => {
    expectTypeOf<
      Result<Gathers<typeof cks.scheduleKeyDeletion>>
    >().toEqualTypeOf<cks.ScheduleKeyDeletionFacts>()
    expectTypeOf<Parameters<Gathers<typeof cks.enableKey>>[0]>().toEqualTypeOf<cks.WithFailure>()
  })
})

describe('the result of an operation is the exact state that it leads to, or exactly its refusals', () => {
  test('connect', () => {
    expectTypeOf<Result<typeof cks.connect>>().toEqualTypeOf<
      Either<OnStore<'ConnectCustomKeyStore'>, cks.Connecting | cks.Connected>
    >()
    expectTypeOf<(cks.Connecting | cks.Connected)['ConnectionState']>().toEqualTypeOf<
      'CONNECTING' | 'CONNECTED'
    >()
  })

  test('disconnect', () => {
    expectTypeOf<Result<typeof cks.disconnect>>().toEqualTypeOf<
      Either<OnStore<'DisconnectCustomKeyStore'>, cks.Disconnecting>
    >()
  })

  test('create and delete', () => {
    expectTypeOf<Result<typeof cks.create>>().toEqualTypeOf<
      Either<
        cks.ExceptionOf<'CreateCustomKeyStore'>,
        (cks.CloudHsmKeyStore & cks.Disconnected) | (cks.ExternalKeyStore & cks.Disconnected)
      >
    >()
    expectTypeOf<Result<typeof cks.create>>().toExtend<Either<unknown, cks.Disconnected>>()
    expectTypeOf<Result<typeof cks.delete>>().toEqualTypeOf<
      Either<OnStore<'DeleteCustomKeyStore'>, cks.Disconnected>
    >()
  })

  test('update, by edition', () => {
    type UpdateUnder<N extends cks.EditionName> = Result<ReturnType<typeof cks.under<N>>['update']>
    type Updated<Store> = Either<OnStore<'UpdateCustomKeyStore'> | cks.ValidationException, Store>
    expectTypeOf<Result<typeof cks.update>>().toEqualTypeOf<Updated<cks.Disconnected>>()
    expectTypeOf<UpdateUnder<'exception-text-2022'>>().toEqualTypeOf<Updated<cks.Disconnected>>()
    expectTypeOf<UpdateUnder<'operation-page-2026'>>().toEqualTypeOf<
      Updated<cks.Connected | cks.Disconnected>
    >()
    expectTypeOf<UpdateUnder<'developer-guide'>>().toEqualTypeOf<Updated<cks.CustomKeyStore>>()
  })

  test('generateRandom', () => {
    expectTypeOf<Result<typeof cks.generateRandom>>().toEqualTypeOf<
      Either<OnStore<'GenerateRandom'>, cks.Connected & cks.CloudHsmKeyStore>
    >()
  })

  test('createKey and useKey', () => {
    expectTypeOf<Result<typeof cks.createKey>>().toEqualTypeOf<Either<OnStore<'CreateKey'>, cks.KmsKey>>()
    expectTypeOf<Result<typeof cks.useKey>>().toEqualTypeOf<
      Either<
        cks.Exception<
          | 'DependencyTimeoutException'
          | 'DisabledException'
          | 'KMSInternalException'
          | 'KMSInvalidStateException'
          | 'KeyUnavailableException'
        >,
        cks.KmsKey
      >
    >()
  })

  test('what KMS reports is never refused', () => {
    expectTypeOf<Result<typeof cks.connectionSucceeded>>().toEqualTypeOf<cks.CustomKeyStore>()
    expectTypeOf<Result<typeof cks.connectionFailed>>().toEqualTypeOf<cks.CustomKeyStore>()
    expectTypeOf<Result<typeof cks.disconnectionCompleted>>().toEqualTypeOf<cks.CustomKeyStore>()
    expectTypeOf<Result<typeof cks.settle>>().toEqualTypeOf<cks.CustomKeyStore>()
  })

  test('the operations of an account answer in AWS’s form, and with the account', () => {
    type AnsweredBy<F> = Result<F> extends Either<infer X, readonly [infer A, cks.Account]> ? [X, A] : never
    expectTypeOf<AnsweredBy<typeof cks.account.connect>>().toEqualTypeOf<
      [cks.ExceptionOf<'ConnectCustomKeyStore'>, cks.Empty]
    >()
    expectTypeOf<AnsweredBy<typeof cks.account.disconnect>>().toEqualTypeOf<
      [cks.ExceptionOf<'DisconnectCustomKeyStore'>, cks.Empty]
    >()
    expectTypeOf<AnsweredBy<typeof cks.account.delete>>().toEqualTypeOf<
      [cks.ExceptionOf<'DeleteCustomKeyStore'>, cks.Empty]
    >()
    expectTypeOf<AnsweredBy<typeof cks.account.create>>().toEqualTypeOf<
      [cks.ExceptionOf<'CreateCustomKeyStore'>, Pick<cks.CustomKeyStoreIdRequest, 'CustomKeyStoreId'>]
    >()
  })
})

describe('a store is told by its state', () => {
  test('the five states are all the states', () => {
    expectTypeOf<cks.CustomKeyStore['ConnectionState']>().toEqualTypeOf<
      'CONNECTED' | 'CONNECTING' | 'FAILED' | 'DISCONNECTED' | 'DISCONNECTING'
    >()
    expectTypeOf<cks.StoreIn<'FAILED'>>().toEqualTypeOf<cks.Failed>()
    expectTypeOf<cks.StoreIn<'CONNECTED' | 'CONNECTING'>>().toEqualTypeOf<cks.Connected | cks.Connecting>()
  })

  test('only a FAILED store has an error code, and one of its type', () => {
    expectTypeOf<cks.Failed>().toHaveProperty('ConnectionErrorCode')
    expectTypeOf<
      Extract<cks.Failed, { CustomKeyStoreType: 'AWS_CLOUDHSM' }>['ConnectionErrorCode']
    >().toEqualTypeOf<
      | 'INTERNAL_ERROR'
      | 'NETWORK_ERRORS'
      | 'INVALID_CREDENTIALS'
      | 'CLUSTER_NOT_FOUND'
      | 'INSUFFICIENT_CLOUDHSM_HSMS'
      | 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'
      | 'SUBNET_NOT_FOUND'
      | 'USER_LOCKED_OUT'
      | 'USER_LOGGED_IN'
      | 'USER_NOT_FOUND'
    >()
    expectTypeOf<
      Extract<cks.Failed, { CustomKeyStoreType: 'EXTERNAL_KEY_STORE' }>['ConnectionErrorCode']
    >().toEqualTypeOf<
      | 'INTERNAL_ERROR'
      | 'NETWORK_ERRORS'
      | 'INVALID_CREDENTIALS'
      | 'XKS_PROXY_ACCESS_DENIED'
      | 'XKS_PROXY_INVALID_CONFIGURATION'
      | 'XKS_PROXY_INVALID_RESPONSE'
      | 'XKS_PROXY_INVALID_TLS_CONFIGURATION'
      | 'XKS_PROXY_NOT_REACHABLE'
      | 'XKS_PROXY_TIMED_OUT'
      | 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION'
      | 'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND'
    >()
  })

  test('a question narrows the store', () => {
    const narrowed = (store: cks.CustomKeyStore) => {
      if (cks.isFailed(store)) expectTypeOf(store).toEqualTypeOf<cks.Failed>()
      if (cks.isSettled(store)) {
        expectTypeOf(store.ConnectionState).toEqualTypeOf<'CONNECTED' | 'DISCONNECTED' | 'FAILED'>()
      }
      if (cks.isCloudHsm(store)) expectTypeOf(store).toHaveProperty('CloudHsmClusterId')
      if (cks.isExternal(store)) expectTypeOf(store).toHaveProperty('XksProxyConfiguration')
    }
    expectTypeOf(narrowed).parameter(0).toEqualTypeOf<cks.CustomKeyStore>()
  })
})

describe('the rules say what is known once they hold', () => {
  test('the exceptions of a list of rules are those of its rules', () => {
    const rules = [
      unless(clusterIsActive, 'CloudHsmClusterNotActiveException'),
      unless(clusterIsActive, 'ValidationException')
    ] as const
    expectTypeOf(enforce(rules)).returns.toExtend<Either<object, object>>()
    expectTypeOf<Names<RefusalOf<typeof rules>>>().toEqualTypeOf<
      'CloudHsmClusterNotActiveException' | 'ValidationException'
    >()
  })

  test('an operation has a rule for every exception that its page lists, and for no other', () => {
    type Refuses<Op> = Op extends { readonly onAccount: infer F }
      ? Result<F> extends Either<infer X, unknown>
        ? Names<Extract<X, { readonly name: string }>>
        : never
      : never
    expectTypeOf<Refuses<typeof cks.connect>>().toEqualTypeOf<
      Names<cks.ExceptionOf<'ConnectCustomKeyStore'>>
    >()
    expectTypeOf<Refuses<typeof cks.disconnect>>().toEqualTypeOf<
      Names<cks.ExceptionOf<'DisconnectCustomKeyStore'>>
    >()
    expectTypeOf<Refuses<typeof cks.delete>>().toEqualTypeOf<Names<cks.ExceptionOf<'DeleteCustomKeyStore'>>>()
    expectTypeOf<Refuses<typeof cks.generateRandom>>().toEqualTypeOf<
      Names<cks.ExceptionOf<'GenerateRandom'>>
    >()
    expectTypeOf<Refuses<typeof cks.createKey>>().toEqualTypeOf<Names<cks.ExceptionOf<'CreateKey'>>>()
    expectTypeOf<Refuses<typeof cks.create>>().toEqualTypeOf<Names<cks.ExceptionOf<'CreateCustomKeyStore'>>>()
    expectTypeOf<Refuses<typeof cks.update>>().toEqualTypeOf<
      Names<cks.ExceptionOf<'UpdateCustomKeyStore'>> | 'ValidationException'
    >()
    expectTypeOf<Refuses<typeof cks.describe>>().toEqualTypeOf<
      Names<cks.ExceptionOf<'DescribeCustomKeyStores'>>
    >()
  })

  test('an operation whose rules refuse with what its page does not list does not compile', () => {
    const { request, response } = cks.describeKey
    const page = {
      source: 'API_DescribeKey',
      permission: 'kms:DescribeKey',
      crossAccountUse: 'yes',
      answersBeforeItIsDone: false,
      relatedOperations: []
    } as const
    const looks = decision([unless(clusterIsActive, 'CloudHsmClusterNotActiveException')], [], () => 1)
    // @ts-expect-error: the page of DescribeKey lists no exception for clusters.
    operation({
      ...page,
      operation: 'DescribeKey',
      request,
      response,
      stage: stage(() => ({ cluster: undefined }), looks),
      answer: (_, { account }) => [{}, account]
    })
  })
})

declare const keyId: cks.KeyId
declare const failed: cks.Failed
declare const connected: cks.Connected
declare const disconnected: cks.Disconnected
declare const hsmFailed: Extract<cks.Failed, { CustomKeyStoreType: 'AWS_CLOUDHSM' }>
declare const notFound: cks.Exception<'CloudHsmClusterNotFoundException'>
declare const undocumented: Either<cks.Exception<'CloudHsmClusterNotFoundException'>, cks.Connecting>
declare const request: cks.CreateKeyRequest

/** Where a value of one type is needed. */
const a = <A>(_: A): void => undefined

const fourStates = { DISCONNECTED: true, CONNECTING: false, CONNECTED: false, FAILED: false } as const

describe('what does not compile', () => {
  test('one kind of id in the place of another', () => {
    // @ts-expect-error: a KMS key id is no key store id.
    a<cks.CustomKeyStoreId>(keyId)
    // @ts-expect-error: a string has to be decoded.
    a<cks.CustomKeyStoreId>('cks-1234567890abcdef0')
    // @ts-expect-error: nor is an endpoint a path.
    a<cks.XksProxyUriPath>(null as unknown as cks.XksProxyUriEndpoint)
    // @ts-expect-error: a secret is not held.
    a<cks.Redacted>('kmsuser-password')
  })

  test('an error code where there is none', () => {
    // @ts-expect-error: a CONNECTED store has no error code.
    a(connected.ConnectionErrorCode)
    // @ts-expect-error: nor can it be given one.
    a<cks.Connected>({ ...connected, ConnectionErrorCode: 'INTERNAL_ERROR' })
    // @ts-expect-error: a FAILED store needs one.
    a<cks.CustomKeyStore>({ ...disconnected, ConnectionState: 'FAILED' })
    // @ts-expect-error: an AWS CloudHSM key store has no code of a proxy.
    a<cks.Failed>({ ...hsmFailed, ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT' })
  })

  test('a step that no arrow leads along', () => {
    // @ts-expect-error: a FAILED store is disconnected first.
    connecting(failed)
    // @ts-expect-error: a DISCONNECTED store cannot be disconnected.
    disconnecting(disconnected)
    // @ts-expect-error: a store does not change while somebody looks at it.
    connected.ConnectionState = 'CONNECTED'
  })

  test('an exception that the page does not list', () => {
    // @ts-expect-error: Connect does not answer that a cluster is not found.
    a<cks.ExceptionOf<'ConnectCustomKeyStore'>>(notFound)
    // @ts-expect-error: and no function that is said to connect may.
    a<Either<cks.ExceptionOf<'ConnectCustomKeyStore'>, cks.Connecting>>(undocumented)
    const connectTo = enforce([unless(clusterIsActive, 'CloudHsmClusterNotFoundException')])
    // @ts-expect-error: nor a list of rules in its place.
    a<Either<cks.ExceptionOf<'ConnectCustomKeyStore'>, object>>(connectTo({ cluster: undefined }))
    // @ts-expect-error: an exception that AWS does not have.
    unless(clusterIsActive, 'ClusterIsTiredException')
    // @ts-expect-error: a validation error is no documented exception.
    a<cks.Exception>(null as unknown as cks.ValidationException)
  })

  test('a table with a hole, and what is not in it', () => {
    // @ts-expect-error: the row leaves DISCONNECTING out.
    a<cks.ValidStates>(fourStates)
    a<Readonly<Record<cks.EditionName, cks.ValidStates>>>({
      ...cks.updatableMembers.AWS_CLOUDHSM.NewCustomKeyStoreName,
      // @ts-expect-error: so does the row of one edition.
      'developer-guide': fourStates
    })
    // @ts-expect-error: there is no such edition.
    cks.under('exception-text-2018')
    // @ts-expect-error: Describe is valid in every state, so the machine has no such operation.
    cks.stateAfter('DescribeCustomKeyStores')
  })

  test('a rule that looks at what it is not told, or cites what does not exist', () => {
    // @ts-expect-error: the rule is about a cluster.
    enforce([unless(clusterIsActive, 'KMSInternalException')])({ cluster: 'ACTIVE' })
    // @ts-expect-error: there is no such page.
    unless(clusterIsActive, 'KMSInternalException', { source: 'API_HearsayAboutKms' })
  })

  test('a request that is not whole', () => {
    // @ts-expect-error: the origin decides whether there is an XksKeyId.
    a(request.XksKeyId)
    // @ts-expect-error: a connection is asked for with an id.
    cks.account.connect(null as unknown as cks.Circumstances)({})
    // @ts-expect-error: a key is created with the facts about the keys that are there.
    cks.createKey({})
  })

  test('an endpoint with what cannot be', () => {
    a<SeededStore>({ ConnectionState: 'FAILED', ConnectionErrorCode: 'USER_NOT_FOUND', keys: 2 })
    // @ts-expect-error: a store that is CONNECTED has no error code.
    a<SeededStore>({ ConnectionState: 'CONNECTED', ConnectionErrorCode: 'USER_NOT_FOUND' })
    // @ts-expect-error: no proxy stands behind an AWS CloudHSM key store.
    a<SeededStore>({ ConnectionState: 'FAILED', ConnectionErrorCode: 'XKS_PROXY_TIMED_OUT' })
    // @ts-expect-error: no cluster stands behind an external key store.
    a<SeededStore>({ CustomKeyStoreType: 'EXTERNAL_KEY_STORE', CloudHsmClusterId: 'cluster-abcdefghijk' })
    // @ts-expect-error: nor has it a proxy unless it is external.
    a<SeededStore>({ XksProxyConfiguration: {} })
    // @ts-expect-error: a key is Unavailable because of its store, not by itself.
    a<SeededStore>({ keys: [{ KeyState: 'Unavailable' }] })
    a<Failing>({ operation: 'CreateKey', error: 'ThrottlingException' })
    // @ts-expect-error: there is no such error.
    a<Failing>({ error: 'Throttled' })
    // @ts-expect-error: nor such an operation.
    a<Failing>({ operation: 'Connect', error: 'ThrottlingException' })
    // @ts-expect-error: a delay is a number, or manual.
    endpointOrThrow({ connectionDelay: 'soon' })
    // @ts-expect-error: what may be wrong has to be looked at first.
    a(endpoint().settle)
    // @ts-expect-error: the former arguments.
    endpointOrThrow().fail('ThrottlingException', 1)
  })

  test('what an endpoint returns, with and without a Left', () => {
    expectTypeOf(endpointOrThrow().settle).returns.toEqualTypeOf<cks.CustomKeyStore>()
    expectTypeOf(endpointOrThrow().advance).returns.toBeVoid()
    expectTypeOf(endpointOrThrow().accounts).returns.toEqualTypeOf<ReadonlyArray<cks.Account>>()
  })
})
