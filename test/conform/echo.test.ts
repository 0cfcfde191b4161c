/** No secret that was sent is in the report on an endpoint that sends it back. */
import { describe, expect, it } from 'vitest'
import { session } from '../../src/conform/drive/Session.js'
import { replyOf } from '../../src/conform/Exchange.js'

const KeyStorePassword = 'hunter2hunter2'
const RawSecretAccessKey = 'hunter2/hunter2/hunter2/hunter2/hunter2/hunter2'

const answers: ReadonlyArray<readonly [string, string]> = [
  ['under its own name', JSON.stringify({ KeyStorePassword, CustomKeyStoreId: 1 })],
  ['under another name', JSON.stringify({ CustomKeyStoreId: 1, echo: [`it was ${RawSecretAccessKey}`] })],
  ['as a name', JSON.stringify({ CustomKeyStoreId: 1, [KeyStorePassword]: true })],
  ['as an id', JSON.stringify({ CustomKeyStoreId: KeyStorePassword.repeat(9) })],
  ['as an exception', JSON.stringify({ __type: KeyStorePassword })],
  ['as text', KeyStorePassword]
]

describe('a session with an endpoint that sends secrets back', () => {
  it.each(answers)('reports none of them: %s', async (_, body) => {
    const { call, seen } = session('exception-text-2022', () =>
      Promise.resolve(replyOf({ status: body.startsWith('{"__') ? 400 : 200, body }))
    )
    await call('CreateCustomKeyStore', {
      CustomKeyStoreName: 'one',
      CustomKeyStoreType: 'AWS_CLOUDHSM',
      CloudHsmClusterId: 'cluster-abcdefghijk',
      TrustAnchorCertificate: 'customerCA.crt',
      KeyStorePassword,
      XksProxyAuthenticationCredential: { AccessKeyId: 'ABCDEFGHIJKLMNOPQRST', RawSecretAccessKey }
    })
    await call('DescribeCustomKeyStores', {})
    expect(seen().length).toBeGreaterThan(0)
    expect(JSON.stringify(seen())).not.toContain('hunter2')
  })

  it('shows no plaintext of an answer', async () => {
    const body = JSON.stringify({ Plaintext: 'aGlkZGVu', KeyId: 1 })
    const { call, seen } = session('exception-text-2022', () =>
      Promise.resolve(replyOf({ status: 200, body }))
    )
    await call('GenerateRandom', { NumberOfBytes: 6 })
    await call('GenerateDataKey', { KeyId: 'k', NumberOfBytes: 6 })
    expect(seen().length).toBeGreaterThan(0)
    expect(JSON.stringify(seen())).not.toContain('aGlkZGVu')
  })
})
