/** The links of docs/api lead somewhere: to another part of it, or to a page that a comment cites. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sources } from '../../src/index.js'
import { entries, exports } from './exports.js'

const folder = 'docs/api'
const pages = new Map(
  readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const)
)

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')

/** The anchors of a page: of headings with the same words, each after the first has a number. */
const anchorsOf = (page: string): ReadonlySet<string> => {
  const slugs = Array.from(page.matchAll(/^#+ (.*)$/gm), ([, title = '']) => slugOf(title))
  return new Set(
    slugs.map((slug, i) => {
      const before = slugs.slice(0, i).filter((other) => other === slug).length
      return before === 0 ? slug : `${slug}-${String(before)}`
    })
  )
}

const anchors = new Map([...pages].map(([file, page]) => [file, anchorsOf(page)] as const))

const linksOf = (page: string): ReadonlyArray<string> =>
  Array.from(page.matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link)

it('there is a page for each entry of the package, and an index', () => {
  const names = entries.map(({ name }) => (name === '.' ? 'kms-custom-key-store' : name.slice(2)))
  expect([...pages.keys()].sort()).toEqual(['README.md', ...names.map((name) => `${name}.md`)].sort())
})

it.each([...pages.keys()])('the links of %s lead somewhere', (file) => {
  const links = linksOf(pages.get(file) ?? '')
  expect(links.length).toBeGreaterThan(3)
  const leadNowhere = links
    .filter((link) => !link.startsWith('https://'))
    .filter((link) => {
      const [to = '', anchor] = link.split('#')
      const target = to === '' ? file : to
      return !pages.has(target) || (anchor !== undefined && !anchors.get(target)?.has(anchor))
    })
  expect(leadNowhere).toEqual([])
})

it('links outside lead to the pages that comments cite', () => {
  const outside = [...pages.values()].flatMap(linksOf).filter((link) => link.startsWith('https://'))
  expect(outside.length).toBeGreaterThan(100)
  const cited = new Set([
    ...Object.values(sources).map(({ url }) => url),
    ...exports.flatMap(({ see }) => see)
  ])
  expect(outside.filter((link) => !cited.has(link))).toEqual([])
})
