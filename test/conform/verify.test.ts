/** Each deviation is looked for again on new stores, with ever fewer requests; what that makes is removed. */
import { describe, expect, it } from 'vitest'
import type { AccountId } from '../../src/index.js'
import { conforms, type ConformReport } from '../../src/conform/ConformReport.js'
import { session } from '../../src/conform/drive/Session.js'
import { isDoubtful } from '../../src/conform/ReportedDeviation.js'
import { replyOf } from '../../src/conform/Exchange.js'
import type { Endpoint } from '../../src/endpoint/index.js'
import { variants } from './variants.js'
import { breaking, ownEndpoint, reportOn, settlingWhenSeen, withFaulty, withoutEnd } from './world.js'

const account = '111122223333' as AccountId
const variant = (says: string) => variants.find((one) => one.says === says)!

/** The report on an endpoint that breaks one rule, and on no more checks than the one that shows it. */
const reportOf = (says: string, options: Parameters<typeof reportOn>[1] = {}) => {
  const { seenIn, type = 'AWS_CLOUDHSM' } = variant(says)
  const { kms, patience } = breaking(variant(says))
  return reportOn(kms, { types: [type], only: seenIn, patience, ...options }).then((report) => ({
    report,
    kms
  }))
}

const requestsIn = ({ faults }: ConformReport) =>
  faults.map(({ history }) => history.map(({ operation }) => operation.replace('CustomKeyStore', '')))

describe('a deviation', () => {
  it.each<[string, ReadonlyArray<string>]>([
    ['Delete answers HasCMKs when CONNECTED', ['Create', 'Connect', 'Delete']],
    [
      'Delete is accepted while keys are in the store',
      ['Create', 'Connect', 'CreateKey', 'Disconnect', 'Describes', 'Delete']
    ],
    ['Connect is accepted when FAILED', ['Create', 'Connect', 'Describes', 'Connect']],
    [
      'Disconnect answers with success and the store stays CONNECTED',
      ['Create', 'Connect', 'Describes', 'Disconnect', 'Describes']
    ],
    ['A page holds more stores than its limit', ['Create', 'Describes']],
    ['An unknown id lists nothing', ['Describes']],
    ['FAILED is never reached', ['Create', 'Connect', 'Describes']]
  ])('is shown again with the fewest requests: %s', async (says, requests) => {
    const { report } = await reportOf(says)
    expect(report.faults).toMatchObject([{ reproduced: true }])
    expect(report.faults[0]).not.toHaveProperty('why')
    expect(requestsIn(report)).toEqual([requests])
  })

  it('is waited for where a store needs its time, here and in the commands', async () => {
    const says = 'Delete answers HasCMKs when CONNECTED'
    const { make, seenIn } = variant(says)
    const kms = make(settlingWhenSeen())
    const report = await reportOn(kms, { types: ['AWS_CLOUDHSM'], only: seenIn, patience: withoutEnd })
    expect(report.faults).toMatchObject([{ reproduced: true }])
    expect(requestsIn(report)).toEqual([['Create', 'Connect', 'Describes', 'Delete']])
    const { history = [], commands = [] } = report.faults[0] ?? {}
    expect(JSON.stringify(history[2]?.answer)).toContain('"CONNECTED"')
    expect(commands.at(-2)).toMatch(/^for i in \$\(seq 60\); do aws kms describe-custom-key-stores /)
    expect(report.left.stores).toEqual([])
  })

  it('that a page loses a store is shown with two stores', async () => {
    const kms = ownEndpoint({})
    const losing: Endpoint = {
      ...kms,
      answer: (caller, request) => {
        const answer = kms.answer(caller, request)
        const { CustomKeyStores: shown } = JSON.parse(answer.body) as {
          CustomKeyStores?: ReadonlyArray<object>
        }
        return request.body.includes('"Marker"') && shown !== undefined
          ? { ...answer, body: JSON.stringify({ CustomKeyStores: [], Truncated: false }) }
          : answer
      }
    }
    const report = await reportOn(losing, { types: ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'], only: '/list' })
    expect(report.faults).toMatchObject([
      { operation: 'DescribeCustomKeyStores', difference: { kind: 'pages without it' }, reproduced: true }
    ])
    expect(requestsIn(report)).toEqual([['Create', 'Create', 'Describes', 'Describes']])
    const [{ history, difference }] = report.faults as [ConformReport['faults'][0]]
    const created = history
      .slice(0, 2)
      .map(({ answer }) => (answer as { CustomKeyStoreId: string }).CustomKeyStoreId)
    expect(created.some((id) => difference.expected.includes(id))).toBe(true)
  })

  it('that shows itself only once is no verdict', async () => {
    const kms = ownEndpoint({})
    let wrong = 0
    const once: Endpoint = {
      ...kms,
      answer: (caller, request) =>
        request.headers['x-amz-target']?.endsWith('GenerateRandom') === true && wrong++ === 0
          ? { status: 200, headers: {}, body: '{"Plaintext":"AAAA"}' }
          : kms.answer(caller, request)
    }
    const report = await reportOn(once, { types: ['AWS_CLOUDHSM'], only: 'GenerateRandom/DISCONNECTED' })
    expect(report.faults).toMatchObject([
      { reproduced: false, why: 'the same requests to new stores did not show it' }
    ])
    expect(report.faults[0]).not.toHaveProperty('untried')
    expect(report.faults.map(isDoubtful)).toEqual([true])
    expect([conforms(report), report.numbers.brokenRules]).toEqual([true, 0])
    expect(report.faults[0]?.history.length).toBeGreaterThan(0)
    expect(report.faults[0]?.commands.length).toBeGreaterThan(2)
  })

  it('that was seen when the run was stopped is told, and was not tried again', async () => {
    const { make, seenIn } = variant('Delete answers HasCMKs when CONNECTED')
    const kms = make(ownEndpoint({}))
    let isSeen = false as boolean
    const noting: Endpoint = {
      ...kms,
      answer: (caller, request) => {
        const answer = kms.answer(caller, request)
        isSeen ||= answer.body.includes('HasCMKs')
        return answer
      }
    }
    const report = await reportOn(noting, {
      types: ['AWS_CLOUDHSM'],
      only: seenIn,
      patience: 30,
      stopped: () => (isSeen ? 'stopped by SIGINT' : undefined)
    })
    expect(report.faults).toMatchObject([{ reproduced: false, untried: true, why: 'stopped by SIGINT' }])
    expect([conforms(report), report.numbers.brokenRules]).toEqual([false, 1])
    expect(report.cutShort).toBe('stopped by SIGINT')
  })
})

describe('what is made to see a deviation again', () => {
  it('is removed, in the one account that there is', async () => {
    const { report, kms } = await reportOf('Update is accepted when CONNECTED', { account })
    expect(report.faults).toMatchObject([{ reproduced: true }])
    expect(report.left).toEqual({ stores: [], keys: [] })
    expect(kms.accounts().flatMap(({ stores }) => stores)).toEqual([])
  })

  it('and cannot be removed, is told, and made but once', async () => {
    const { report, kms } = await reportOf('Keys stay Enabled while the store is not connected', { account })
    expect(report.faults).toMatchObject([{ reproduced: true }])
    const accounts = kms.accounts()
    const stores = accounts.flatMap(({ stores }) => stores.map(({ CustomKeyStoreId: id }) => id as string))
    const keys = accounts.flatMap(({ keys }) => keys)
    expect(new Set(report.left.stores)).toEqual(new Set(stores))
    expect(new Set(report.left.keys)).toEqual(new Set(keys.map(({ KeyId }) => KeyId)))
    expect(stores.length).toBeLessThanOrEqual(2)
    expect(keys.every(({ DeletionDate: date }) => date !== undefined)).toBe(true)
  })
})

describe('the requests of a deviation', () => {
  it('are whole, with the secrets that were made up and without those of the user', async () => {
    const says = 'Delete answers HasCMKs when CONNECTED'
    const own = (await reportOf(says)).report.faults
    expect(own[0]?.history[0]?.request).toMatchObject({ KeyStorePassword: 'conform1' })
    expect(own[0]?.commands.join('\n')).toContain('"KeyStorePassword":"conform1"')

    const KeyStorePassword = 'kmsPswd9'
    const named = { ...withFaulty, AWS_CLOUDHSM: { sound: { KeyStorePassword } } }
    const { report } = await reportOf(says, { storeProperties: named })
    expect(JSON.stringify(report)).not.toContain(KeyStorePassword)
    expect(report.faults[0]?.history[0]?.request).toMatchObject({ KeyStorePassword: '<secret>' })
    expect(report.faults).toMatchObject([{ reproduced: true }])

    const other = {
      XksProxyAuthenticationCredential: {
        AccessKeyId: 'USERUSERUSERUSERUSER',
        RawSecretAccessKey: 'u'.repeat(43)
      }
    }
    const external = await reportOf('Update ignores the path of a proxy', {
      storeProperties: { ...withFaulty, EXTERNAL_KEY_STORE: { sound: other } }
    })
    expect(external.report.faults).toMatchObject([{ reproduced: true }])
    expect(JSON.stringify(external.report)).not.toMatch(/USERUSER|uuuuu/)
  })

  it('are kept once, however often it is seen', async () => {
    const { call, begin, seen, trace } = session('exception-text-2022', () =>
      Promise.resolve(replyOf({ status: 200, body: '{}' }))
    )
    begin('a')
    await call('DescribeCustomKeyStores', {})
    begin('b')
    await call('DescribeCustomKeyStores', {})
    const [first, second] = seen()
    expect([first?.id, first?.seenIn, second?.seenIn]).toEqual([second?.id, ['a'], ['b']])
    expect([first?.history.length, second?.history.length]).toEqual([1, 0])
    expect(trace(first?.id ?? '')).toMatchObject({ begun: 0, all: [{}] })
    expect(trace('another')).toBeUndefined()
  })
})
