/** The whole Markdown of reports, line by line. */
import { describe, expect, it } from 'vitest'
import { matrixMarkdown } from '../../src/conform/matrix/index.js'
import { code } from '../../src/conform/matrix/markdownText.js'
import { aws, smithy, columnOf, jsonFault, rulesPage, threeReports } from './matrixReports.js'

describe('the Markdown of three reports', () => {
  it('is a summary, the rules that each does not keep, and every check with its mark', () => {
    expect(matrixMarkdown(threeReports, rulesPage).split('\n')).toEqual([
      '## AWS KMS custom key stores',
      '',
      '| Implementation | Version | Checked on | Edition | Broken rules | As documented | Different | Left open | Nothing shown |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| `every mark` | `2.0` | 2026-11-24 | `exception-text-2022` | 1 | 1 | 2 | 1 | 3 |',
      '| `sparse` |  | 2026-12-01 | `developer-guide` | 0 | 2 | 0 | 0 | 0 |',
      '| `doubtful` | `3` | 2026-11-24 | `exception-text-2022` | 0 | 0 | 1 | 0 | 0 |',
      '',
      '### What `every mark` does otherwise',
      '',
      `- ✗ \`CreateKey\`: \`answerIsAwsJson\`, [rule](${rulesPage}#any-operation-answerisawsjson), [AWS](${smithy}): expected \`an id\`, got \`nothing\`; seen in 2 checks: \`broken\`, \`random histories\``,
      `- ? \`ListKeys\`: \`listIsSorted\`, [rule](${rulesPage}#listkeys), [AWS](${aws}/API_ListKeys.html): expected \`an id\`, got \`nothing\`; seen in 2 checks: \`broken\`, \`assumed\``,
      '',
      '### What `doubtful` does otherwise',
      '',
      `- ? \`CreateKey\`: \`isUnknown\`, [rule](${rulesPage}#createkey): expected \`an id\`, got \`nothing\`; seen in 1 check: \`broken\``,
      `- ? \`Unheard\`: \`isCited\`, [AWS](${aws}/API_CreateKey.html): expected \`an id\`, got \`nothing\`; seen in 1 check: \`broken\``,
      '- ? `Unheard`: `isBare`: expected `an id`, got `nothing`; seen in 1 check: `broken`',
      '',
      '<details><summary>Every check</summary>',
      '',
      '✓ as documented, ✗ a documented rule is broken, ? not as assumed where AWS is silent, or not seen again, · left open by AWS, – not reached, ~ not useful after another fault, ∅ not implemented, blank not in the report.',
      '',
      '| Check | `every mark` | `sparse` | `doubtful` |',
      '| --- | --- | --- | --- |',
      '| **DeleteCustomKeyStore** |  |  |  |',
      '| `open` | · |  |  |',
      '| `unreached` | – |  |  |',
      '| **CreateKey** |  |  |  |',
      '| `kept` | ✓ | ✓ |  |',
      '| `broken` | ✗ |  | ? |',
      '| `assumed` | ? |  |  |',
      '| `added` |  | ✓ |  |',
      '| **Several operations** |  |  |  |',
      '| `unsure` | ~ |  |  |',
      '| `absent` | ∅ |  |  |',
      '',
      '</details>',
      ''
    ])
  })

  it.each([
    [50, 50, []],
    [51, 50, ['- and 1 more rule']],
    [52, 50, ['- and 2 more rules']]
  ])('tells of %i rules %i, and how many more there are', (many, told, more) => {
    const faults = Array.from({ length: many }, (_, i) => jsonFault(`fault ${i}`, { rule: `rule${i}` }))
    const text = matrixMarkdown([columnOf({ faults })], rulesPage)
    const items = text.split('\n').filter((line) => line.startsWith('- '))
    expect(items.filter((line) => line.startsWith('- ✗'))).toHaveLength(told)
    expect(items.slice(told)).toEqual(more)
  })
})

describe('text from outside in Markdown', () => {
  it.each([
    ['plain', '`plain`'],
    ['', '_empty_'],
    ['nothing', '`nothing`'],
    ['one | two', '`one ¦ two`'],
    ['a`b', '``a`b``'],
    ['a``b`c', '```a``b`c```'],
    ['`a', '`` `a ``'],
    ['a ', '` a  `'],
    ['x'.repeat(121), `\`${'x'.repeat(120)}… (121 characters)\``]
  ])('is code: %j', (text, shown) => expect(code(text)).toBe(shown))
})
