import type { Column, ColumnCheck } from './Column.js'
import type { ColumnRule } from './ColumnRule.js'
import { html, name, nothing, sentence, type Html } from './html.js'
import { operationLinks, places } from './links.js'
import { reasonOf } from '../ConformReport.js'
import { faultsOf, markOf, marks, type Mark } from './marks.js'
import type { Group } from './rows.js'

/** An implementation, with the rules that it does not keep. */
export interface ShownColumn extends Column {
  readonly rules: ReadonlyArray<ColumnRule>
}

/** What the table is made from. `at`: the number of a check by its id. */
export interface Shown {
  readonly columns: ReadonlyArray<ShownColumn>
  readonly groups: ReadonlyArray<Group>
  readonly at: ReadonlyMap<string, number>
  /** The address of docs/rules.md. */
  readonly rulesPage: string
}

export const classOf = (mark: Mark): string => mark.replaceAll(' ', '-')

/** The sign of a mark for the eye, and its meaning for the ear. */
const signed = (mark: Mark, more = ''): Html =>
  html`<span aria-hidden="true">${marks[mark].sign}</span
    ><span class="unseen">${marks[mark].means}${more}</span>`

/** The number of the first rule that a check shows not to be kept; -1 where it shows none. */
const ruleShownBy = ({ outcome }: ColumnCheck, column: ShownColumn): number => {
  if (outcome.is !== 'different') return -1
  const ids = new Set(faultsOf(column, outcome.faults).map(({ id }) => id))
  return column.rules.findIndex(({ faults }) => faults.some(({ id }) => ids.has(id)))
}

const inCell = (column: ShownColumn, i: number, id: string): Html => {
  const mark = markOf(column, id)
  const check = column.check.get(id)
  if (check === undefined) return signed(mark)
  const reason = reasonOf(check)
  if (reason !== undefined) return signed(mark, `: ${sentence(reason)}`)
  const first = ruleShownBy(check, column)
  const rule = column.rules[first]
  return rule === undefined
    ? signed(mark)
    : html`<a href="#${places.rule(i, first)}">${signed(mark, `: ${name(rule.rule)}`)}</a>`
}

const cell =
  (id: string) =>
  (column: ShownColumn, i: number): Html =>
    html`<td class="mark ${classOf(markOf(column, id))}">${inCell(column, i, id)}</td>`

const typeNames: Readonly<Record<ColumnCheck['type'], string>> = {
  AWS_CLOUDHSM: 'AWS CloudHSM',
  EXTERNAL_KEY_STORE: 'external'
}

const row = (shown: Shown, check: ColumnCheck): Html =>
  html` <tr id="${places.check(shown.at.get(check.id) ?? 0)}">
    <th scope="row">${sentence(check.says)}</th>
    <td class="type">${typeNames[check.type]}</td>
    ${shown.columns.map(cell(check.id))}
  </tr>`

const groupName = ({ operation }: Group): string => operation ?? 'Several operations'

const groupHead = (shown: Shown, group: Group): Html => {
  if (group.operation === undefined) return html`${groupName(group)}`
  const { rules, aws } = operationLinks(shown.rulesPage, group.operation)
  return html`${groupName(group)}
    <small
      ><a href="${rules}">rules<span class="unseen"> of ${group.operation}</span></a
      >, <a href="${aws}">page of AWS<span class="unseen"> on ${group.operation}</span></a></small
    >`
}

const placeOf = (group: Group): string => `of-${group.operation ?? 'several'}`

const body = (shown: Shown, group: Group): Html =>
  html` <tbody id="${placeOf(group)}">
    <tr>
      <th scope="rowgroup" colspan="${shown.columns.length + 2}">${groupHead(shown, group)}</th>
    </tr>
    ${group.checks.map((check) => row(shown, check))}
  </tbody>`

const head = ({ name: text, implementationVersion, date }: Column, i: number): Html => {
  const version =
    implementationVersion === undefined ? nothing : html`<small>${name(implementationVersion)}</small>`
  return html` <th scope="col" class="mark">
    <a href="#${places.column(i)}">${name(text)}</a> ${version} <small>${date.slice(0, 10)}</small>
  </th>`
}

/** Links to the checks of each operation. */
export const operationsList = ({ groups }: Shown): Html =>
  html` <nav aria-label="Operations">
    <ul class="operations">
      ${groups.map((group) => html` <li><a href="#${placeOf(group)}">${groupName(group)}</a></li>`)}
    </ul>
  </nav>`

/** A row for each check, a column for each implementation. It can be scrolled by the keyboard. */
export const matrixTable = (shown: Shown): Html =>
  html` <div class="scroll" role="region" aria-labelledby="checks" tabindex="0">
    <table class="matrix">
      <caption>
        Every check, by operation; a mark that is a link leads to the rule that is not kept.
      </caption>
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col">Store</th>
          ${shown.columns.map(head)}
        </tr>
      </thead>
      ${shown.groups.map((group) => body(shown, group))}
    </table>
  </div>`
