import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import {
  plan,
  planLines,
  planUnder,
  unreachableLines,
  type Goal,
  type PlanStep
} from '../../src/plan/index.js'
import {
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  decoded,
  externalKey,
  externalStore,
  publicId
} from '../fixtures.js'

const now = 1_800_000_000
const pending = (KeyId: string, days: number) => ({ KeyId, DeletionDate: now + days * 86_400 })

/** A step in a few words: the operation and what it carries, or what is waited for, or that something is put right or prepared. */
const inShort = (step: PlanStep): string => {
  if (step.kind === 'fix') return step.prepares === undefined ? 'fix' : `prepare ${step.prepares}`
  if (step.kind === 'wait')
    return `until ${step.until}${step.days === undefined ? '' : ` (${step.days} days)`}`
  const { CustomKeyStoreId: _, ...rest } = step.request
  const carried = Object.entries(rest).map(([name, value]) => (name === 'KeyId' ? value : name))
  return [step.operation, ...carried].join(' ')
}

const planned = (
  goal: Goal,
  store: cks.CustomKeyStore,
  keys: ReadonlyArray<cks.KmsKey> = [],
  edition: cks.EditionName = cks.defaultEdition
) => {
  const made = planUnder(edition)(goal)({ store, keys, now })
  if (E.isRight(made)) return made.right
  throw new Error(unreachableLines(made.left).join('\n'))
}

const steps = (...given: Parameters<typeof planned>): ReadonlyArray<string> =>
  planned(...given).steps.map(inShort)

const refused = (goal: Goal, store: cks.CustomKeyStore, keys: ReadonlyArray<cks.KmsKey> = []) => {
  const made = plan(goal)({ store, keys, now })
  if (E.isLeft(made)) return made.left
  throw new Error(planLines(made.right).join('\n'))
}

const away = ['DisconnectCustomKeyStore', 'until DISCONNECTED']
const back = ['ConnectCustomKeyStore', 'until CONNECTED']
const gone = [...away, 'DeleteCustomKeyStore']
const failedWith = (ConnectionErrorCode: string) => cloudHsmStore('FAILED', { ConnectionErrorCode })
const externalFailedWith = (ConnectionErrorCode: string) =>
  externalStore('FAILED', 'PUBLIC_ENDPOINT', { ConnectionErrorCode })

describe('to CONNECTED', () => {
  it('disconnects a store that has FAILED, puts right, updates, and connects, in this order', () => {
    expect(steps('CONNECTED', failedWith('USER_LOCKED_OUT'))).toEqual([
      ...away,
      'fix',
      'UpdateCustomKeyStore KeyStorePassword',
      ...back
    ])
    expect(steps('CONNECTED', externalFailedWith('XKS_PROXY_INVALID_CONFIGURATION'))).toEqual([
      ...away,
      'fix',
      'UpdateCustomKeyStore XksProxyUriPath',
      ...back
    ])
  })

  it('updates nothing where KMS needs no corrected values', () => {
    expect(steps('CONNECTED', failedWith('INSUFFICIENT_CLOUDHSM_HSMS'))).toEqual([...away, 'fix', ...back])
  })

  it('updates the credentials that KMS holds only if they are not the right ones in the end', () => {
    const mayNeed = (store: cks.CustomKeyStore) =>
      planned('CONNECTED', store).steps.flatMap((step) => (step.kind === 'fix' ? [step.mayNeed] : []))
    expect(steps('CONNECTED', failedWith('INVALID_CREDENTIALS'))).toEqual([...away, 'fix', ...back])
    expect(mayNeed(failedWith('INVALID_CREDENTIALS'))).toMatchObject([
      { operation: 'UpdateCustomKeyStore', request: { KeyStorePassword: '<password of kmsuser>' } }
    ])
    expect(steps('CONNECTED', externalFailedWith('INVALID_CREDENTIALS'))).toEqual([...away, 'fix', ...back])
    expect(mayNeed(externalFailedWith('INVALID_CREDENTIALS'))).toMatchObject([
      {
        operation: 'UpdateCustomKeyStore',
        request: { XksProxyAuthenticationCredential: { AccessKeyId: '<access key id>' } }
      }
    ])
  })

  it('only tries again after a failure of KMS itself', () => {
    expect(steps('CONNECTED', failedWith('INTERNAL_ERROR'))).toEqual([...away, ...back])
  })

  it('puts the service right for a public store as well, though it cannot have that code', () => {
    const store = externalFailedWith('XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND')
    expect(steps('CONNECTED', store)).toEqual([...away, 'fix', ...back])
  })

  it('waits for what is going on', () => {
    expect(steps('CONNECTED', cloudHsmStore('CONNECTING'))).toEqual(['until CONNECTED'])
    expect(steps('CONNECTED', cloudHsmStore('DISCONNECTING'))).toEqual(['until DISCONNECTED', ...back])
  })

  it('has nothing to do in a store that is CONNECTED', () => {
    expect(steps('CONNECTED', cloudHsmStore('CONNECTED'))).toEqual([])
  })
})

describe('to DISCONNECTED', () => {
  it('ends an attempt to connect, which is an assumption', () => {
    const { steps } = planned('DISCONNECTED', cloudHsmStore('CONNECTING'))
    expect(steps.map(inShort)).toEqual(away)
    expect(steps[0]!.assumes).toEqual(['A4', 'A5'])
  })

  it('puts nothing right', () => {
    expect(steps('DISCONNECTED', failedWith('USER_LOCKED_OUT'))).toEqual(away)
  })
})

describe('to be deleted', () => {
  const schedule = (id: string) => `ScheduleKeyDeletion ${id} PendingWindowInDays`
  const keys = [
    cloudHsmKey({ KeyId: 'one' }),
    cloudHsmKey(pending('two', 9.5)),
    cloudHsmKey({ KeyId: 'three' })
  ]
  const emptied = [schedule('one'), schedule('three'), 'until the keys are gone (30 days)']

  it('disconnects and deletes a store without keys', () => {
    expect(steps('deleted', cloudHsmStore('CONNECTED'))).toEqual(gone)
    expect(steps('deleted', failedWith('CLUSTER_NOT_FOUND'))).toEqual(gone)
  })

  it('keeps a CONNECTED store connected until its keys are gone', () => {
    expect(steps('deleted', cloudHsmStore('CONNECTED'), keys)).toEqual([...emptied, ...gone])
  })

  it('connects first a store that is not, so that KMS can remove key material from the cluster', () => {
    expect(steps('deleted', cloudHsmStore('DISCONNECTED'), keys)).toEqual([...back, ...emptied, ...gone])
    expect(steps('deleted', failedWith('USER_NOT_FOUND'), keys)).toEqual([
      ...away,
      'fix',
      ...back,
      ...emptied,
      ...gone
    ])
  })

  it('does so for keys that are pending deletion already', () => {
    const store = cloudHsmStore('DISCONNECTED')
    expect(steps('deleted', store, [cloudHsmKey(pending('two', 9.5))])).toEqual([
      ...back,
      'until the keys are gone (10 days)',
      ...gone
    ])
  })

  it('connects nothing where key material may be left behind', () => {
    expect(steps('deletedLeavingKeyMaterial', failedWith('CLUSTER_NOT_FOUND'), keys)).toEqual([
      ...emptied,
      ...gone
    ])
  })

  it('connects no external key store: nothing is removed from an external key manager', () => {
    expect(steps('deleted', externalStore('DISCONNECTED'), [externalKey({ KeyId: 'one' })])).toEqual([
      schedule('one'),
      'until the keys are gone (30 days)',
      'DeleteCustomKeyStore'
    ])
  })

  it('waits for the last of the keys, and no time for one whose time has come', () => {
    const store = externalStore('DISCONNECTED')
    const late = [externalKey({ KeyId: 'one' }), externalKey(pending('two', 45))]
    expect(steps('deleted', store, late)[1]).toBe('until the keys are gone (45 days)')
    expect(steps('deleted', store, [externalKey(pending('two', -1))])[0]).toBe(
      'until the keys are gone (0 days)'
    )
  })

  it('leaves the keys of other stores alone', () => {
    const other = cloudHsmKey({ CustomKeyStoreId: 'cks-other' })
    const { from, steps } = planned('deleted', cloudHsmStore('DISCONNECTED'), [other])
    expect(from.keys).toBe(0)
    expect(steps.map(inShort)).toEqual(['DeleteCustomKeyStore'])
  })

  it('makes a plan for a store with very many keys', () => {
    const many = Array.from({ length: 500 }, (_, n) => cloudHsmKey({ KeyId: `key ${String(n)}` }))
    expect(steps('deleted', cloudHsmStore('CONNECTED'), many)).toHaveLength(504)
  })
})

describe('to hold a new key', () => {
  it('connects and creates', () => {
    expect(steps('keyCreated', cloudHsmStore('DISCONNECTED'))).toEqual([...back, 'CreateKey Origin'])
    expect(steps('keyCreated', externalStore('CONNECTED'))).toEqual(['CreateKey Origin XksKeyId'])
  })

  it('is impossible where the account has as many as it may', () => {
    const key = cloudHsmKey()
    const { obstacles } = refused('keyCreated', cloudHsmStore('CONNECTED'), Array(100_000).fill(key))
    expect(obstacles.map(({ operation, exception }) => `${operation} ${exception}`)).toEqual([
      'CreateKey LimitExceededException',
      'CreateKey CustomKeyStoreInvalidStateException'
    ])
  })
})

describe('to be updated', () => {
  const renamed: Goal = { updated: ['NewCustomKeyStoreName'] }
  const renamedAndConnected: Goal = { updated: ['NewCustomKeyStoreName'], and: 'CONNECTED' }
  const update = 'UpdateCustomKeyStore NewCustomKeyStoreName'

  it('disconnects, updates, and connects again if that is wanted', () => {
    expect(steps(renamed, cloudHsmStore('CONNECTED'))).toEqual([...away, update])
    expect(steps(renamedAndConnected, cloudHsmStore('CONNECTED'))).toEqual([...away, update, ...back])
  })

  it('updates at once where the edition lets it', () => {
    const store = cloudHsmStore('CONNECTED')
    expect(steps(renamedAndConnected, store, [], 'exception-text-2026')).toEqual([update])
    expect(steps(renamedAndConnected, store, [], 'operation-page-2022')).toEqual([...away, update, ...back])
    const failed = externalFailedWith('XKS_PROXY_ACCESS_DENIED')
    expect(steps(renamed, failed, [], 'developer-guide')).toEqual([update])
    const unreachable = externalFailedWith('NETWORK_ERRORS')
    expect(steps(renamed, unreachable, [], 'developer-guide')).toEqual(['fix', update])
  })

  it('carries in one request what the failure needs and what is wanted', () => {
    expect(steps(renamedAndConnected, failedWith('USER_LOCKED_OUT'))).toEqual([
      ...away,
      'fix',
      'UpdateCustomKeyStore KeyStorePassword NewCustomKeyStoreName',
      ...back
    ])
  })

  it('puts right first what KMS would stumble over when it tries the proxy', () => {
    const moved: Goal = { updated: ['XksProxyUriPath'] }
    expect(steps(moved, externalFailedWith('XKS_PROXY_NOT_REACHABLE'))).toEqual([
      ...away,
      'fix',
      'prepare XksProxyUriPath',
      'UpdateCustomKeyStore XksProxyUriPath'
    ])
    expect(steps(moved, externalFailedWith('XKS_PROXY_ACCESS_DENIED'))).toEqual([
      ...away,
      'prepare XksProxyUriPath',
      'UpdateCustomKeyStore XksProxyUriPath'
    ])
  })

  it('changes the connectivity to the other one, with what belongs to it', () => {
    const change = (updated: ReadonlyArray<cks.UpdatableMember>, store: cks.CustomKeyStore) =>
      planned({ updated }, store).steps.find((step) => step.kind === 'operation')
    const members = ['XksProxyConnectivity', 'XksProxyUriEndpoint', 'XksProxyVpcEndpointServiceName'] as const
    expect(change(members, externalStore('DISCONNECTED'))).toMatchObject({
      request: {
        XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
        XksProxyUriEndpoint: '<endpoint>',
        XksProxyVpcEndpointServiceName: '<service name>'
      }
    })
    expect(change(members, externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE'))).toMatchObject({
      request: {
        XksProxyConnectivity: 'PUBLIC_ENDPOINT',
        XksProxyUriEndpoint: '<endpoint>',
        XksProxyVpcEndpointServiceName: ''
      }
    })
  })

  it('has nothing to do where nothing is named', () => {
    expect(steps({ updated: [] }, cloudHsmStore('CONNECTED'))).toEqual([])
  })

  it('is impossible with a member of the other type of store', () => {
    const { obstacles } = refused({ updated: ['XksProxyUriPath'] }, cloudHsmStore('CONNECTED'))
    expect(obstacles).toEqual([
      {
        operation: 'UpdateCustomKeyStore',
        exception: 'ValidationException',
        says: 'An update must not carry a member of the other type of custom key store.',
        source: 'API_UpdateCustomKeyStore'
      }
    ])
  })

  it('is impossible with a change of connectivity that leaves out what belongs to it', () => {
    const { obstacles } = refused({ updated: ['XksProxyConnectivity'] }, externalStore('DISCONNECTED'))
    expect(obstacles.map(({ exception, source }) => [exception, source])).toEqual([
      ['ValidationException', 'API_UpdateCustomKeyStore']
    ])
  })
})

describe('what an update tells KMS', () => {
  const preparing = (
    updated: ReadonlyArray<cks.UpdatableMember>,
    store: cks.CustomKeyStore,
    edition: cks.EditionName = cks.defaultEdition
  ) => steps({ updated }, store, [], edition)

  it('is made true outside KMS just before the update', () => {
    const goal: Goal = { updated: ['KeyStorePassword'], and: 'CONNECTED' }
    expect(steps(goal, cloudHsmStore('CONNECTED'))).toEqual([
      ...away,
      'prepare KeyStorePassword',
      'UpdateCustomKeyStore KeyStorePassword',
      ...back
    ])
    expect(
      preparing(['XksProxyAuthenticationCredential'], externalStore('CONNECTED'), 'operation-page-2026')
    ).toEqual([
      'prepare XksProxyAuthenticationCredential',
      'UpdateCustomKeyStore XksProxyAuthenticationCredential'
    ])
  })

  it('reads as a step outside KMS, with the page on editing the store', () => {
    const lines = planLines(planned({ updated: ['KeyStorePassword'] }, cloudHsmStore('DISCONNECTED')))
    expect(lines.slice(1, 3)).toEqual([
      '1. Outside KMS: Set the new password of kmsuser in the cluster.',
      '   An update tells KMS the password of kmsuser, and does not change it in the cluster. [update-keystore]'
    ])
    const external: Goal = { updated: ['XksProxyAuthenticationCredential'] }
    expect(planLines(planned(external, externalStore('DISCONNECTED'))).slice(1, 3)).toEqual([
      '1. Outside KMS: Have the proxy accept the new credential.',
      '   KMS tries the proxy with the new values, and refuses an update with which it cannot. [update-xks-keystore]'
    ])
  })

  it('needs something of its own for each member that is not in KMS alone', () => {
    expect(
      preparing(
        ['NewCustomKeyStoreName', 'CloudHsmClusterId', 'KeyStorePassword'],
        cloudHsmStore('DISCONNECTED')
      )
    ).toEqual([
      'prepare CloudHsmClusterId',
      'prepare KeyStorePassword',
      'UpdateCustomKeyStore NewCustomKeyStoreName CloudHsmClusterId KeyStorePassword'
    ])
  })

  it('needs nothing for a VPC endpoint service that is taken away', () => {
    const change = ['XksProxyConnectivity', 'XksProxyUriEndpoint', 'XksProxyVpcEndpointServiceName'] as const
    const update = `UpdateCustomKeyStore ${change.join(' ')}`
    expect(preparing(change, externalStore('DISCONNECTED'))).toEqual([
      'prepare XksProxyUriEndpoint',
      'prepare XksProxyVpcEndpointServiceName',
      update
    ])
    expect(preparing(change, externalStore('DISCONNECTED', 'VPC_ENDPOINT_SERVICE'))).toEqual([
      'prepare XksProxyUriEndpoint',
      update
    ])
  })

  it('needs nothing more where the remedy of a failure has made it true', () => {
    const goal: Goal = { updated: ['KeyStorePassword'], and: 'CONNECTED' }
    expect(steps(goal, failedWith('USER_LOCKED_OUT'))).toEqual([
      ...away,
      'fix',
      'UpdateCustomKeyStore KeyStorePassword',
      ...back
    ])
  })

  it('is told once, though the remedy may need it too', () => {
    const goal: Goal = { updated: ['KeyStorePassword'], and: 'CONNECTED' }
    const made = planned(goal, failedWith('INVALID_CREDENTIALS')).steps
    expect(made.map(inShort)).toEqual([
      ...away,
      'fix',
      'prepare KeyStorePassword',
      'UpdateCustomKeyStore KeyStorePassword',
      ...back
    ])
    expect(made.filter((step) => 'mayNeed' in step)).toEqual([])
  })
})

describe('a plan', () => {
  it('is plain data, the same after it has been JSON', () => {
    const made = planned('deleted', failedWith('USER_LOGGED_IN'), [
      cloudHsmKey(),
      cloudHsmKey(pending('two', 8))
    ])
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
  })

  it('names its sources, and shows what to look at while one waits', () => {
    const { steps } = planned('deleted', cloudHsmStore('CONNECTED'), [cloudHsmKey({ KeyId: 'one' })])
    expect(steps.every(({ source, why }) => source in cks.sources && /\.$/.test(why))).toBe(true)
    expect(steps.flatMap((step) => (step.kind === 'wait' ? [step.look] : []))).toEqual([
      [{ operation: 'DescribeKey', request: { KeyId: 'one' } }],
      [{ operation: 'DescribeCustomKeyStores', request: { CustomKeyStoreId: cloudHsmId } }]
    ])
  })

  it('holds no secret, only what stands for one', () => {
    expect(planned('CONNECTED', failedWith('USER_LOCKED_OUT')).steps[3]).toMatchObject({
      request: { CustomKeyStoreId: cloudHsmId, KeyStorePassword: '<password of kmsuser>' }
    })
    const credential: Goal = { updated: ['XksProxyAuthenticationCredential'] }
    expect(planned(credential, externalStore('CONNECTED')).steps[3]).toMatchObject({
      request: {
        XksProxyAuthenticationCredential: {
          AccessKeyId: '<access key id>',
          RawSecretAccessKey: '<secret access key>'
        }
      }
    })
  })

  it('says what can become of key material while keys wait', () => {
    const whyOf = (goal: Goal, store: cks.CustomKeyStore, key: cks.KmsKey) =>
      planned(goal, store, [key]).steps.find((step) => step.kind === 'wait' && step.days !== undefined)!.why
    expect(whyOf('deleted', cloudHsmStore('CONNECTED'), cloudHsmKey())).toMatch(
      /stays connected, so that KMS/
    )
    expect(whyOf('deletedLeavingKeyMaterial', cloudHsmStore('DISCONNECTED'), cloudHsmKey())).toMatch(
      /stays in the cluster/
    )
    expect(whyOf('deleted', externalStore('CONNECTED'), externalKey())).toMatch(/External keys stay/)
  })

  it('reads as numbered lines, each step with its reason and source', () => {
    const store = decoded(cks.CustomKeyStore, { ...failedWith('USER_LOGGED_IN'), CustomKeyStoreId: 'cks-1' })
    expect(planLines(planned('CONNECTED', store))).toEqual([
      'cks-1, AWS_CLOUDHSM, FAILED (USER_LOGGED_IN), to be CONNECTED, under exception-text-2022: 5 steps.',
      '1. DisconnectCustomKeyStore {"CustomKeyStoreId":"cks-1"}',
      '   A FAILED store must be disconnected first, which clears its ConnectionErrorCode. [API_ConnectCustomKeyStore, assumes A5]',
      '2. Wait until the ConnectionState is DISCONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1"}',
      '   Disconnecting continues after the call returns. [disconnect-keystore]',
      '3. Outside KMS: Log kmsuser out of every HSM of the cluster.',
      '   If the password of kmsuser was changed: UpdateCustomKeyStore {"CustomKeyStoreId":"cks-1","KeyStorePassword":"<password of kmsuser>"}',
      '   kmsuser is logged in, so KMS cannot use the account. [fix-keystore]',
      '4. ConnectCustomKeyStore {"CustomKeyStoreId":"cks-1"}',
      '   A store must be CONNECTED before KMS keys can be created in it or used. [API_ConnectCustomKeyStore]',
      '5. Wait until the ConnectionState is CONNECTED: DescribeCustomKeyStores {"CustomKeyStoreId":"cks-1"}',
      '   Connecting continues after the call returns, for up to twenty minutes. If it ends in FAILED, make a new plan from there. [disconnect-keystore]'
    ])
  })

  it('reads without the one case where there is none', () => {
    const lines = planLines(planned('CONNECTED', failedWith('USER_LOCKED_OUT')))
    expect(lines[5]).toBe('3. Outside KMS: Set another password for kmsuser in the cluster.')
    expect(lines[6]).toMatch(/^ {3}Too many wrong passwords/)
  })

  it('reads so for keys as well', () => {
    const keys = [externalKey({ KeyId: 'one' }), externalKey(pending('two', 1))]
    const store = decoded(cks.CustomKeyStore, {
      ...externalStore('DISCONNECTED'),
      CustomKeyStoreId: publicId
    })
    const lines = planLines(planned('deletedLeavingKeyMaterial', store, keys.slice(1)))
    expect(lines[0]).toBe(
      `${publicId}, EXTERNAL_KEY_STORE, DISCONNECTED with 1 key, 1 pending deletion, to be deleted, with key material left behind, under exception-text-2022: 2 steps.`
    )
    expect(lines[1]).toBe('1. Wait until the keys are gone, 1 day: DescribeKey {"KeyId":"two"}')
    expect(planLines(planned('keyCreated', store, keys.slice(0, 1)))[0]).toMatch(
      / with 1 key, to be holding a new key,/
    )
  })

  it('reads as one line where there is nothing to do', () => {
    expect(planLines(planned('CONNECTED', cloudHsmStore('CONNECTED')))).toEqual([
      `${cloudHsmId}, AWS_CLOUDHSM, CONNECTED, to be CONNECTED, under exception-text-2022: nothing is left to do.`
    ])
  })

  it('reads as the reasons where there is no way', () => {
    expect(
      unreachableLines(
        refused({ updated: ['KeyStorePassword'], and: 'CONNECTED' }, externalStore('CONNECTED'))
      )
    ).toEqual([
      `${publicId}, EXTERNAL_KEY_STORE, CONNECTED, to be CONNECTED and updated (KeyStorePassword), under exception-text-2022: no steps lead there.`,
      'UpdateCustomKeyStore is refused with ValidationException: An update must not carry a member of the other type of custom key store. [API_UpdateCustomKeyStore]'
    ])
    expect(
      unreachableLines(refused({ updated: ['KeyStorePassword'] }, externalStore('CONNECTED')))[0]
    ).toMatch(/to be updated \(KeyStorePassword\),/)
  })
})
