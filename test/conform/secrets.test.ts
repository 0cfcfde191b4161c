/** What is hidden of requests and answers, and in what forms a secret that was sent is known again. */
import { describe, expect, it } from 'vitest'
import {
  echoesOf,
  secretsIn,
  withoutEcho,
  withoutEchoInText,
  withoutSecrets,
  withoutSecretsOf
} from '../../src/conform/secrets.js'

const hidden = '<secret>'

const nested = (depth: number, inside: unknown): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: inner }), inside)

describe('a request or an answer', () => {
  it('is shown without the members that hold secrets, at whatever depth', () => {
    expect(
      withoutSecrets({
        KeyStorePassword: 'kmsPswd1',
        Plaintext: { any: 'thing' },
        KeyId: 'a',
        list: [{ PrivateKeyPlaintext: 7, n: null }, 'b', 1, true],
        XksProxyAuthenticationCredential: { AccessKeyId: 'A', RawSecretAccessKey: 'B' }
      })
    ).toEqual({
      KeyStorePassword: hidden,
      Plaintext: hidden,
      KeyId: 'a',
      list: [{ PrivateKeyPlaintext: hidden, n: null }, 'b', 1, true],
      XksProxyAuthenticationCredential: hidden
    })
  })

  it('is shown fifty deep', () => {
    expect(JSON.stringify(withoutSecrets({ x: nested(49, 'text') }))).toContain('text')
    const deeper = JSON.stringify(withoutSecrets({ x: nested(50, { b: 'text' }) }))
    expect(deeper).toContain(hidden)
    expect(deeper).not.toContain('text')
  })

  it('is shown without the secrets of others, and with those that were made up', () => {
    const hide = withoutSecretsOf([{ KeyStorePassword: 'theirs1', CustomKeyStoreName: 'made up' }, {}])
    expect(hide({ KeyStorePassword: 'made up', CustomKeyStoreName: 'theirs1', KeyId: 'a' })).toEqual({
      KeyStorePassword: 'made up',
      CustomKeyStoreName: 'theirs1',
      KeyId: 'a'
    })
    expect(hide({ KeyStorePassword: 'it is theirs1!' })).toEqual({ KeyStorePassword: hidden })
    const credential = {
      XksProxyAuthenticationCredential: { AccessKeyId: 'A', RawSecretAccessKey: 'theirs1' }
    }
    expect(hide(credential)).toEqual({ XksProxyAuthenticationCredential: hidden })
    const several = withoutSecretsOf([{ KeyStorePassword: 'theirs1' }, { KeyStorePassword: 'theirs2' }])
    expect(several({ KeyStorePassword: 'theirs2' })).toEqual({ KeyStorePassword: hidden })
  })

  it('is shown as it is where the others had no secret, or none that is a text', () => {
    for (const KeyStorePassword of ['', 7, null, {}, []]) {
      const hide = withoutSecretsOf([{ KeyStorePassword }])
      for (const request of [
        { KeyStorePassword: 'made up' },
        { KeyStorePassword: 7 },
        { KeyStorePassword: '' }
      ]) {
        expect(hide(request)).toEqual(request)
      }
    }
  })
})

describe('the secrets of a request', () => {
  it('are the texts in its secret members that are long enough to be known again', () => {
    expect(
      secretsIn({
        KeyStorePassword: 'kmsPswd',
        CustomKeyStoreName: 'no secret',
        XksProxyAuthenticationCredential: {
          AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
          RawSecretAccessKey: ['aSecretThatIsLong', 'short1', '', 7]
        }
      })
    ).toEqual(['kmsPswd', 'ABCDEFGHIJKLMNOPQRST', 'aSecretThatIsLong'])
    expect(secretsIn({ KeyStorePassword: 'kmsPsw' })).toEqual([])
    expect(secretsIn({ KeyStorePassword: 1234567 })).toEqual([])
  })
})

describe('a secret that comes back', () => {
  it('is known as it is, encoded for an address, and in base64, in small letters', () => {
    expect(echoesOf('Pass word/é+1?')).toEqual([
      'pass word/é+1?',
      'pass%20word%2f%c3%a9%2b1%3f',
      'pass%20word/%c3%a9+1?',
      Buffer.from('Pass word/é+1?').toString('base64').toLowerCase()
    ])
  })

  it.each(['abcdefg', 'abcdefgh', 'abcdefghi', 'ÿÿÿÿÿÿÿ', '~~~~~~~', '>>>???>>>'])(
    '%s is known in the base64 of a text that begins with it',
    (secret) => {
      const inBase64 = echoesOf(secret)[3] ?? ''
      expect(inBase64.length).toBeGreaterThanOrEqual(7)
      for (const rest of ['', '1', '22', '333']) {
        expect(
          Buffer.from(secret + rest)
            .toString('base64')
            .toLowerCase()
        ).toContain(inBase64)
      }
    }
  )

  it('is known without halves of signs, and in no form that is too short', () => {
    expect(echoesOf('\ud800abcdefg')).toContain('abcdefg')
    expect(echoesOf('abcdef')).toEqual(['ywjjzgvm'])
    expect(echoesOf('\ud800\udfff')).toEqual([])
  })

  const echoes = new Set(['hunter22', 'other%20secret'])

  it('is hidden in a text, whatever stands around it and in whatever case', () => {
    const shown = withoutEchoInText(echoes)
    expect(['it was HUNTER22!', 'Other%20Secret', 'hunter2', ''].map(shown)).toEqual([
      hidden,
      hidden,
      'hunter2',
      ''
    ])
  })

  it('is hidden in an answer, as a name or as a text, at whatever depth', () => {
    expect(
      withoutEcho(echoes)({
        hunter22: 1,
        a: ['hunter22', { b: 'xHunter22x', c: 'd' }],
        KeyStorePassword: 'e'
      })
    ).toEqual({ [hidden]: 1, a: [hidden, { b: hidden, c: 'd' }], KeyStorePassword: 'e' })
    expect(withoutEcho(new Set())({ a: 'hunter22' })).toEqual({ a: 'hunter22' })
  })
})
