/** The vectors that need nothing but requests, played against an endpoint. */
import { describe, expect, it } from 'vitest'
import { inventor } from '../../src/conform/drive/Inventor.js'
import { ownValues } from '../../src/conform/drive/vectors/ownValues.js'
import { formVectors, vectorsOf } from '../../src/vectors/index.js'
import type { Members } from '../../src/conform/Exchange.js'
import { ownEndpoint, reportOn } from './world.js'

const edition = 'exception-text-2022'
const playable = [...vectorsOf(edition), ...formVectors(edition)].filter(({ needs }) => needs.length === 0)

const only = 'vectors/'
const atOnce = { connectionDelay: 0 }

describe('of the own endpoint', () => {
  it('every vector is played, and each is as documented', async () => {
    const { checks, faults } = await reportOn(ownEndpoint(atOnce), { only })
    expect(checks.map(({ id }) => id).sort()).toEqual(playable.map(({ id }) => `vectors/${id}`).sort())
    expect(checks.filter(({ outcome }) => outcome.is !== 'as documented')).toEqual([])
    expect(faults).toEqual([])
  })
})

describe('the values of an endpoint', () => {
  const own = (named: Members = {}) => ownValues({ invent: inventor(), xksKeyId: () => 'key-1', named })

  it('stand in the place of the same values of the vector, and of no others', () => {
    const values = own()
    const [one, two, three] = [
      { CustomKeyStoreName: 'ExampleKeyStore', XksProxyUriPath: '/example/kms/xks/v1' },
      { NewCustomKeyStoreName: 'ExampleKeyStore', Limit: 7 },
      { CustomKeyStoreName: 'OtherKeyStore', KeyStorePassword: 'examplePswd1' }
    ].map(values.put)
    expect(one?.['CustomKeyStoreName']).not.toBe('ExampleKeyStore')
    expect(two).toEqual({ NewCustomKeyStoreName: one?.['CustomKeyStoreName'], Limit: 7 })
    expect(three?.['CustomKeyStoreName']).not.toBe(one?.['CustomKeyStoreName'])
    expect(three?.['KeyStorePassword']).toBe('examplePswd1')
  })

  it('are absent where the vector has null, and empty where it is empty', () => {
    expect(own().put({ XksKeyId: null, XksProxyVpcEndpointServiceName: '' })).toEqual({
      XksProxyVpcEndpointServiceName: ''
    })
  })

  it('are those that were named, once', () => {
    const values = own({ CloudHsmClusterId: 'cluster-a', CustomKeyStoreName: 'never' })
    expect(values.put({ CloudHsmClusterId: 'cluster-abcdefghijk', CustomKeyStoreName: 'n' })).toMatchObject({
      CloudHsmClusterId: 'cluster-a',
      CustomKeyStoreName: expect.not.stringMatching(/^(never|n)$/)
    })
    expect(values.put({ CloudHsmClusterId: 'cluster-abcdefghijk' })).toEqual({
      CloudHsmClusterId: 'cluster-a'
    })
    expect(() => values.put({ CloudHsmClusterId: 'cluster-zzzzzzzzzzz' })).toThrow(
      'another CloudHsmClusterId'
    )
  })

  it('that were learnt stand in texts as well; what was not made cannot be named', () => {
    const values = own()
    values.learn('111122223333', '444455556666')
    values.learn('cks-1', undefined)
    expect(values.put({ Policy: '{"AWS":"arn:aws:iam::111122223333:root"}' })).toEqual({
      Policy: '{"AWS":"arn:aws:iam::444455556666:root"}'
    })
    expect(() => values.put({ CustomKeyStoreId: 'cks-1' })).toThrow('was not made')
  })
})
