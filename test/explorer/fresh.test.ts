/** docs/explorer.html is what the source makes. `npm run docs` makes it again. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('docs/explorer.html is up to date', () => {
  execFileSync(process.execPath, ['.config/explorer.js', '--check'], { stdio: ['ignore', 'ignore', 'pipe'] })
})

const page = readFileSync('docs/explorer.html', 'utf8')

it('names the packages that are in it, with the whole of their licences', () => {
  expect(page.match(/^[\w-]+ [\d.]+ \(MIT\)$/gm)?.map((line) => line.split(' ')[0])).toEqual([
    'fp-ts',
    'io-ts',
    'preact'
  ])
  expect(page.match(/Permission is hereby granted, free of charge/g)).toHaveLength(3)
})

it('is small enough to be opened at once', () => {
  expect(page.length).toBeLessThan(340_000)
})
