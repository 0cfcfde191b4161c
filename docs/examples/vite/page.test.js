import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'

const folder = new URL('./dist/assets/', import.meta.url)
const [file] = readdirSync(folder).filter((name) => name.endsWith('.js'))
const bundle = readFileSync(new URL(file, folder))

/** Runs the bundle in a page that has nothing but the two elements. */
const typed = (value) => {
  const input = { value, addEventListener: (_, listener) => void (input.listener = listener) }
  const status = {}
  const document = {
    querySelector: (name) => (name === 'textarea' ? input : status),
    createElement: () => ({}),
    querySelectorAll: () => []
  }
  const observer = class {
    observe() {}
  }
  runInNewContext(bundle.toString(), { document, MutationObserver: observer, TextEncoder, URL })
  input.listener()
  return status.textContent
}

const store = {
  CustomKeyStoreId: 'cks-1234567890abcdef0',
  CustomKeyStoreName: 'ExampleKeyStore',
  CustomKeyStoreType: 'AWS_CLOUDHSM',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'content of customerCA.crt',
  ConnectionState: 'FAILED',
  ConnectionErrorCode: 'USER_NOT_FOUND',
  CreationDate: 1700000000
}

test('the bundle answers', () => {
  assert.equal(typed(JSON.stringify(store)), 'DescribeCustomKeyStores, DisconnectCustomKeyStore')
  assert.equal(typed('{'), 'This is no JSON.')
  assert.match(typed('{}'), /Member must not be null/)
})

test('and is small', () => {
  assert.ok(gzipSync(bundle).length < 60_000, `${gzipSync(bundle).length} bytes`)
})
