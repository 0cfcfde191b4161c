import type { Column, ColumnCheck } from './Column.js'
import type { ColumnRule } from './ColumnRule.js'
import { html, name, nothing, sentence, type Html } from './html.js'
import { operationLinks, places } from './links.js'
import { reasonOf } from '../ConformReport.js'
import { faultsOf, markOf, marks, type Mark } from './marks.js'
import type { Group } from './rows.js'

/** What the table is made from. `rules`: of each column; `at`: the number of a check by its id. */
export interface Shown {
  readonly columns: ReadonlyArray<Column>
  readonly rules: ReadonlyArray<ReadonlyArray<ColumnRule>>
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

const ruleShown = (shown: Shown, column: number, check: ColumnCheck): number => {
  const found = shown.columns[column]
  const ids = new Set(found === undefined ? [] : faultsOf(found, check).map(({ id }) => id))
  return (shown.rules[column] ?? []).findIndex(({ faults }) => faults.some(({ id }) => ids.has(id)))
}

const cell = (shown: Shown, column: Column, i: number, id: string): Html => {
  const check = column.check.get(id)
  const mark = markOf(column, id)
  const of = html`mark ${classOf(mark)}`
  const reason = check && reasonOf(check)
  if (reason !== undefined) {
    return html`<td class="${of}">${signed(mark, `: ${sentence(reason)}`)}</td>`
  }
  const rule = check === undefined ? -1 : ruleShown(shown, i, check)
  const named = shown.rules[i]?.[rule]
  return named === undefined
    ? html`<td class="${of}">${signed(mark)}</td>`
    : html`<td class="${of}">
        <a href="#${places.rule(i, rule)}">${signed(mark, `: ${name(named.rule)}`)}</a>
      </td>`
}

const typeNames: Readonly<Record<ColumnCheck['type'], string>> = {
  AWS_CLOUDHSM: 'AWS CloudHSM',
  EXTERNAL_KEY_STORE: 'external'
}

const row = (shown: Shown, check: ColumnCheck): Html =>
  html` <tr id="${places.check(shown.at.get(check.id) ?? 0)}">
    <th scope="row">${sentence(check.says)}</th>
    <td class="type">${typeNames[check.type]}</td>
    ${shown.columns.map((column, i) => cell(shown, column, i, check.id))}
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
