import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { assumptions } from '../assumptions.js'
import type { Need } from '../connection/needs.js'
import { isOfVpcEndpointService } from '../connection/process.js'
import { standingOf, type Evidence, type Statement } from '../Evidence.js'
import type { Follows } from '../rules/Follows.js'
import type { AnyRule } from '../rules/Rule.js'
import { ruleAnchor } from '../rules/ruleAnchor.js'
import { markdownTable } from '../codec/markdownTable.js'
import { assumption, page, seen } from './markdown.js'

/** How sure a statement is: its standing, each assumption with what that leaves open, and what was seen of it. */
const standing = (evidence: Evidence): string =>
  [
    standingOf(evidence),
    ...(evidence.assumes ?? []).map((number) => `${assumption(number)} (${assumptions[number].leavesOpen})`),
    ...(evidence.observed === undefined ? [] : [seen(evidence.observed)])
  ].join(', ')

/** A statement by its name, at a place that a link can lead to. `section`: of the page. */
const named = (section: string, { name, says }: Statement): string =>
  `<a id="${ruleAnchor(section, name)}"></a>\`${name}\`: ${says}`

const onlyWhere = ({ where }: AnyRule): string =>
  where === undefined ? '' : ` *Where ${where.join(', and ')}.*`

const exceptions = ({ otherwise, openTo = [] }: Pick<AnyRule, 'otherwise' | 'openTo'>): string =>
  openTo === 'any exception' ? `${otherwise}, or any other` : [otherwise, ...openTo].join(', or ')

const waivedWhere = (rule: AnyRule): string => {
  const { waived } = rule
  if (waived === undefined) return ''
  const numbers = waived.assumes.map(assumption).join(', ')
  return waived.always
    ? ` *Never asked for: ${numbers}. Who asks for it answers ${exceptions(rule)}.*`
    : ` *In some cases waived: ${numbers}.*`
}

/** Rules in the order in which they are looked at. */
const rulesTable = (section: string, rules: ReadonlyArray<AnyRule>): ReadonlyArray<string> =>
  markdownTable(
    ['Rule', 'Otherwise', 'Source', 'Standing'],
    rules.map((rule) => [
      named(section, rule) + onlyWhere(rule) + waivedWhere(rule),
      rule.waived?.always === true ? '' : exceptions(rule),
      page(rule.source),
      standing(rule)
    ])
  )

const sameThing = RNEA.group<AnyRule>({ equals: (a, b) => a.of === b.of })

/** The same, with a title where they are looked at of another thing than the rules before them. */
export const rulesTables = (section: string, rules: ReadonlyArray<AnyRule>): ReadonlyArray<string> =>
  sameThing(rules).flatMap((some) => {
    const { of } = some[0]
    return [...(of === undefined ? [] : [`#### The ${of}`, '']), ...rulesTable(section, some), '']
  })

/** The codes of a need; of one that not every store with the need can have, the stores. */
const codes = ({ otherwise, openTo = [] }: Need<never>): string =>
  [
    otherwise,
    ...openTo.map((code) =>
      isOfVpcEndpointService(code) && !isOfVpcEndpointService(otherwise)
        ? `with VPC endpoint service connectivity ${code}`
        : code
    )
  ].join(', or ')

/** Needs in the order in which KMS comes to them. */
export const needsTable = (section: string, needs: ReadonlyArray<Need<never>>): ReadonlyArray<string> =>
  markdownTable(
    ['Need', 'Otherwise', 'Source', 'Standing'],
    needs.map((need) => [named(section, need), codes(need), page(need.source), standing(need)])
  )

const stateAfter = ({ from, to, or = [] }: Follows<never>): string => {
  if (to === undefined) return ''
  const after = [to, ...or].join(', or ')
  return from === undefined ? `→ ${after}` : `${from.join(', ')} → ${after}`
}

/** The statements about what follows from an operation; the state of the store where some statement says it. */
export const effectsTable = (
  section: string,
  follows: ReadonlyArray<Follows<never>>
): ReadonlyArray<string> => {
  const states = follows.map(stateAfter)
  return states.every((state) => state === '')
    ? statementsTable(section, follows, 'Effect')
    : markdownTable(
        ['Effect', 'State of the store', 'Source', 'Standing'],
        follows.map((each, i) => [named(section, each), states[i] ?? '', page(each.source), standing(each)])
      )
}

/** Statements that ask for nothing. */
export const statementsTable = (
  section: string,
  statements: ReadonlyArray<Statement>,
  head = 'Statement'
): ReadonlyArray<string> =>
  markdownTable(
    [head, 'Source', 'Standing'],
    statements.map((each) => [named(section, each), page(each.source), standing(each)])
  )
