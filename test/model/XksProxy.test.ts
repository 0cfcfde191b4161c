import { describe, expect, it } from 'vitest'
import { XksProxyUriEndpoint, XksProxyUriPath, XksKeyId } from '../../src/model/identifiers.js'
import { externalKey, healthyProxy, XksProxy } from '../../src/model/XksProxy.js'
import { decoded, proxyWith } from '../fixtures.js'
import { pathsOf } from '../codec/violationsOf.js'

const keyWithId = (proxy: XksProxy, id: string) => externalKey(proxy, decoded(XksKeyId, id))

describe('an external key', () => {
  it('is the one that the proxy has under the id', () => {
    const proxy = proxyWith()
    expect(keyWithId(proxy, 'key-2')).toEqual({
      keySpec: 'AES_256',
      keyUsage: ['DECRYPT', 'ENCRYPT', 'WRAP'],
      keyStatus: 'ENABLED'
    })
    expect(keyWithId(proxy, 'key-3')).toBeUndefined()
  })

  it('is fit for use, whatever its id, where the proxy has any key', () => {
    const fit = { keySpec: 'AES_256', keyUsage: ['ENCRYPT', 'DECRYPT'], keyStatus: 'ENABLED' }
    expect(keyWithId(proxyWith({ externalKeys: 'any' }), 'whatever')).toEqual(fit)
  })

  it.each(['toString', 'constructor', '__proto__'])('is not %s, which every object has', (id) => {
    expect(keyWithId(proxyWith({ externalKeys: {} }), id)).toBeUndefined()
  })

  it('named __proto__ changes nothing of other objects', () => {
    const key = '{ "keySpec": "AES_256", "keyUsage": [], "keyStatus": "ENABLED" }'
    const proxy = proxyWith({ externalKeys: JSON.parse(`{ "__proto__": ${key}, "key-1": ${key} }`) })
    expect(keyWithId(proxy, 'keySpec')).toBeUndefined()
    expect(keyWithId(proxy, 'key-1')?.keySpec).toBe('AES_256')
    expect(Object.hasOwn(Object.prototype, 'keySpec')).toBe(false)
  })
})

describe('facts about a proxy', () => {
  it('of one without a fault are read as they are', () => {
    const proxy = healthyProxy(
      decoded(XksProxyUriEndpoint, 'https://proxy.example.com'),
      decoded(XksProxyUriPath, '/kms/xks/v1')
    )
    expect(decoded(XksProxy, JSON.parse(JSON.stringify(proxy)))).toEqual(proxy)
  })

  it.each([
    [{ externalKeys: 'some' }, 'externalKeys'],
    [
      { externalKeys: { 'key-1': { keySpec: 'AES_256', keyUsage: 'ENCRYPT', keyStatus: 'ENABLED' } } },
      'externalKeys.key-1.keyUsage'
    ],
    [{ externalKeyManager: 'ASLEEP' }, 'externalKeyManager'],
    [{ reachable: 'yes' }, 'reachable'],
    [{ uriPath: undefined }, 'uriPath']
  ])('are refused where they are at fault: %o', (changes, path) => {
    expect(pathsOf(XksProxy, { ...proxyWith(), ...changes })).toContain(path)
  })
})
