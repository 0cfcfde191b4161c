/** docs/questions.md: each command prints what the page shows of it. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ended } from './ended.js'

const page = readFileSync('docs/questions.md', 'utf8')

const sections = page.split(/^## /m).slice(1)
const block = (section: string, language: string): string | undefined =>
  section.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0]

/** The words of a command line for a POSIX shell, in which nothing but single quotes is used. */
const words = (line: string): ReadonlyArray<string> =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

const asked = sections.flatMap((section) => {
  const command = block(section, 'sh')
  return command === undefined ? [] : [[command, block(section, 'text') ?? ''] as const]
})

it('has commands', () => expect(asked.length).toBeGreaterThan(8))

it.each(asked)('%s', async (command, shown) => {
  const [npx, name, ...args] = words(command)
  expect([npx, name]).toEqual(['npx', 'kms-custom-key-store'])
  const { stdout } = await ended(args)
  expect(shown).not.toBe('')
  // What is left out at the end is marked.
  expect(shown.endsWith('\n…') ? stdout.startsWith(shown.slice(0, -2)) : stdout.trimEnd() === shown).toBe(
    true
  )
})

it('has a link to each question', () => {
  const titles = sections.map((section) => section.split('\n')[0])
  expect([...page.matchAll(/^- \[(.*)\]\(#/gm)].map(([, title]) => title)).toEqual(titles)
})
