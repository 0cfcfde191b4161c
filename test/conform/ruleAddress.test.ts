/** Every rule that a report can name has its place in docs/rules.md. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Statement } from '../../src/Evidence.js'
import { effectsOf } from '../../src/conform/effects.js'
import { ruleAddress } from '../../src/conform/ruleAddress.js'
import * as statements from '../../src/conform/statements.js'
import { operationNames, operations } from '../../src/operations/index.js'

const page = readFileSync('docs/rules.md', 'utf8')
const anchors = Array.from(page.matchAll(/<a id="([^"]+)">/g), ([, id = '']) => id)

/** The line of the page to which an address leads. */
const lineAt = (address: string): string => {
  const [file, anchor] = address.split('#')
  expect(file).toBe('docs/rules.md')
  return page.split('\n').find((line) => line.includes(`<a id="${anchor}"></a>`)) ?? ''
}

describe('the places in docs/rules.md', () => {
  it('are there once each', () => {
    expect(anchors.length).toBeGreaterThan(500)
    expect(new Set(anchors).size).toBe(anchors.length)
  })

  it('are links from outside, so those that once were there stay', () => {
    expect(anchors).toEqual(
      expect.arrayContaining([
        'connectcustomkeystore-validconnectionstate',
        'createcustomkeystore-nameisfree',
        'deletecustomkeystore-storehasnokeys',
        'generaterandom-storeexists',
        'connection-clusterexists',
        'any-operation-answerisawsjson'
      ])
    )
  })
})

describe('the address of a rule', () => {
  it.each(operationNames)('leads to each rule and effect of %s', (operation) => {
    const rules = operations[operation].parts.flatMap((part) => part.rules)
    for (const { name, says } of [...rules, ...effectsOf(operation)]) {
      const line = lineAt(ruleAddress(operation, name))
      expect(line).toContain(`\`${name}\``)
      expect(operations[operation].parts.length > 1 || line.includes(says)).toBe(true)
    }
  })

  it.each<Statement>(Object.values(statements))(
    'leads to $name, whatever the operation, as it is stated',
    ({ name, says, source, implied, observed, assumes }) => {
      const standing = assumes !== undefined ? 'assumed' : implied === true ? 'implied' : 'documented'
      const seen = observed === undefined ? '' : `, [seen](assumptions.md#${observed})`
      expect(lineAt(ruleAddress('CreateKey', name))).toContain(
        `\`${name}\`: ${says} | [${source}] | ${standing}${seen}`
      )
      expect(ruleAddress('CreateKey', name)).toBe(ruleAddress('DescribeKey', name))
    }
  )

  it('leads to the operation that a rule is of, where the one to blame has no such rule', () => {
    expect(ruleAddress('DescribeCustomKeyStores', 'validConnectionState')).toBe(
      'docs/rules.md#connectcustomkeystore-validconnectionstate'
    )
  })

  it('leads to the operation, where no rule has that name', () => {
    expect(ruleAddress('CreateKey', 'constructor')).toBe('docs/rules.md#createkey')
    expect(page).toContain('\n## CreateKey\n')
  })
})
