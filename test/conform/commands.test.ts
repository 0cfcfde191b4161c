/** The lines for a shell that send requests again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandsFor } from '../../src/conform/commands.js'
import type { Exchange } from '../../src/conform/Exchange.js'
import { jsonForShell, quoted } from '../../src/conform/shellText.js'
import { shell } from './shell.js'

const settings = { endpoint: 'http://127.0.0.1:8080/', region: 'eu-west-1' }

const asked = (
  operation: Exchange['operation'],
  request: Exchange['request'],
  output: Exchange['request'] = {}
): Exchange => ({ operation, request, reply: { output } })

const store = 'cks-12345678901234567'

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
    ['goes to curl where a member is unknown', 'CreateKey', { Purpose: 'none' }, 'curl'],
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
})
