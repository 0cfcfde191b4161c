import { describe, expect, it } from 'vitest'
import { memberFindings, memberStatements } from '../../src/codec/memberFindings.js'
import { CreateCustomKeyStoreRequest } from '../../src/model/requests/CreateCustomKeyStoreRequest.js'
import { CreateKeyRequest } from '../../src/model/requests/CreateKeyRequest.js'
import { CustomKeyStoreIdRequest } from '../../src/model/requests/CustomKeyStoreIdRequest.js'
import { everyRequest } from '../everyRequest.js'
import { UpdateCustomKeyStoreRequest } from '../../src/model/requests/UpdateCustomKeyStoreRequest.js'
import { credential } from '../fixtures.js'
import { lookCounter } from '../lookCounter.js'

type Codec = Parameters<typeof memberFindings>[0]

const verdicts = (codec: Codec, input: unknown) =>
  Object.fromEntries(memberFindings(codec)(input).map(({ statement, verdict }) => [statement.name, verdict]))

/** The statements of that verdict. */
const those = (verdict: string, codec: Codec, input: unknown) =>
  Object.entries(verdicts(codec, input)).flatMap(([name, found]) => (found === verdict ? [name] : []))

const fails = (): never => {
  throw new Error('unreadable')
}

it.each([0, 1, 2, 3, 4, 5, 6, 7])(
  'nothing is thrown where a member inside of another throws at read %i',
  (late) => {
    const findings = memberFindings(CreateKeyRequest)
    let reads = 0
    const tag = {
      get TagKey() {
        if (reads++ === late) throw new Error('too late')
        return 'key'
      },
      TagValue: ''
    }
    expect(() => findings({ Tags: [tag] })).not.toThrow()
  }
)

it('what throws breaks its limit, and is not given as it must be', () => {
  const tag = {
    get TagKey() {
      return fails()
    },
    TagValue: ''
  }
  expect(verdicts(CreateKeyRequest, { Tags: [tag] })).toMatchObject({
    TagKeyIsRequired: 'does not hold',
    TagKeyLimit: 'does not hold'
  })
  const whole = Object.defineProperty({}, 'CustomKeyStoreId', { enumerable: true, get: fails })
  expect(verdicts(CustomKeyStoreIdRequest, whole)).toEqual({
    CustomKeyStoreIdIsRequired: 'holds',
    CustomKeyStoreIdLimit: 'does not hold'
  })
})

describe('what is found of the members of a request', () => {
  it('is one finding for each statement, in the order of the statements', () => {
    for (const codec of Object.values<Codec>(everyRequest)) {
      for (const input of [{}, undefined, { KeyId: 'k', CustomKeyStoreId: 'cks-1', Tags: [{}] }]) {
        expect(memberFindings(codec)(input).map(({ statement }) => statement.name)).toEqual(
          memberStatements(codec).map(({ name }) => name)
        )
      }
    }
  })

  it.each([
    [{ CustomKeyStoreId: 'cks-1' }, 'holds', 'holds'],
    [{ CustomKeyStoreId: '' }, 'holds', 'does not hold'],
    [{ CustomKeyStoreId: 5 }, 'holds', 'does not hold'],
    [{ CustomKeyStoreId: 'c'.repeat(65) }, 'holds', 'does not hold'],
    [{ CustomKeyStoreId: null }, 'does not hold', 'does not apply'],
    [{ CustomKeyStoreId: undefined }, 'does not hold', 'does not apply'],
    [{}, 'does not hold', 'does not apply']
  ])('of %o: that the id is given %s, its limit %s', (input, requirement, limit) => {
    expect(verdicts(CustomKeyStoreIdRequest, input)).toEqual({
      CustomKeyStoreIdIsRequired: requirement,
      CustomKeyStoreIdLimit: limit
    })
  })

  it('is of the members inside of a member that is there', () => {
    const input = (XksProxyAuthenticationCredential: unknown) => ({
      CustomKeyStoreId: 'cks-1',
      XksProxyAuthenticationCredential
    })
    const inside = (given: unknown) => {
      const found = verdicts(UpdateCustomKeyStoreRequest, input(given))
      return [
        found['AccessKeyIdIsRequired'],
        found['AccessKeyIdLimit'],
        found['RawSecretAccessKeyIsRequired'],
        found['RawSecretAccessKeyLimit']
      ]
    }
    expect(inside(credential)).toEqual(['holds', 'holds', 'holds', 'holds'])
    expect(inside(null)).toEqual(Array(4).fill('does not apply'))
    expect(inside({ AccessKeyId: 'x' })).toEqual([
      'holds',
      'does not hold',
      'does not hold',
      'does not apply'
    ])
    expect(inside({ ...credential, RawSecretAccessKey: '(redacted)' })[3]).toBe('does not hold')
    expect(inside('text')).toEqual(['does not hold', 'does not apply', 'does not hold', 'does not apply'])
  })

  it('is of every entry of a list, and of none in a list that is too long', () => {
    const tags = (Tags: unknown) => {
      const found = verdicts(CreateKeyRequest, { CustomKeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM', Tags })
      return [found['TagsLimit'], found['TagKeyIsRequired'], found['TagKeyLimit']]
    }
    const tag = { TagKey: 'k', TagValue: '' }
    expect(tags([])).toEqual(['holds', 'does not apply', 'does not apply'])
    expect(tags([tag, tag])).toEqual(['holds', 'holds', 'holds'])
    expect(tags([tag, { ...tag, TagKey: '' }])).toEqual(['holds', 'holds', 'does not hold'])
    expect(tags([tag, { TagValue: '' }])).toEqual(['holds', 'does not hold', 'holds'])
    expect(tags([tag, 'text'])).toEqual(['holds', 'does not hold', 'holds'])
    expect(tags('text')).toEqual(['does not hold', 'does not hold', 'does not apply'])
    expect(tags(Array(51).fill({ TagKey: '' }))).toEqual(['does not hold', 'holds', 'does not apply'])
  })

  it('says of a request for a cluster what is said of it alone', () => {
    const request = {
      CustomKeyStoreName: 'store',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'customerCA',
      KeyStorePassword: 'kmsuser-password'
    }
    expect(those('does not hold', CreateCustomKeyStoreRequest, request)).toEqual([])
    expect(
      those('does not hold', CreateCustomKeyStoreRequest, { ...request, XksProxyUriPath: '/kms/xks/v1' })
    ).toEqual(['XksProxyUriPathIsForExternalOnly'])
    expect(
      those('does not hold', CreateCustomKeyStoreRequest, { ...request, KeyStorePassword: '(redacted)' })
    ).toEqual(['KeyStorePasswordLimit'])
  })
})

describe('what is found of what is no request', () => {
  const { proxy: revoked, revoke } = Proxy.revocable({}, {})
  revoke()
  const everyTrapFails = new Proxy({}, new Proxy({}, { get: () => fails }))
  const hostile: ReadonlyArray<readonly [string, unknown]> = [
    ['nothing', undefined],
    ['null', null],
    ['text', 'text'],
    ['a list', [{ CustomKeyStoreId: 'cks-1' }]],
    ['a revoked proxy', revoked],
    ['a member named __proto__', JSON.parse('{"__proto__":{"CustomKeyStoreId":"cks-1"}}')],
    ['what a prototype has', Object.create({ CustomKeyStoreId: 'cks-1' })]
  ]

  it.each(hostile)('is that nothing is given: %s', (_, input) => {
    expect(verdicts(CustomKeyStoreIdRequest, input)).toEqual({
      CustomKeyStoreIdIsRequired: 'does not hold',
      CustomKeyStoreIdLimit: 'does not apply'
    })
    for (const codec of Object.values<Codec>(everyRequest)) {
      expect(those('holds', codec, input)).toEqual([])
    }
  })

  it('is that every member breaks its limit where none can be read', () => {
    expect(verdicts(CustomKeyStoreIdRequest, everyTrapFails)).toEqual({
      CustomKeyStoreIdIsRequired: 'holds',
      CustomKeyStoreIdLimit: 'does not hold'
    })
    for (const codec of Object.values<Codec>(everyRequest)) {
      expect(those('does not hold', codec, everyTrapFails)).not.toEqual([])
    }
  })

  it('is that a member that cannot be read breaks its limit, and no other does', () => {
    const input = Object.defineProperty({ NewCustomKeyStoreName: 'n' }, 'CustomKeyStoreId', {
      get: fails,
      enumerable: true
    })
    expect(those('does not hold', UpdateCustomKeyStoreRequest, input)).toEqual(['CustomKeyStoreIdLimit'])
    const inner = Object.defineProperty({ AccessKeyId: 'x' }, 'RawSecretAccessKey', {
      get: fails,
      enumerable: true
    })
    const found = verdicts(UpdateCustomKeyStoreRequest, {
      CustomKeyStoreId: 'cks-1',
      XksProxyAuthenticationCredential: inner
    })
    expect(found['CustomKeyStoreIdLimit']).toBe('holds')
    expect(found['RawSecretAccessKeyLimit']).toBe('does not hold')
  })

  it('is found by a bounded number of looks, however much there is to look at', () => {
    const { counted, looksOf } = lookCounter()
    const long = 'k'.repeat(10_000_000)
    const wide = (length: number) =>
      counted(Array<unknown>(length).fill(counted({ TagKey: long, TagValue: long })))
    const deep = Array.from({ length: 20 }).reduce<object>(
      (inner) => counted(Array(60).fill(inner)),
      wide(100)
    )
    for (const codec of Object.values<Codec>(everyRequest)) {
      const looksAt = (value: unknown): number => {
        const input = Object.fromEntries(codec.members.map(({ name }) => [name, value]))
        return looksOf(() =>
          expect(memberFindings(codec)(input).some(({ verdict }) => verdict === 'does not hold')).toBe(true)
        )
      }
      for (const texts of [long, { AccessKeyId: long }]) expect(looksAt(texts)).toBeLessThan(10)
      expect(looksAt(deep)).toBeLessThan(20_000)
      // Some lists are of any length, and each entry of such a one is then looked at.
      expect(looksAt(wide(100_000))).toBeLessThan(300_000)
    }
  })
})
