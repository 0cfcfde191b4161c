import { amount } from '../../codec/amount.js'
import { markdownTable } from '../../codec/markdownTable.js'
import type { Column } from './Column.js'
import { brokenIn, rulesOf, type ColumnRule } from './ColumnRule.js'
import { code } from './markdownText.js'
import { allMarks, countsOf, markOf, marks, nothingShown } from './marks.js'
import { groups } from './rows.js'

const versionOf = ({ implementationVersion }: Column): string =>
  implementationVersion === undefined ? '' : code(implementationVersion)

const summary = (columns: ReadonlyArray<Column>): ReadonlyArray<string> =>
  markdownTable(
    [
      ...['Implementation', 'Version', 'Checked on', 'Edition'],
      ...['Broken rules', 'As documented', 'Different', 'Left open', 'Nothing shown']
    ],
    columns.map((column) => {
      const counts = countsOf(column)
      const different = counts.broken + counts['not as assumed']
      const numbers = [brokenIn(column), counts.kept, different, counts['left open'], nothingShown(counts)]
      return [
        ...[code(column.name), versionOf(column), column.date.slice(0, 10), code(column.edition)],
        ...numbers.map(String)
      ]
    })
  )

const mostRules = 50

const ruleLine =
  (rulesPage: string) =>
  ({ operation, rule, isOfAws, anchor, url, faults, seenIn }: ColumnRule): string => {
    const named = `${code(operation)}: ${code(rule)}`
    const links = [
      ...(anchor === undefined ? [] : [`[rule](${rulesPage}#${anchor})`]),
      ...(url === undefined ? [] : [`[AWS](${url})`])
    ]
    const { expected, got } = faults[0].difference
    const sign = marks[isOfAws ? 'broken' : 'not as assumed'].sign
    return `- ${sign} ${[named, ...links].join(', ')}: expected ${code(expected)}, got ${code(got)}; seen in ${amount(seenIn.length, 'check')}: ${seenIn.map(code).join(', ')}`
  }

const rulesSection =
  (rulesPage: string) =>
  (column: Column): ReadonlyArray<string> => {
    const rules = rulesOf(column)
    const rest = rules.length - mostRules
    return rules.length === 0
      ? []
      : [
          `### What ${code(column.name)} does otherwise`,
          '',
          ...rules.slice(0, mostRules).map(ruleLine(rulesPage)),
          ...(rest > 0 ? [`- and ${amount(rest, 'more rule')}`] : []),
          ''
        ]
  }

const matrix = (columns: ReadonlyArray<Column>): ReadonlyArray<string> =>
  markdownTable(
    ['Check', ...columns.map(({ name }) => code(name))],
    groups(columns).flatMap(({ operation, checks }) => [
      [`**${operation ?? 'Several operations'}**`, ...columns.map(() => '')],
      ...checks.map(({ id }) => [code(id), ...columns.map((column) => marks[markOf(column, id)].sign)])
    ])
  )

const legend = allMarks
  .map((mark) => `${marks[mark].sign === '' ? 'blank' : marks[mark].sign} ${marks[mark].means}`)
  .join(', ')

/** Many reports as Markdown, for the summary of a build. `rulesPage`: the address of docs/rules.md. */
export const matrixMarkdown = (columns: ReadonlyArray<Column>, rulesPage: string): string =>
  [
    '## AWS KMS custom key stores',
    '',
    ...summary(columns),
    '',
    ...columns.flatMap(rulesSection(rulesPage)),
    '<details><summary>Every check</summary>',
    '',
    `${legend}.`,
    '',
    ...matrix(columns),
    '',
    '</details>',
    ''
  ].join('\n')
