/** The lines for a shell that send requests again. */
import fc from 'fast-check'
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { commandsFor } from '../../src/conform/commands.js'
import type { Exchange } from '../../src/conform/Exchange.js'
import { operations } from '../../src/operations/index.js'
import { jsonForShell, quoted } from '../../src/conform/shellText.js'
import { shell } from './shell.js'

const settings = { endpoint: 'http://127.0.0.1:8080/', region: 'eu-west-1' }

const asked = (
  operation: Exchange['operation'],
  request: Exchange['request'],
  output: Exchange['request'] = {}
): Exchange => ({ operation, request, reply: { output } })

const store = 'cks-12345678901234567'
const soundKey = { CustomKeyStoreId: store, Origin: 'AWS_CLOUDHSM' }

describe('commands', () => {
  it('take ids from the answers before, and names that are new each time', () => {
    const lines = commandsFor(settings, [
      asked(
        'CreateCustomKeyStore',
        {
          CustomKeyStoreType: 'AWS_CLOUDHSM',
          CustomKeyStoreName: 'conform-0123abcd-aaaab',
          CloudHsmClusterId: 'cluster-abcdklmnaaaac',
          TrustAnchorCertificate: 'made up by conform',
          KeyStorePassword: 'conform1'
        },
        { CustomKeyStoreId: store }
      ),
      asked('DeleteCustomKeyStore', { CustomKeyStoreId: store })
    ])
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe(
      'export AWS_PAGER= AWS_ACCESS_KEY_ID="${AWS_ACCESS_KEY_ID:-111122223333}" AWS_SECRET_ACCESS_KEY="${AWS_SECRET_ACCESS_KEY:-any}" AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1'
    )
    expect(lines[2]).toBe(
      `STORE=$(aws kms create-custom-key-store --endpoint-url http://127.0.0.1:8080/ --cli-input-json '{"CustomKeyStoreType":"AWS_CLOUDHSM","CustomKeyStoreName":"conform-'"$RUN"'-aaaab","CloudHsmClusterId":"cluster-'"$RUN"'aaaac","TrustAnchorCertificate":"made up by conform","KeyStorePassword":"conform1"}' --query CustomKeyStoreId --output text)`
    )
    expect(lines[3]).toContain(`--cli-input-json '{"CustomKeyStoreId":"'"$STORE"'"}'`)
  })

  it.each<[string, Exchange['operation'], Exchange['request'], string]>([
    ['goes to the AWS CLI where that sends it', 'ConnectCustomKeyStore', { CustomKeyStoreId: 'x' }, 'aws'],
    ['goes to curl where it is too short', 'ConnectCustomKeyStore', { CustomKeyStoreId: '' }, 'curl'],
    ['goes to curl where a member is missing', 'ConnectCustomKeyStore', {}, 'curl'],
    ['goes to the AWS CLI where that knows each member', 'CreateKey', soundKey, 'aws'],
    ['goes to curl where a member is unknown', 'CreateKey', { ...soundKey, Purpose: 'none' }, 'curl'],
    [
      'goes to curl where it has bytes of another',
      'ConnectCustomKeyStore',
      { CustomKeyStoreId: 'x', Mac: 'A' },
      'curl'
    ],
    ['goes to curl where a tag stands beside the tags', 'CreateKey', { ...soundKey, TagKey: 'a' }, 'curl'],
    ['goes to curl where it has bytes', 'Encrypt', { KeyId: 'k', Plaintext: 'AAAA' }, 'curl']
  ])('a request %s', (_, operation, request, command) => {
    expect(commandsFor(settings, [asked(operation, request)])[1]?.split(' ')[0]).toBe(command)
    expect(commandsFor({ ...settings, onlyCurl: true }, [asked(operation, request)])[1]).toMatch(/^curl /)
  })

  it('take two values of one answer apart', async () => {
    const KeyMetadata = { KeyId: 'key-1', Arn: 'arn:aws:kms:us-east-1:111122223333:key/key-1' }
    const lines = commandsFor(settings, [
      asked('CreateKey', { CustomKeyStoreId: store, Origin: 'AWS_CLOUDHSM' }, { KeyMetadata }),
      asked('DescribeKey', { KeyId: KeyMetadata.KeyId }),
      asked('DescribeKey', { KeyId: KeyMetadata.Arn })
    ])
    const answered = lines.map((line) =>
      line.startsWith('ANSWER=') ? `ANSWER='${JSON.stringify({ KeyMetadata }, null, 1)}'` : line
    )
    const stdout = await shell([...answered.slice(1, 4), 'echo "$KEY_ID $ARN"'])
    expect(stdout).toBe(`${KeyMetadata.KeyId} ${KeyMetadata.Arn}\n`)
    expect(lines.slice(-2).map((line) => /"\$(\w+)"/.exec(line)?.[1])).toEqual(['KEY_ID', 'ARN'])
  })

  it('wait for a store that needs its time, and show the last answer', () => {
    const shown = (ConnectionState: string) => ({
      CustomKeyStores: [{ CustomKeyStoreId: store, ConnectionState }]
    })
    const look = (state: string) =>
      asked('DescribeCustomKeyStores', { CustomKeyStoreId: store }, shown(state))
    const connects = asked('ConnectCustomKeyStore', { CustomKeyStoreId: store })
    const commands = (...exchanges: ReadonlyArray<Exchange>) =>
      commandsFor(settings, exchanges)
        .slice(1)
        .map((line) => line.split(' ')[0])
    expect(commands(connects, look('CONNECTED'), connects)).toEqual(['aws', 'for', 'aws'])
    expect(commands(connects, look('FAILED'))).toEqual(['aws', 'for', 'aws'])
    expect(commands(connects, look('CONNECTING'), connects)).toEqual(['aws', 'aws', 'aws'])
    expect(commands(look('DISCONNECTED'), connects)).toEqual(['aws', 'aws'])
    const disconnects = asked('DisconnectCustomKeyStore', { CustomKeyStoreId: store })
    expect(commands(disconnects, look('DISCONNECTED'), connects)).toEqual(['aws', 'for', 'aws'])
    const looksAtOther = asked('DescribeCustomKeyStores', { CustomKeyStoreId: 'cks-other' })
    expect(commands(connects, looksAtOther, look('CONNECTED'), connects)).toEqual([
      'aws',
      'aws',
      'for',
      'aws'
    ])
    const connectsOther = asked('ConnectCustomKeyStore', { CustomKeyStoreId: 'cks-other' })
    expect(commands(connectsOther, look('CONNECTED'))).toEqual(['aws', 'aws'])
    expect(commands(connects, look('CONNECTED'), look('CONNECTED'))).toEqual(['aws', 'for', 'aws'])
    // What shows a state though it is no look, and a look at every store.
    const shownAtOnce = asked('ConnectCustomKeyStore', { CustomKeyStoreId: store }, shown('CONNECTED'))
    expect(commands(connects, shownAtOnce)).toEqual(['aws', 'aws'])
    const all = asked('DescribeCustomKeyStores', {}, shown('CONNECTED'))
    expect(commands(asked('ConnectCustomKeyStore', {}), all)).toEqual(['curl', 'aws'])
  })

  it('say to a shell what they say in JSON, whatever that is', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom("'", '"', '$', '`', '\\', '\n', '!', '%', ' ', '(', 'é', '\u2028', '\u{1F511}')
      })
    )
    const members = fc.dictionary(
      texts,
      fc.oneof(texts, fc.array(texts), fc.dictionary(texts, texts), fc.integer()),
      {
        maxKeys: 3
      }
    )
    await fc.assert(
      fc.asyncProperty(members, async (request) => {
        const json = jsonForShell([], new Map())(request)
        expect(json).toMatch(/^[ -~]*$/)
        expect(JSON.parse(await shell([`printf %s ${json}`]))).toEqual(request)
      }),
      { numRuns: 60 }
    )
    const url = "http://127.0.0.1/it's/$(x)"
    expect(await shell([`printf %s ${quoted(url)}`])).toBe(url)
  })

  it('send with curl what AWS KMS reads, signed for it', () => {
    const [, line] = commandsFor({ ...settings, onlyCurl: true }, [asked('ListKeys', { Limit: 1 })])
    expect(line).toBe(
      [
        "curl -gsS http://127.0.0.1:8080/ -H 'content-type: application/x-amz-json-1.1'",
        "-H 'x-amz-target: TrentService.ListKeys'",
        '--aws-sigv4 "aws:amz:$AWS_REGION:kms" -u "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
        '-H "${AWS_SESSION_TOKEN:+x-amz-security-token: $AWS_SESSION_TOKEN}"',
        `-d '{"Limit":1}'`
      ].join(' ')
    )
  })

  it.each<[Exchange['operation'], Exchange['request']]>([
    ['Encrypt', { KeyId: 'k', Plaintext: 'AAAA' }],
    ['Decrypt', { CiphertextBlob: 'AAAA' }],
    ['ReEncrypt', { CiphertextBlob: 'AAAA', DestinationKeyId: 'k' }],
    ['GenerateMac', { KeyId: 'k', Message: 'AAAA', MacAlgorithm: 'HMAC_SHA_256' }],
    ['VerifyMac', { KeyId: 'k', Message: 'AAAA', MacAlgorithm: 'HMAC_SHA_256', Mac: 'AAAA' }],
    ['Sign', { KeyId: 'k', Message: 'AAAA', SigningAlgorithm: 'ECDSA_SHA_256' }],
    ['Verify', { KeyId: 'k', Message: 'AAAA', SigningAlgorithm: 'ECDSA_SHA_256', Signature: 'AAAA' }],
    ['DeriveSharedSecret', { KeyId: 'k', KeyAgreementAlgorithm: 'ECDH', PublicKey: 'AAAA' }],
    [
      'ImportKeyMaterial',
      {
        KeyId: 'k',
        ImportToken: 'AAAA',
        EncryptedKeyMaterial: 'AAAA',
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE'
      }
    ]
  ])('send the bytes of %s with curl, though the request is sound', (operation, request) => {
    const codec: t.Mixed = operations[operation].request
    expect(codec.is(request)).toBe(true)
    expect(commandsFor(settings, [asked(operation, request)])[1]).toMatch(/^curl /)
  })

  it('take from an answer what a later request names, and nothing else', () => {
    const metadata = (KeyId: string) => ({ KeyMetadata: { KeyId } })
    const [one, two] = [{ KeyId: 'key-1' }, { KeyId: 'key-2' }]
    const create = (KeyId: string) => asked('CreateKey', soundKey, metadata(KeyId))
    const describes = (KeyId: string) => asked('DescribeKey', { KeyId }, metadata(KeyId))
    const begun = (...exchanges: ReadonlyArray<Exchange>) =>
      commandsFor(settings, exchanges)
        .slice(1)
        .map((line) => line.split(/[ =]/)[0])
    expect(begun(create('key-1'))).toEqual(['aws'])
    expect(begun(describes('key-1'))).toEqual(['aws'])
    expect(begun(create('key-1'), describes('key-1'), describes('key-1'))).toEqual(['KEY_ID', 'aws', 'aws'])
    expect(
      begun(create('key-1'), asked('UpdateKeyDescription', { KeyId: 'k', Description: 'key-1' }))
    ).toEqual(['aws', 'aws'])
    expect(
      begun(create('key-1'), create('key-2'), asked('DescribeKey', two), asked('DescribeKey', one))
    ).toEqual(['KEY_ID', 'KEY_ID_2', 'aws', 'aws'])
  })

  it('name as many variables as there are values', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `key-${String(i)}.`)
    const lines = commandsFor(settings, [
      ...ids.map((KeyId) => asked('CreateKey', {}, { KeyMetadata: { KeyId } })),
      ...ids.map((KeyId) => asked('DescribeKey', { KeyId }))
    ])
    expect(lines.slice(1, 13).map((line) => line.split('=')[0])).toEqual([
      'KEY_ID',
      ...ids.slice(1).map((_, i) => `KEY_ID_${String(i + 2)}`)
    ])
    expect(lines.slice(13).map((line) => /"\$(\w+)"/.exec(line)?.[1])).toEqual(
      lines.slice(1, 13).map((line) => line.split('=')[0])
    )
  })

  it('take one value from what curl prints', async () => {
    const lines = commandsFor({ ...settings, onlyCurl: true }, [
      asked('CreateCustomKeyStore', {}, { CustomKeyStoreId: store }),
      asked('DeleteCustomKeyStore', { CustomKeyStoreId: store })
    ])
    const answer = { CustomKeyStoreId: 'cks-other', More: { KeyId: 'key-1' } }
    const curl = `curl() { printf %s '${JSON.stringify(answer, null, 1)}'; }`
    expect(lines[1]).toMatch(/^STORE=\$\(curl /)
    expect(await shell([curl, ...lines.slice(1, 2), 'echo "$STORE"'])).toBe('cks-other\n')
  })
})
