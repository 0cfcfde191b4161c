/** Tells what is known of the mutants in docs/quality.md, between its two marks, and those that survived beside it. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { filesOf, parts } from './parts.js'
import { reasonFor } from './reasons.js'

const page = 'docs/quality.md'
const list = 'docs/quality/survivors.md'
const [begin, end] = ['<!-- mutants -->', '<!-- end of mutants -->']

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0)
const cell = (text) => `\`\`${text.replaceAll(/\s+/g, ' ').slice(0, 100)}\`\``.replaceAll('|', '\\|')

/** Of some files: how many mutants there are, and what came of them. */
const row = (name, files, there) => {
  const noticed = sum(files.map(({ killed }) => killed))
  const loading = sum(files.map(({ notLoading }) => notLoading))
  const late = sum(files.map(({ timedOut }) => timedOut))
  const alive = sum(files.map(({ survived }) => survived.length))
  const all = noticed + loading + late + alive
  const share = all === 0 ? '' : `${(100 - (100 * alive) / all).toFixed(1)} %`
  return `| ${name} | ${files.length} of ${there} | ${all} | ${noticed} | ${loading} | ${late} | ${alive} | ${share} |`
}

const table = (known) => {
  const rows = Object.keys(parts).map((part) => {
    const files = filesOf(part)
    return { part, there: files.length, tried: files.flatMap((file) => known[file] ?? []) }
  })
  return [
    '| Part | Files tried | Mutants | Noticed by a test | Nothing loads | Never ends | Survived | Noticed |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ part, there, tried }) => row(`\`${part}\``, tried, there)),
    row(
      'all',
      rows.flatMap(({ tried }) => tried),
      sum(rows.map(({ there }) => there))
    )
  ].join('\n')
}

const survivors = (known) => {
  const rows = Object.entries(known).flatMap(([file, { survived }]) =>
    survived.map((mutant) => {
      const line = mutant.at.split(':')[0]
      const why = reasonFor(file, mutant) ?? 'not looked at yet'
      return `| [${file.slice(4)}](../../${file}#L${line}) | ${cell(mutant.from)} | ${cell(mutant.to)} | ${why} |`
    })
  )
  return [
    '# Mutants that no test notices',
    '',
    'Made by `npm run mutation`, see [quality](../quality.md#mutants). Each is a place of the source with what was put there.',
    '',
    '| Where | What stands there | What was put there | Why no test notices |',
    '| --- | --- | --- | --- |',
    ...rows,
    ''
  ].join('\n')
}

/** Both pages as they have to be. `lastRun`: when mutants were tried, if that is another time than the page tells. */
const pages = async (known, lastRun) => {
  const text = readFileSync(page, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end) + end.length]
  const told = /^Last run on .*$/m.exec(text.slice(from, to))?.[0]
  const measured = [begin, lastRun ?? told, table(known), end].join('\n\n')
  return new Map([
    [page, await format(text.slice(0, from) + measured + text.slice(to), { parser: 'markdown' })],
    [list, await format(survivors(known), { parser: 'markdown' })]
  ])
}

export const writePages = async (known, isRun) => {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const lastRun = `Last run on ${new Date().toISOString().slice(0, 10)}, after commit ${commit}.`
  for (const [file, text] of await pages(known, isRun ? lastRun : undefined)) writeFileSync(file, text)
}

/** The pages that tell something else than is known. */
export const stalePages = async (known) =>
  [...(await pages(known))].flatMap(([file, text]) => (readFileSync(file, 'utf8') === text ? [] : [file]))
