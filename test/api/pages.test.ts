/** docs/api has a page for each entry, and leads outside only to the pages that comments cite. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sources } from '../../src/index.js'
import { entries, exports } from './exports.js'

const folder = 'docs/api'
const pages = new Map(
  readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const)
)

const linksOf = (page: string): ReadonlyArray<string> =>
  Array.from(page.matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link)

it('there is a page for each entry of the package, and an index', () => {
  const names = entries.map(({ name }) => (name === '.' ? 'kms-custom-key-store' : name.slice(2)))
  expect([...pages.keys()].sort()).toEqual(['README.md', ...names.map((name) => `${name}.md`)].sort())
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
