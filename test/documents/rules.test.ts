/** Every operation has its rules and effects in rules.md. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { assumptions } from '../../src/assumptions.js'
import { assumptionsDocument, rulesDocument } from '../../src/documents/index.js'
import { operationNames, operations } from '../../src/operations/index.js'

/** What the authority says of every operation: in which states of a store it is valid. */
const byTheAuthority = ['validConnectionState', 'membersAreUpdatable']
/** What an answer shows because of how the store was made. */
const ofAnEarlierRequest = ['ownerIsShownWhereNamed']

const pagesOfOperations: ReadonlyArray<string> = operationNames.map((name) => operations[name].source)

/** The sections, without the places that a link can lead to. */
const sections = rulesDocument()
  .replace(/<a id="[^"]*"><\/a>/g, '')
  .split(/^## /m)
  .map((text) => [text.split('\n')[0], text] as const)
const sectionOf = (title: string): string => sections.find(([name]) => name === title)?.[1] ?? ''

it('the operations stand in the order of the record', () => {
  const titles = sections
    .map(([title]) => title)
    .filter((title) => title !== undefined && title in operations)
  expect(titles).toEqual(operationNames)
})

it.each(operationNames)('%s has every rule of each of its parts, and every effect', (name) => {
  const section = sectionOf(name)
  for (const { rules, follows } of operations[name].parts) {
    for (const { says, otherwise } of rules) {
      expect(section).toContain(says)
      expect(section).toContain(otherwise)
    }
    for (const { says } of follows) expect(section).toContain(says)
  }
})

/** By hand, from the documents. */
describe('rules.md', () => {
  it.each([
    ['ConnectCustomKeyStore', /`storeExists`.*CustomKeyStoreNotFoundException.*documented/],
    ['GenerateRandom', /`clusterExists`.*Never asked for: \[A48\]/],
    ['CreateCustomKeyStore', /`vpcEndpointIsFreeInRegion`.*assumed, .*\[A60\]\([^)]*\) \(outcome\)/],
    [
      'CreateCustomKeyStore',
      /InvalidConfigurationException, or XksProxyUriUnreachableException .*\[A20\]\([^)]*\) \(order\)/
    ],
    ['UpdateCustomKeyStore', /ValidationException, or any other/],
    ['DisconnectCustomKeyStore', /FAILED → DISCONNECTING .*observed, \[A5\].*\[seen\]/],
    ['DisconnectCustomKeyStore', /CONNECTED → DISCONNECTING .*assumed, \[A5\]/],
    ['ConnectCustomKeyStore', /DISCONNECTED → CONNECTING .*\[xks-connect-disconnect\] \| implied \|/],
    ['ConnectCustomKeyStore', /CONNECTING, CONNECTED → the same, or CONNECTING .*\[A3\]/],
    ['EnableKey', /`keyExists`.*NotFoundException/],
    ['GenerateRandom', /### Rules, without a store/],
    [
      'CreateCustomKeyStore',
      /`proxyIsReachable`: [^|]* \*Where XksProxyConnectivity is PUBLIC_ENDPOINT\.\* \| XksProxyUriUnreachableException/
    ],
    [
      'CreateCustomKeyStore',
      /AWS_CLOUDHSM\n\nWhere an identical earlier request has made a store that is DISCONNECTED, these rules are not asked, but for\n`kmsSucceeds`, and the answer is that of the earlier request/
    ],
    [
      'UpdateCustomKeyStore',
      /`clusterExists`: .*\*Where the request has a CloudHsmClusterId, and the store is of the type AWS_CLOUDHSM\.\*/
    ],
    ['UpdateCustomKeyStore', /`clusterExists`: .*\*Where the request has no CloudHsmClusterId, and /],
    ['Encrypt', /`clusterIsActive`: .*\*Where the key is in a cluster\.\*/],
    ['Encrypt', /`proxyIsReachable`: .*\*Where the key is an external key\.\*/],
    [
      'ReEncrypt',
      /#### The source key\n(?:(?!####)[^])*`ciphertextIsKnown`(?:(?!####)[^])*#### The destination key\n(?:(?!####)[^])*`keyExists`/
    ],
    ['GenerateRandom', /`clusterExists`: .*Who asks for it answers KMSInternalException\.\* \|  \|/],
    ['DescribeCustomKeyStores', /`storeExists`: A custom key store with the id or name /],
    ['ConnectCustomKeyStore', /`storeExists`: A custom key store with the id of the request/],
    ['Connection', /the order in which they are listed, which is assumed\n\(\[A1\]/],
    ['Connection', /`clusterExists`.*CLUSTER_NOT_FOUND/],
    [
      'Connection',
      /`proxyTlsIsValid`.* \| XKS_PROXY_INVALID_TLS_CONFIGURATION, or with VPC endpoint service connectivity XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION \|/
    ],
    [
      'Connection',
      /`vpcEndpointServiceAllowsKms`.* \| XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND, or XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION \|/
    ],
    ['Connection', /`disconnectionSucceeds`.*assumed, \[A6\]/]
  ])('says of %s: %s', (title, line) => {
    expect(sectionOf(title)).toMatch(line)
  })

  it.each([
    ['the type AWS_CLOUDHSM', 'ciphertext of a key in a cluster', /proxy|external/i, 'clusterIsActive'],
    ['the type EXTERNAL_KEY_STORE', 'ciphertext of an external key', /cluster/i, 'proxyIsReachable']
  ])('shows of Decrypt, for a store of %s, no rule of the other', (_, title, others, own) => {
    const [, part = ''] = sectionOf('Decrypt').split(`### Rules, ${title}\n`)
    const rows = (part.split('\n###')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'))
    expect(rows.some((line) => line.startsWith(`| \`${own}\``))).toBe(true)
    expect(rows.filter((line) => others.test(line.split(' | ')[0] ?? ''))).toEqual([])
  })

  it('tells no rule twice in the same words in a table', () => {
    const alike = sections.flatMap(([title, text]) =>
      text.split(/^#+ /m).flatMap((table) => {
        const rows = table.split('\n').filter((line) => line.startsWith('| `'))
        const told = rows.map((line) => line.split(' | ')[0])
        return told.filter((rule, i) => told.indexOf(rule) !== i).map((rule) => [title, rule])
      })
    )
    expect(alike).toEqual([])
  })

  it.each(operationNames)('leads from no row of %s to the page of another operation', (name) => {
    const { source: own, parts } = operations[name]
    const elsewhere = (page: string | undefined): boolean =>
      page !== undefined && page !== own && pagesOfOperations.includes(page)
    const rules = parts
      .flatMap((part) => part.rules)
      .filter(({ name: rule }) => !byTheAuthority.includes(rule))
      .filter(
        ({ source, refusal }) =>
          elsewhere(source) || elsewhere(E.isLeft(refusal) ? refusal.left.source : undefined)
      )
    const effects = parts
      .flatMap(({ follows }) => follows)
      .filter(({ name: effect, source }) => !ofAnEarlierRequest.includes(effect) && elsewhere(source))
    expect([...rules, ...effects].map(({ name: of, source }) => [of, source])).toEqual([])
  })

  it('has the permission and the answer of each operation', () => {
    expect(rulesDocument()).toMatch(/\| \[ReEncrypt\].* \| `kms:ReEncrypt\*` \| yes \| no \|/)
    expect(rulesDocument()).toMatch(/\| \[ConnectCustomKeyStore\].* \| no \| yes \|/)
    expect(rulesDocument()).toMatch(
      /\| \[CreateKey\].* \| `kms:CreateKey`, and with Tags `kms:TagResource` \|/
    )
    expect(rulesDocument()).toMatch(/\| \[RetireGrant\].* \| decided by the grant \|/)
  })
})

it.each(Object.entries(assumptions))('assumptions.md says what %s leaves open', (number, { leavesOpen }) => {
  const line = assumptionsDocument()
    .split('\n')
    .find((each) => each.includes(`**${number}.**`))
  const open = {
    outcome: 'the outcome',
    answer: 'what is shown',
    order: 'which exception answers',
    meaning: 'nothing'
  }
  expect(line).toContain(`*Open: ${open[leavesOpen]}.*`)
})
