/** Every operation has its rules and effects in rules.md. */
import { describe, expect, it } from 'vitest'
import { assumptions } from '../../src/assumptions.js'
import { assumptionsDocument, rulesDocument } from '../../src/documents/index.js'
import { operationNames, operations } from '../../src/operations/index.js'

const sections = rulesDocument()
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
    ['Connection', /`clusterExists`.*CLUSTER_NOT_FOUND/],
    ['Connection', /`disconnectionSucceeds`.*assumed, \[A6\]/]
  ])('says of %s: %s', (title, line) => {
    expect(sectionOf(title)).toMatch(line)
  })

  it('has the permission and the answer of each operation', () => {
    expect(rulesDocument()).toMatch(/\| \[ReEncrypt\].* \| `kms:ReEncrypt\*` \| yes \| no \|/)
    expect(rulesDocument()).toMatch(/\| \[ConnectCustomKeyStore\].* \| no \| yes \|/)
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
