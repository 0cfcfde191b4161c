/** The page: well formed whatever reports say, and sound to whoever reads it by the eye, by the ear or by the keyboard. */
import { DOMParser, type Element } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrixMarkdown, matrixPage } from '../../src/conform/matrix/index.js'
import { visible } from '../../src/codec/visible.js'
import { attacks, columnWith } from './hostileReport.js'
import { deviations, madeReport } from './madeReport.js'

const harmless = columnWith((text) => text)

/** The page is XML too, so an XML parser finds every text that leaves its place. */
const parsed = (page: string) =>
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`)
    }
  }).parseFromString(page.replace('<!doctype html>', ''), 'text/xml')

const elements = (page: string): ReadonlyArray<Element> => [...parsed(page).getElementsByTagName('*')]

const attribute = (name: string) => (element: Element) => element.getAttribute(name) ?? ''

/** Its elements and their attributes without values. */
const form = (page: string): ReadonlyArray<string> =>
  elements(page).map(({ tagName, attributes }) =>
    [tagName, ...[...attributes].map(({ name }) => name)].join(' ')
  )

const pageOf = (text: (text: string) => string, rules = 'docs/rules.md') =>
  matrixPage([columnWith(text), harmless], rules)

/** No operation, rule or page is known by such a name. */
const plain = form(pageOf((text) => `${text}.`))

describe('what a report says', () => {
  it.each(attacks)('changes nothing but text: %j', (attack) => {
    const page = pageOf((text) => `${text}.${attack}`)
    expect(form(page)).toEqual(plain)
    expect(page.length).toBeLessThan(60_000)
    // The name of the first, as it can be read.
    const shown = parsed(page).getElementsByTagName('h2')[2]!.textContent!
    expect(shown).toContain(visible(`an emulator.${attack}`.slice(0, 60)))
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u2066]/)
  })

  it('changes nothing but text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (noise) => {
        expect(form(pageOf((text) => `${text}.${noise}`))).toEqual(plain)
      }),
      { numRuns: 50 }
    )
  })
})

describe('the page', () => {
  const page = matrixPage([harmless, harmless], 'https://docs.example/rules.md')
  const all = elements(page)
  const named = (name: string) => all.filter(({ tagName }) => tagName === name)
  const ids = all.map(attribute('id')).filter((id) => id !== '')

  it('loads and runs nothing', () => {
    for (const name of ['script', 'img', 'link', 'iframe', 'object', 'form']) expect(named(name)).toEqual([])
    expect(all.filter((element) => element.hasAttribute('src'))).toEqual([])
    expect(page).not.toMatch(/@import|url\(|\son[a-z]+=/)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`)
  })

  it('has a column for each implementation, with its version and date', () => {
    const heads = named('thead')[1]!.getElementsByTagName('th')
    const texts = [...heads].map(({ textContent }) => textContent!.split(/\s+/).filter(Boolean).join(' '))
    expect(texts).toEqual(['Check', 'Store', ...Array(2).fill('an emulator 1.2.3 2026-11-24')])
  })

  it('has a row for each check, with its mark for the eye and in words', () => {
    const rows = named('tr').filter((row) => attribute('id')(row) !== '')
    const text = ({ textContent }: Element) => textContent!.split(/\s+/).filter(Boolean).join(' ')
    expect(rows.map((row) => [...row.getElementsByTagName('td')].slice(1).map(text)[0])).toEqual([
      '✓as documented',
      '✗a documented rule is broken: answerIsAwsJson',
      '·left open by AWS',
      '–not reached: it never ends'
    ])
  })

  it('has no id twice, and each link within it leads somewhere', () => {
    expect(new Set(ids).size).toBe(ids.length)
    const inner = named('a')
      .map(attribute('href'))
      .filter((href) => href.startsWith('#'))
    expect(inner.length).toBeGreaterThan(10)
    expect(inner.filter((href) => !ids.includes(href.slice(1)))).toEqual([])
  })

  it('links to the rules, where docs/rules.md is said to be, and to the pages of AWS', () => {
    const outer = new Set(
      named('a')
        .map(attribute('href'))
        .filter((href) => !href.startsWith('#'))
    )
    expect([...outer]).toEqual([
      'https://docs.example/rules.md#createkey',
      'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html',
      'https://docs.example/rules.md#any-operation-answerisawsjson',
      'https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html',
      'https://docs.example/rules.md#any-operation-describeshowsthestore',
      'https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeCustomKeyStores.html'
    ])
  })

  it('tells a screen reader the scope of each head and the name of each region, and has one main heading', () => {
    expect(named('html').map(attribute('lang'))).toEqual(['en'])
    expect(
      named('th').filter((head) => !['col', 'row', 'rowgroup'].includes(attribute('scope')(head)))
    ).toEqual([])
    expect(named('caption')).toHaveLength(named('table').length)
    const labels = all.map(attribute('aria-labelledby')).filter((id) => id !== '')
    expect(labels.length).toBeGreaterThan(3)
    const regions = all.filter((element) => attribute('role')(element) === 'region')
    expect(regions.map(attribute('tabindex'))).toEqual(['0', '0'])
    expect(labels.filter((id) => !ids.includes(id))).toEqual([])
    const levels = all.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? []).map(Number)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.every((level, i) => i === 0 || level <= levels[i - 1]! + 1)).toBe(true)
  })

  it('shows all that was seen of a rule, and as much of the rest as can be read', () => {
    const seen = named('section').find((section) => attribute('id')(section) === 'i1-r1')!
    expect([...seen.getElementsByTagName('code')].map(({ textContent }) => textContent)).toEqual([
      'answerIsAwsJson',
      'AWS_CLOUDHSM/check-1',
      'AWS_CLOUDHSM/check-2'
    ])
    expect(seen.textContent!.replace(/\s+/g, ' ')).toContain('Expected an id; got a number.')
  })
})

describe('the page of reports that differ', () => {
  const { check } = harmless
  const first = check.get('AWS_CLOUDHSM/check-1')!
  /** Says less of itself, has another check, one rule under many answers, and reasons without number. */
  const sparse = columnWith((text) => text, {
    ...madeReport(),
    name: 'sparse',
    implementationVersion: undefined,
    checks: [
      {
        ...first,
        id: 'AWS_CLOUDHSM/deleted',
        says: 'A store that was deleted is gone',
        type: 'EXTERNAL_KEY_STORE'
      },
      ...Array.from({ length: 25 }, (_, i) => ({
        ...first,
        id: `AWS_CLOUDHSM/never-${i}`,
        outcome: { is: 'not reached', why: `reason ${i}` }
      })),
      { ...first, outcome: { is: 'different', faults: ['one that is nowhere'] } }
    ],
    faults: Array.from({ length: 23 }, (_, i) => ({
      ...deviations[0],
      id: `fault ${i}`,
      // The first two answers are one.
      difference: { ...deviations[0]!.difference, got: `answer ${Math.max(i, 1)}` },
      allowedBy: ['developer-guide'],
      seenIn: ['random histories']
    }))
  })
  const kept = columnWith((text) => text, { ...madeReport(), name: 'kept', faults: [] })
  const assumed = columnWith((text) => text, {
    ...madeReport(),
    name: 'assuming',
    faults: deviations.map((one) => ({ ...one, difference: { ...one.difference, standing: 'observed' } }))
  })
  const page = matrixPage([harmless, sparse, kept, assumed], 'docs/rules.md')
  const text = (id: string) =>
    elements(page)
      .find((element) => attribute('id')(element) === id)!
      .textContent!.replace(/\s+/g, ' ')

  it('has a row for a check that only one of them has', () => {
    expect(text('of-several')).toContain(
      'A store that was deleted is gone external not in the report✓as documented'
    )
  })

  it('marks a difference without a fault that is known, and does not link it', () => {
    expect(text('c1')).toMatch(/✓as documented ?✗a documented rule is broken ?✓as documented/)
  })

  it('shows the first answers and reasons, and how many more there are', () => {
    expect(text('i2-r1').match(/Expected an id/g)).toHaveLength(20)
    expect(text('i2-r1')).toMatch(/As documented in edition developer-guide. ?2 more answers/)
    expect(text('i2-r1')).toContain('Seen in 1 check random histories')
    expect(text('i2')).toContain('reason 19 (1 check)')
    expect(text('i2')).toContain('5 more reasons')
  })

  it('tells apart what is broken, what is not, and what is only assumed', () => {
    expect(text('i1')).toContain('2 documented rules broken')
    expect(text('i3')).toContain('No documented rule is broken, as far as could be reached')
    expect(text('i4')).toContain('No documented rule is broken, as far as could be reached Not as assumed')
    expect(text('i2')).toMatch(/^ sparse Checked on/)
  })

  it('says as much in Markdown', () => {
    const many = columnWith((one) => one, {
      ...madeReport(),
      implementationVersion: undefined,
      faults: Array.from({ length: 53 }, (_, i) => ({
        ...deviations[0],
        id: `fault ${i}`,
        operation: `Unknown${i}`,
        difference: { ...deviations[0]!.difference, source: 'nowhere' }
      }))
    })
    const markdown = matrixMarkdown([sparse, assumed, many], 'docs/rules.md')
    expect(markdown).toContain('| `sparse` |  | 2026-11-24 |')
    expect(markdown).toContain('| **Several operations** |  |  |  |')
    expect(markdown).toContain('- ? `CreateKey`: `answerIsAwsJson`')
    expect(markdown).toContain('- ✗ `Unknown0`: `answerIsAwsJson`: expected')
    expect(markdown).toContain('- and 3 more rules')
  })
})
