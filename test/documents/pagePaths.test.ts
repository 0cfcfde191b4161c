/** The files, entries of the package and pages that the pages name are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const { exports: exported } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly exports: Readonly<Record<string, unknown>>
}

const changelog = join('docs', 'changelog.md')
/** Entries that have gone, which the changelog names. */
const formerEntries: ReadonlyArray<string> = ['sdk', 'spec']

const pages = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file))
]

const all = (text: string, pattern: RegExp): ReadonlyArray<string> =>
  [...text.matchAll(pattern)].map(([, found = '']) => found)

const textOf = (page: string): string => readFileSync(page, 'utf8')

const found = {
  source: (page: string) => all(textOf(page), /(?<![\w/])(src\/[\w./-]*\w)/g),
  entry: (page: string) => all(textOf(page), /(?<!node_modules\/)kms-custom-key-store\/([a-z]+)/g),
  installed: (page: string) => all(textOf(page), /node_modules\/kms-custom-key-store\/([\w./-]*\w)/g),
  link: (page: string) => all(textOf(page), /\]\(([^)#\s]+)(?:#[^)]*)?\)/g).filter((to) => !to.includes(':'))
}

it.each(Object.entries(found))('the pages have at least one %s', (_, of) => {
  expect(pages.flatMap(of)).not.toEqual([])
})

it.each(pages)('%s names only what there is', (page) => {
  const missing = [
    ...[...found.source(page), ...found.installed(page)].filter((file) => !existsSync(file)),
    ...found
      .entry(page)
      .filter((entry) => !['', '/*', '.json'].some((end) => `./${entry}${end}` in exported))
      .filter((entry) => !(page === changelog && formerEntries.includes(entry))),
    ...found.link(page).filter((to) => !existsSync(join(dirname(page), to)))
  ]
  expect(missing).toEqual([])
})

const addressOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')

/** Each but the first of titles that are alike has a number. */
const numbered = (addresses: ReadonlyArray<string>): ReadonlyArray<string> =>
  addresses.map((address, i) => {
    const before = addresses.slice(0, i).filter((other) => other === address).length
    return before === 0 ? address : `${address}-${String(before)}`
  })

/** The addresses within a page: those of its titles, as the usual hosts make them, and those that it sets. */
const addresses = new Map(
  pages.map((page) => [
    page,
    new Set([
      ...numbered(all(textOf(page), /^#+ (.*)$/gm).map(addressOf)),
      ...all(textOf(page), /<a id="([^"]+)">/g)
    ])
  ])
)

it.each(pages)('%s leads to places that there are', (page) => {
  const places = [...textOf(page).matchAll(/\]\(([^)#\s:]*)#([^)\s]+)\)/g)].map(([, to, place]) => ({
    to: to === '' || to === undefined ? page : join(dirname(page), to),
    place: place ?? ''
  }))
  const missing = places.filter(
    ({ to, place }) => to.endsWith('.md') && existsSync(to) && addresses.get(to)?.has(place) !== true
  )
  expect(missing).toEqual([])
})
