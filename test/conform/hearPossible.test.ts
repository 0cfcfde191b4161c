/** What one exchange shows where several accounts are possible, or something is doubtful. */
import { describe, expect, it } from 'vitest'
import { nothingBelieved, type Belief } from '../../src/conform/Belief.js'
import type { EndpointReply, Members } from '../../src/conform/Exchange.js'
import { hear, type Heard } from '../../src/conform/hear.js'
import { withoutHidden } from '../../src/conform/hidden.js'
import { ofWhatIsOpen } from '../../src/conform/suspects.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import type { Account } from '../../src/model/Account.js'
import { listEntry } from '../../src/model/CustomKeyStoresListEntry.js'
import {
  accountId,
  accountWith,
  cloudHsmId,
  cloudHsmKey,
  cloudHsmStore,
  externalStore,
  region,
  withKeys
} from '../fixtures.js'
import { exchange } from './told.js'

const believing = (possible: ReadonlyArray<Account>, changes: Partial<Belief> = {}): Belief => ({
  ...nothingBelieved(accountId, region),
  possible,
  ...changes
})

const heard = (belief: Belief, operation: OperationName, request: Members, answer: string | Members): Heard =>
  hear('exception-text-2022')(exchange(operation, request, answer))(belief)

const byId = { CustomKeyStoreId: cloudHsmId }
const at = (state: Parameters<typeof cloudHsmStore>[0], changes: Members = {}): Account =>
  accountWith(cloudHsmStore(state, changes))
const random = { ...byId, NumberOfBytes: 1 }
const bytes = { Plaintext: 'AA==' }

describe('an answer that is as documented', () => {
  it('is so in the state that was shown, or only in one that may have followed by itself', () => {
    const connecting = believing([at('CONNECTING')])
    expect(heard(connecting, 'GenerateRandom', random, bytes)).toMatchObject({
      held: 'as documented',
      asShown: false
    })
    const refused = heard(connecting, 'GenerateRandom', random, 'CustomKeyStoreInvalidStateException')
    expect(refused).toMatchObject({ held: 'as documented', asShown: true })
    expect(heard(believing([at('CONNECTED')]), 'GenerateRandom', random, bytes)).toMatchObject({
      held: 'as documented',
      asShown: true
    })
  })

  it('is so in the state that was shown only where each possible account has it', () => {
    const one = believing([at('CONNECTED'), at('DISCONNECTED')])
    expect(heard(one, 'GenerateRandom', random, bytes)).toMatchObject({
      held: 'as documented',
      asShown: false
    })
  })

  it('leaves those accounts that explain it', () => {
    const { belief } = heard(
      believing([at('CONNECTED'), at('DISCONNECTED')]),
      'GenerateRandom',
      random,
      bytes
    )
    expect(belief.possible).toEqual([at('CONNECTED')])
  })

  it('has a flaw where it has one on each possible account', () => {
    const key = cloudHsmKey()
    const inCluster = (CloudHsmClusterId: string): Account =>
      withKeys({ ...key, CloudHsmClusterId } as typeof key)(at('CONNECTED', { CloudHsmClusterId }))
    const [a, b, c] = ['cluster-aaaaaaaaaaa', 'cluster-bbbbbbbbbbb', 'cluster-ccccccccccc'].map(inCluster)
    const flaws = (possible: ReadonlyArray<Account>) => {
      const metadata = {
        KeyId: key.KeyId,
        KeyState: 'Enabled',
        CustomKeyStoreId: cloudHsmId,
        Origin: 'AWS_CLOUDHSM',
        CloudHsmClusterId: 'cluster-bbbbbbbbbbb'
      }
      const found = heard(believing(possible), 'DescribeKey', { KeyId: key.KeyId }, { KeyMetadata: metadata })
      expect(found.held).toBe('as documented')
      return found.flaws.map(({ difference, allowedBy }) => [difference.rule, difference.expected, allowedBy])
    }
    const flaw = ['keyShowsItsStore', 'CloudHsmClusterId "cluster-aaaaaaaaaaa"', []]
    expect(flaws([a!])).toEqual([flaw])
    expect(flaws([a!, c!])).toEqual([flaw])
    expect(flaws([b!])).toEqual([])
    expect(flaws([a!, b!])).toEqual([])
    expect(flaws([b!, a!])).toEqual([])
  })
})

describe('an answer that no account explains', () => {
  const refused = (possible: ReadonlyArray<Account>, exception: string) =>
    heard(believing(possible), 'ConnectCustomKeyStore', byId, exception)
  const other = accountWith({ ...externalStore('DISCONNECTED'), CustomKeyStoreId: cloudHsmId })

  it('is due to the outside where it can be on one of them', () => {
    for (const possible of [
      [at('DISCONNECTED'), other],
      [other, at('DISCONNECTED')]
    ]) {
      expect(refused(possible, 'CloudHsmClusterNotActiveException')).toMatchObject({
        held: 'due to the outside',
        exception: 'CloudHsmClusterNotActiveException',
        asShown: false
      })
    }
    expect(refused([other], 'CloudHsmClusterNotActiveException')).toMatchObject({
      held: 'different',
      asShown: false
    })
  })

  it('is left open where it is on one of them', () => {
    const odd = { ...byId, Origin: 'AWS_CLOUDHSM', Policy: 'not JSON' }
    const [open, different] = [at('CONNECTED'), at('DISCONNECTED')]
    const found = (possible: ReadonlyArray<Account>) =>
      heard(believing(possible), 'CreateKey', odd, 'TagException')
    expect(found([open])).toMatchObject({ held: 'left open', asShown: false })
    expect(found([different])).toMatchObject({ held: 'different', asShown: false })
    expect(found([open, different]).held).toBe('left open')
    expect(found([different, open]).held).toBe('left open')
  })

  it('says nothing where it is none', () => {
    const reply: EndpointReply = { notImplemented: 'a', status: 501 }
    const belief = believing([at('CONNECTED'), at('DISCONNECTED')])
    const found = hear('exception-text-2022')({ operation: 'ListKeys', request: {}, reply })(belief)
    expect(found).toMatchObject({ held: 'not implemented', asShown: false })
    expect(found.belief.possible).toBe(belief.possible)
  })
})

describe('of a store about which an answer broke a rule', () => {
  const unsure = { unsure: new Set([cloudHsmId]) }
  const create = { ...byId, Origin: 'AWS_CLOUDHSM' }
  const made = { KeyMetadata: { KeyId: 'k' } }

  it('nothing is judged', () => {
    const found = heard(believing([at('DISCONNECTED')], unsure), 'CreateKey', create, made)
    expect(found).toMatchObject({ held: 'left open', asShown: false })
    expect(found).not.toHaveProperty('dependsOn')
    expect(found.belief.suspects.get('k')).toBe(ofWhatIsOpen)
  })

  it('what is answered follows from the deviation that is known', () => {
    const suspects = new Map<string, string>([[cloudHsmId, 'a fault']])
    const found = heard(believing([at('DISCONNECTED')], { ...unsure, suspects }), 'CreateKey', create, made)
    expect(found).toMatchObject({ held: 'not useful', dependsOn: 'a fault', asShown: false })
    expect(found.belief.suspects.get('k')).toBe('a fault')
  })
})

describe('a doubtful store', () => {
  const suspects = new Map<string, string>([[cloudHsmId, 'a fault']])
  const store = cloudHsmStore('CONNECTED')
  const key = cloudHsmKey()
  const belief = believing([withKeys(key)(accountWith(store))], { suspects })

  it('may be missing in a list of all stores', () => {
    expect(heard(belief, 'DescribeCustomKeyStores', {}, { CustomKeyStores: [] }).held).toBe('as documented')
  })

  it('is looked for where the list is of its id or its name, and by all other operations', () => {
    const list = { CustomKeyStores: [listEntry(store)] }
    for (const request of [byId, { CustomKeyStoreName: store.CustomKeyStoreName }]) {
      const found = heard(belief, 'DescribeCustomKeyStores', request, list)
      expect(found.held).toBe('as documented')
      expect(found.belief.possible).toEqual(belief.possible)
    }
    const used = heard(belief, 'Encrypt', { KeyId: key.KeyId, Plaintext: 'AAAA' }, { CiphertextBlob: 'AAAA' })
    expect(used.held).toBe('as documented')
    expect(used.belief.possible).toEqual(belief.possible)
  })
})

describe('stores that are known no longer after a deviation', () => {
  const [hsm, xks] = [cloudHsmStore('CONNECTED'), externalStore('CONNECTED')]

  it('are doubtful, though they may be there', () => {
    const after = withoutHidden(
      believing([accountWith(xks)]),
      { possible: [accountWith(hsm, xks)] },
      'a fault'
    )
    expect([...after.suspects]).toEqual(
      [hsm.CustomKeyStoreId, hsm.CustomKeyStoreName, hsm.CloudHsmClusterId].map((name) => [name, 'a fault'])
    )
  })

  it('are none where all are known', () => {
    const belief = believing([accountWith(hsm, xks)])
    expect(withoutHidden(belief, { possible: [accountWith(hsm)] }, 'a fault')).toEqual(belief)
  })
})
