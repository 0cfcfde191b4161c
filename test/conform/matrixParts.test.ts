/** The page part by part: what each says, how it is marked for the eye, and where its links lead. */
import { DOMParser, type Element } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { matrixPage, type Column } from '../../src/conform/matrix/index.js'
import { aws, smithy, columnOf, jsonCheck, jsonFault, rulesPage, threeReports } from './matrixReports.js'

type Root = Pick<Element, 'getElementsByTagName'>

const pageOf = (columns: ReadonlyArray<Column>) =>
  new DOMParser().parseFromString(matrixPage(columns, rulesPage).replace('<!doctype html>', ''), 'text/xml')

const elements = (root: Root): ReadonlyArray<Element> => [...root.getElementsByTagName('*')]

const within = (root: Root, ...tags: ReadonlyArray<string>): ReadonlyArray<Element> =>
  elements(root).filter(({ tagName }) => tags.includes(tagName))

const words = ({ textContent }: Element): string => textContent!.split(/\s+/).filter(Boolean).join(' ')

const attribute = (name: string) => (element: Element) => element.getAttribute(name) ?? ''

const links = (root: Root) => within(root, 'a').map((link) => [words(link), attribute('href')(link)])

/** The texts of the headings, paragraphs and items, in their order; of those that hold others only the others. */
const texts = (root: Root): ReadonlyArray<string> => {
  const tags = ['h1', 'h2', 'h3', 'h4', 'p', 'summary', 'li']
  return within(root, ...tags)
    .filter((element) => within(element, ...tags).length === 0)
    .map(words)
}

/** The cells of each row, as `show` has them. */
const cells = (table: Root, show: (cell: Element) => string) =>
  within(table, 'tr').map((row) => within(row, 'th', 'td').map(show))

const withId = (root: Root, id: string): Element =>
  elements(root).find((element) => attribute('id')(element) === id)!

const page = pageOf(threeReports)
const [summary, matrix] = within(page, 'table') as [Element, Element]

describe('the page as a whole', () => {
  it('has one name in its title and its heading', () => {
    const name = 'AWS KMS custom key stores: implementations and the rules'
    expect(within(page, 'title', 'h1').map(words)).toEqual([name, name])
  })

  it.each([
    [1, 'from 1 report of its command conform'],
    [3, 'from 3 reports of its command conform']
  ])('tells that it is made from so many reports: %i', (n, told) =>
    expect(words(within(pageOf(threeReports.slice(0, n)), 'header')[0]!)).toContain(told)
  )

  it('has a style for every class', () => {
    const [style] = within(page, 'style').map(words)
    const classes = elements(page)
      .flatMap((element) => attribute('class')(element).split(' '))
      .filter((name) => name !== '')
    expect(classes).toEqual(expect.arrayContaining(['broken', 'broken-rule', 'not-as-assumed', 'mark']))
    const unstyled = classes.filter((name) => !new RegExp(`\\.${name}[ ,.{]`).test(style!))
    expect(unstyled).toEqual([])
  })
})

describe('the summary', () => {
  it('has a row for each report', () => {
    expect(cells(summary, words)).toEqual([
      [
        ...['Implementation', 'Version', 'Broken rules', 'As documented', 'Different', 'Left open'],
        ...['Nothing shown', 'Checked on', 'Edition']
      ],
      ['every mark', '2.0', '1', '1', '2', '1', '3', '2026-11-24', 'exception-text-2022'],
      ['sparse', '', '0', '2', '0', '0', '0', '2026-12-01', 'developer-guide'],
      ['doubtful', '3', '0', '0', '1', '0', '0', '2026-11-24', 'exception-text-2022']
    ])
    expect(links(summary)).toEqual([
      ['every mark', '#i1'],
      ['sparse', '#i2'],
      ['doubtful', '#i3']
    ])
  })

  it('shows by its class whether rules are broken', () => {
    const classes = cells(summary, attribute('class')).slice(1)
    const others = [...Array<string>(4).fill('number'), 'date', '']
    expect(classes).toEqual([
      ['', '', 'number broken', ...others],
      ['', '', 'number kept', ...others],
      ['', '', 'number kept', ...others]
    ])
  })
})

describe('the legend', () => {
  const legend = within(page, 'ul').find((list) => attribute('class')(list) === 'legend')!

  it('has each mark with its meaning', () => {
    expect(texts(legend)).toEqual([
      '✓ as documented',
      '✗ a documented rule is broken',
      '? not as assumed where AWS is silent, or not seen again',
      '· left open by AWS',
      '– not reached',
      '~ not useful after another fault',
      '∅ not implemented',
      'blank not in the report'
    ])
  })

  it('has each mark in the class that it has in the table', () => {
    expect(within(legend, 'strong').map(attribute('class'))).toEqual([
      ...['kept', 'broken', 'not-as-assumed', 'left-open'],
      ...['not-reached', 'not-useful', 'not-implemented', 'not-in-the-report']
    ])
  })
})

describe('the list of operations', () => {
  it('leads to the checks of each that has some', () => {
    const [list] = within(page, 'nav')
    expect(attribute('aria-label')(list!)).toBe('Operations')
    expect(links(list!)).toEqual([
      ['DeleteCustomKeyStore', '#of-DeleteCustomKeyStore'],
      ['CreateKey', '#of-CreateKey'],
      ['Several operations', '#of-several']
    ])
  })
})

describe('the table of checks', () => {
  it('has a row for each operation, and below it one for each of its checks', () => {
    const none = 'not in the report'
    expect(cells(matrix, words)).toEqual([
      ['Check', 'Store', 'every mark 2.0 2026-11-24', 'sparse 2026-12-01', 'doubtful 3 2026-11-24'],
      ['DeleteCustomKeyStore rules of DeleteCustomKeyStore, page of AWS on DeleteCustomKeyStore'],
      ['DeleteCustomKeyStore: open', 'AWS CloudHSM', '·left open by AWS', none, none],
      ['DeleteCustomKeyStore: late', 'AWS CloudHSM', '–not reached: it never ends', none, none],
      ['CreateKey rules of CreateKey, page of AWS on CreateKey'],
      ['CreateKey: kept', 'AWS CloudHSM', '✓as documented', '✓as documented', none],
      [
        ...['CreateKey: broken', 'AWS CloudHSM', '✗a documented rule is broken: answerIsAwsJson', none],
        '?not as assumed where AWS is silent, or not seen again: isCited'
      ],
      [
        ...['CreateKey: assumed', 'AWS CloudHSM'],
        '?not as assumed where AWS is silent, or not seen again: listIsSorted',
        ...[none, none]
      ],
      ['CreateKey: added', 'AWS CloudHSM', none, '✓as documented', none],
      ['Several operations'],
      [
        ...['A store is gone', 'external'],
        '~not useful after another fault: what was answered may follow from another fault',
        ...[none, none]
      ],
      ['A key is gone', 'external', '∅not implemented: ListKeys is not implemented', none, none]
    ])
  })

  it('has heads of operations as wide as itself', () => {
    const heads = within(matrix, 'th').filter((head) => attribute('scope')(head) === 'rowgroup')
    expect(heads.map(attribute('colspan'))).toEqual(['5', '5', '5'])
  })

  it('has each mark in a class of its own', () => {
    const classes = within(matrix, 'tr')
      .map((row) => within(row, 'td').slice(1).map(attribute('class')))
      .filter((row) => row.length > 0)
    const none = 'mark not-in-the-report'
    expect(classes).toEqual([
      ['mark left-open', none, none],
      ['mark not-reached', none, none],
      ['mark kept', 'mark kept', none],
      ['mark broken', none, 'mark not-as-assumed'],
      ['mark not-as-assumed', none, none],
      [none, 'mark kept', none],
      ['mark not-useful', none, none],
      ['mark not-implemented', none, none]
    ])
  })

  it('links its heads, and the marks of what is not kept to the rule', () => {
    expect(links(matrix)).toEqual([
      ['every mark', '#i1'],
      ['sparse', '#i2'],
      ['doubtful', '#i3'],
      ['rules of DeleteCustomKeyStore', `${rulesPage}#deletecustomkeystore`],
      ['page of AWS on DeleteCustomKeyStore', `${aws}/API_DeleteCustomKeyStore.html`],
      ['rules of CreateKey', `${rulesPage}#createkey`],
      ['page of AWS on CreateKey', `${aws}/API_CreateKey.html`],
      ['✗a documented rule is broken: answerIsAwsJson', '#i1-r1'],
      ['?not as assumed where AWS is silent, or not seen again: isCited', '#i3-r2'],
      ['?not as assumed where AWS is silent, or not seen again: listIsSorted', '#i1-r2']
    ])
  })
})

describe('the section of an implementation', () => {
  it('tells each rule that is not kept, with its answers and checks, and what showed nothing', () => {
    expect(texts(withId(page, 'i1'))).toEqual([
      'every mark 2.0',
      'Checked on 2026-11-24 against edition exception-text-2022, by version 0.1.0 of kms-custom-key-store.',
      '1 documented rule broken',
      'CreateKey: answerIsAwsJson',
      'An answer is JSON. the rule, AWS’s page',
      'Expected an id; got nothing.',
      'Expected an id; got a number. As documented in edition exception-text-2022, developer-guide.',
      'Seen in 2 checks',
      ...['broken', 'random histories'],
      'Not as assumed where AWS is silent, or not seen again',
      'ListKeys: listIsSorted',
      'A list is sorted. the rule, AWS’s page',
      'Expected an id; got nothing.',
      'Seen in 2 checks',
      ...['broken', 'assumed'],
      'Nothing shown',
      'it never ends (1 check)',
      'unreached',
      'what was answered may follow from another fault (1 check)',
      'unsure',
      'ListKeys is not implemented (1 check)',
      'absent'
    ])
  })

  it('links to the rules and the pages of AWS that are known, and to the checks that are in the table', () => {
    expect(links(withId(page, 'i1'))).toEqual([
      ['the rule', `${rulesPage}#any-operation-answerisawsjson`],
      ['AWS’s page', smithy],
      ['broken', '#c4'],
      ['the rule', `${rulesPage}#listkeys`],
      ['AWS’s page', `${aws}/API_ListKeys.html`],
      ['broken', '#c4'],
      ['assumed', '#c5'],
      ['unreached', '#c2'],
      ['unsure', '#c7'],
      ['absent', '#c8']
    ])
  })

  it('is short where every rule is kept', () => {
    expect(texts(withId(page, 'i2'))).toEqual([
      'sparse',
      'Checked on 2026-12-01 against edition developer-guide, by version 0.1.0 of kms-custom-key-store.',
      'No documented rule is broken, as far as could be reached'
    ])
  })

  it('links only to what is known of a rule', () => {
    const sections = within(withId(page, 'i3'), 'section')
    expect(sections.map((section) => texts(section).slice(0, 2))).toEqual([
      ['CreateKey: isUnknown', 'An answer is JSON. the rule'],
      ['Unheard: isCited', 'An answer is JSON. AWS’s page'],
      ['Unheard: isBare', 'An answer is JSON.']
    ])
  })

  it('marks by their class the rules that are broken', () => {
    const classes = ['i1', 'i3'].map((id) => within(withId(page, id), 'section').map(attribute('class')))
    expect(classes).toEqual([
      ['rule broken-rule', 'rule'],
      ['rule', 'rule', 'rule']
    ])
  })

  it.each([
    [20, 20, []],
    [21, 20, ['1 more answer']],
    [22, 20, ['2 more answers']]
  ])('tells of %i answers %i, and how many more there are', (many, told, more) => {
    const faults = Array.from({ length: many }, (_, i) => jsonFault(`fault ${i}`, { got: `answer ${i}` }))
    const [answers] = within(withId(pageOf([columnOf({ faults })]), 'i1-r1'), 'ul')
    expect(texts(answers!)).toEqual([
      ...Array.from({ length: told }, (_, i) => `Expected an id; got answer ${i}.`),
      ...more
    ])
  })

  it('shows 120 characters of the id of a check, and how long it was', () => {
    const id = 'x'.repeat(121)
    const column = columnOf({ checks: [jsonCheck(id, { is: 'not reached', why: 'it never ends' })] })
    expect(links(withId(pageOf([column]), 'i1'))).toEqual([[`${'x'.repeat(120)}… (121 characters)`, '#c1']])
  })
})
