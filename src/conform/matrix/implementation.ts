import { amount } from '../../codec/amount.js'
import { shortened } from '../../codec/visible.js'
import { once } from '../../possible/once.js'
import type { Column, ColumnFault } from './Column.js'
import type { ColumnRule } from './ColumnRule.js'
import { html, inARow, name, nothing, sentence, type Html } from './html.js'
import { places } from './links.js'
import { unreachedIn } from './marks.js'
import type { Shown, ShownColumn } from './table.js'

const longestId = 120
const mostShown = 20

/** A list of the first of them, and how many more there are. */
const firstOf = <A>(all: ReadonlyArray<A>, show: (one: A) => Html, unit: string): Html => {
  const rest = all.length - mostShown
  const shown = [
    ...all.slice(0, mostShown).map(show),
    ...(rest > 0 ? [html`${amount(rest, `more ${unit}`)}`] : [])
  ]
  return html`<ul>
    ${shown.map((item) => html`<li>${item}</li>`)}
  </ul>`
}

const checkLink =
  ({ at }: Shown) =>
  (id: string): Html => {
    const row = at.get(id)
    const text = html`<code>${shortened(id, longestId)}</code>`
    return row === undefined ? text : html`<a href="#${places.check(row)}">${text}</a>`
  }

const answerIn = ({ difference: { expected, got }, allowedBy }: ColumnFault): Html => {
  const allowed = html` As documented in edition ${name(allowedBy.join(', '))}.`
  return html`Expected ${sentence(expected)}; got
    <strong>${sentence(got)}</strong>.${allowedBy.length === 0 ? nothing : allowed}`
}

/** Faults that read the same are shown once. */
const answersTo = ({ faults }: ColumnRule): ReadonlyArray<Html> =>
  once((answer: Html) => answer.html)(faults.map(answerIn))

const linksOf = ({ anchor, url }: ColumnRule, rulesPage: string): Html =>
  inARow([
    ...(anchor === undefined ? [] : [html`<a href="${`${rulesPage}#${anchor}`}">the rule</a>`]),
    ...(url === undefined ? [] : [html`<a href="${url}">AWS’s page</a>`])
  ])

const ruleSection =
  (shown: Shown, column: number) =>
  (rule: ColumnRule, i: number): Html =>
    html` <section class="rule${rule.isOfAws ? html` broken-rule` : nothing}" id="${places.rule(column, i)}">
      <h4>${name(rule.operation)}: <code>${name(rule.rule)}</code></h4>
      <p>${sentence(rule.says)} ${linksOf(rule, shown.rulesPage)}</p>
      ${firstOf(answersTo(rule), (answer) => answer, 'answer')}
      <details>
        <summary>Seen in ${amount(rule.seenIn.length, 'check')}</summary>
        <ul>
          ${rule.seenIn.map((id) => html`<li>${checkLink(shown)(id)}</li>`)}
        </ul>
      </details>
    </section>`

const unreachedList = (shown: Shown, column: Column): Html => {
  const reasons = [...unreachedIn(column)]
  if (reasons.length === 0) return nothing
  const item = ([why, ids]: readonly [string, ReadonlyArray<string>]): Html =>
    html` <details>
      <summary>${sentence(why)} <span class="faint">(${amount(ids.length, 'check')})</span></summary>
      <ul>
        ${ids.map((id) => html`<li>${checkLink(shown)(id)}</li>`)}
      </ul>
    </details>`
  return html` <h3>Nothing shown</h3>
    ${firstOf(reasons, item, 'reason')}`
}

/** An implementation: the rules that it does not keep, and what could not be tried. */
export const implementationSection =
  (shown: Shown) =>
  (column: ShownColumn, i: number): Html => {
    const { name: text, implementationVersion, date, edition, version, rules } = column
    const broken = rules.filter(({ isOfAws }) => isOfAws).length
    const sections = rules.map(ruleSection(shown, i))
    const called =
      implementationVersion === undefined ? nothing : html` <small>${name(implementationVersion)}</small>`
    const verdict =
      broken === 0
        ? 'No documented rule is broken, as far as could be reached'
        : `${amount(broken, 'documented rule')} broken`
    const assumed = html` <h3>Not as assumed where AWS is silent, or not seen again</h3>
      ${sections.slice(broken)}`
    return html` <section id="${places.column(i)}" aria-labelledby="${places.column(i)}-name">
      <h2 id="${places.column(i)}-name">${name(text)}${called}</h2>
      <p>
        Checked on <time datetime="${date}">${date.slice(0, 10)}</time> against edition
        <code>${name(edition)}</code>, by version ${name(version)} of kms-custom-key-store.
      </p>
      <h3>${verdict}</h3>
      ${sections.slice(0, broken)}${broken === rules.length ? nothing : assumed}${unreachedList(shown, column)}
    </section>`
  }
