import { amount } from '../../codec/amount.js'
import { version } from '../version.js'
import type { Column } from './Column.js'
import { rulesOf } from './ColumnRule.js'
import { html, name, type Html } from './html.js'
import { implementationSection } from './implementation.js'
import { places } from './links.js'
import { allMarks, countsOf, marks, nothingShown } from './marks.js'
import { groups } from './rows.js'
import { style } from './style.js'
import { classOf, matrixTable, operationsList, type Shown, type ShownColumn } from './table.js'

const title = 'AWS KMS custom key stores: implementations and the rules'

const shownOf = (columns: ReadonlyArray<Column>, rulesPage: string): Shown => {
  const all = groups(columns)
  const ids = all.flatMap(({ checks }) => checks.map(({ id }) => id))
  return {
    columns: columns.map((column) => ({ ...column, rules: rulesOf(column) })),
    groups: all,
    at: new Map(ids.map((id, i) => [id, i])),
    rulesPage
  }
}

const summaryRow = (column: ShownColumn, i: number): Html => {
  const counts = countsOf(column)
  const different = counts.broken + counts['not as assumed']
  const broken = column.rules.filter(({ isOfAws }) => isOfAws).length
  const number = (n: number): Html => html`<td class="number">${n}</td>`
  return html` <tr>
    <th scope="row"><a href="#${places.column(i)}">${name(column.name)}</a></th>
    <td>${name(column.implementationVersion ?? '')}</td>
    <td class="number ${broken > 0 ? 'broken' : 'kept'}">${broken}</td>
    ${[counts.kept, different, counts['left open'], nothingShown(counts)].map(number)}
    <td class="date">${column.date.slice(0, 10)}</td>
    <td>${name(column.edition)}</td>
  </tr>`
}

const summary = ({ columns }: Shown): Html =>
  html` <div class="scroll" role="region" aria-labelledby="implementations" tabindex="0">
    <table>
      <caption>
        How many rules each breaks, and how its checks ended.
      </caption>
      <thead>
        <tr>
          <th scope="col">Implementation</th>
          <th scope="col">Version</th>
          <th scope="col" class="number">Broken rules</th>
          <th scope="col" class="number">As documented</th>
          <th scope="col" class="number">Different</th>
          <th scope="col" class="number">Left open</th>
          <th scope="col" class="number">Nothing shown</th>
          <th scope="col">Checked on</th>
          <th scope="col">Edition</th>
        </tr>
      </thead>
      <tbody>
        ${columns.map(summaryRow)}
      </tbody>
    </table>
  </div>`

const legend = html` <ul class="legend" aria-label="Marks">
  ${allMarks.map(
    (mark) =>
      html` <li>
        <strong class="${classOf(mark)}">${marks[mark].sign === '' ? 'blank' : marks[mark].sign}</strong>
        ${marks[mark].means}
      </li>`
  )}
</ul>`

/** Nothing is loaded, nothing runs, and no address is told where a link was followed. */
const head = html` <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="referrer" content="no-referrer" />
  <meta
    http-equiv="Content-Security-Policy"
    content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
  />
  <title>${title}</title>
  <style>
    ${{ html: style }}
  </style>`

/** Many reports as one page of HTML, with all that it needs in it. `rulesPage`: the address of docs/rules.md. */
export const matrixPage = (columns: ReadonlyArray<Column>, rulesPage: string): string => {
  const shown = shownOf(columns, rulesPage)
  const { html: text } = html`<!doctype html>
    <html lang="en">
      <head>
        ${head}
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p>
            Made by version ${version} of kms-custom-key-store from ${amount(columns.length, 'report')} of its
            command <code>conform</code>, which asks an implementation and compares each answer with AWS’s
            documentation.
          </p>
        </header>
        <main>
          <h2 id="implementations">Implementations</h2>
          ${summary(shown)}
          <h2 id="checks">Checks</h2>
          ${legend}${operationsList(shown)}${matrixTable(shown)}${shown.columns.map(implementationSection(shown))}
        </main>
        <footer>
          <p class="faint">Not affiliated with AWS. The pages of AWS that the rules cite are AWS’s.</p>
        </footer>
      </body>
    </html> `
  return text
}
