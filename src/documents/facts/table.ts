import * as t from 'io-ts'
import { markdownTable } from '../../codec/markdownTable.js'
import { operations } from '../../operations/index.js'
import { ruleAnchor } from '../../rules/ruleAnchor.js'
import { ServiceFailure } from '../../model/BackingKeyStore.js'
import { effectsOf, effectsOfFailure, type Effect, type Entries } from './effects.js'
import { healthyFacts } from './healthy.js'
import type { FactRow, FactRows } from './FactRow.js'
import { shapesOf } from './shape.js'

const inside = (value: unknown, name: string): unknown => {
  const entry: unknown = Array.isArray(value) ? value[0] : value
  return t.UnknownRecord.is(entry) ? entry[name] : undefined
}

/** The healthy value at a path; of the members of an external key, those of the healthy one. */
const healthyAt = (entry: object, path: string): unknown =>
  path.startsWith('externalKeys{}.')
    ? inside(healthyFacts.externalKey, path.slice('externalKeys{}.'.length))
    : path.replaceAll('[]', '').split('.').reduce<unknown>(inside, entry)

const holdsRecords = (value: unknown): boolean =>
  t.UnknownRecord.is(value) || (Array.isArray(value) && value.some((each) => t.UnknownRecord.is(each)))

const healthyInWords = (path: string, required: boolean, value: unknown): string => {
  if (path === 'exists') return '`true`'
  if (value === undefined) return required ? '' : 'absent'
  return holdsRecords(value) ? 'see below' : `\`${JSON.stringify(value)}\``
}

/** The operations by what they do to a key, which are all alike to a fault. */
const usesKeys = (section: Effect['section']): boolean =>
  section !== 'Connection' && 'uses' in operations[section]

const link = ({ section, rule }: Effect, words: string): string =>
  rule === '' ? words : `[${words}](rules.md#${ruleAnchor(section, rule)})`

/** One exception or code by one rule: who answers with it, each with a link to the rule. */
const phrase = (alike: ReadonlyArray<Effect>): string => {
  const names = alike.filter(({ section }) => !usesKeys(section)).map((each) => link(each, each.section))
  const uses = alike.filter(({ section }) => usesKeys(section)).slice(0, 1)
  const who = [...names, ...uses.map((each) => link(each, 'use of a key'))].join(', ')
  return `${alike[0]?.answer ?? ''}, \`${alike[0]?.rule ?? ''}\`: ${who}`
}

/** The effects in phrases, those that are alike together. */
const phrases = (effects: ReadonlyArray<Effect>): ReadonlyArray<string> => {
  const answers = new Map<string, ReadonlyArray<Effect>>()
  for (const effect of effects) {
    const key = `${effect.answer} ${effect.rule}`
    answers.set(key, [...(answers.get(key) ?? []), effect])
  }
  return [...answers.values()].map(phrase)
}

const effects = (of: Entries, { fault }: FactRow): string => {
  if (fault === undefined) return ''
  const found = phrases(effectsOf(of, fault))
  return found.length === 0 ? 'nothing by itself' : found.join('<br>')
}

/** The members of one kind of facts: each with its type, its healthy value, and what an example of its fault leads to. */
export const factsTable = (
  of: Entries,
  codec: t.Mixed,
  healthy: object,
  rows: FactRows
): ReadonlyArray<string> =>
  markdownTable(
    ['Member', 'Type', 'Healthy', 'Meaning', 'Example of a fault', 'What it leads to'],
    [{ path: 'exists', type: 'boolean', required: false }, ...shapesOf(codec)].map(
      ({ path, type, required }) => {
        const row = rows[path] ?? { means: '' }
        return [
          `<a id="${ruleAnchor(of, path)}"></a>\`${path}\``,
          type,
          healthyInWords(path, required, healthyAt(healthy, path)),
          row.means,
          row.fault === undefined ? '' : `\`${JSON.stringify(row.fault)}\``,
          effects(of, row)
        ]
      }
    )
  )

const fewNames = 12

/** What each failure of AWS KMS itself leads to. */
export const failuresTable = (): ReadonlyArray<string> =>
  markdownTable(
    ['`failure`', 'What it leads to'],
    Object.keys(ServiceFailure.keys).map((failure) => {
      const found = effectsOfFailure(failure as ServiceFailure)
      const operations = found.filter(({ section }) => section !== 'Connection')
      const codes = found.filter(({ section }) => section === 'Connection')
      const many = `${String(operations.length)} operations: each that is accepted otherwise, and whose page lists the exception`
      return [
        `\`${failure}\``,
        [
          ...(operations.length > fewNames ? [`${failure}, ${many}`] : phrases(operations)),
          ...phrases(codes)
        ].join('<br>')
      ]
    })
  )
