/** The command `matrix`: its command line, and files that are no reports. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { madeReport } from '../conform/madeReport.js'
import { ended } from './ended.js'

const folder = mkdtempSync(join(tmpdir(), 'matrix-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const one = file('one.json', JSON.stringify(madeReport()))
const other = file('other.json', JSON.stringify(madeReport({ name: 'another', faults: [] })))

const matrix = (...args: ReadonlyArray<string>) => ended(['matrix', ...args])

describe('matrix', () => {
  it('makes a page of many reports', async () => {
    const { code, stdout, stderr } = await matrix(one, other)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^<!doctype html>/)
    expect(stdout).toContain('an emulator')
    expect(stdout).toContain('another')
    expect(stdout).toContain('href="docs/rules.md#any-operation-answerisawsjson"')
  })

  it('makes Markdown, with links to where the rules are', async () => {
    const { code, stdout } = await matrix(
      one,
      other,
      '--format',
      'markdown',
      '--rules',
      'https://docs.example/r.md'
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/^## AWS KMS/)
    expect(stdout).toContain('| `another` |')
    expect(stdout).toContain('(https://docs.example/r.md#any-operation-answerisawsjson)')
  })

  it('makes a badge of one report', async () => {
    const { code, stdout } = await matrix(one, '--format', 'badge')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, message: '2 rules broken', color: 'red' })
  })

  it('writes to a file', async () => {
    const output = join(folder, 'page.html')
    expect(await matrix(one, '--output', output)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(output, 'utf8')).toMatch(/^<!doctype html>/)
  })
})

describe('matrix refuses', () => {
  it.each<[string, ReadonlyArray<string>, string]>([
    ['no report', [], 'REPORT is missing'],
    ['an unknown format', [one, '--format', 'pdf'], '--format must be one of html, markdown, badge'],
    ['a badge of several reports', [one, other, '--format', 'badge'], 'a badge is of one REPORT'],
    ['a folder that is not there', [one, '--output', join(folder, 'no', 'a')], 'there is no folder'],
    ['rules at an address that runs', [one, '--rules', 'javascript:alert(1)'], '--rules must be an address'],
    ['rules at an address that leaves a link', [one, '--rules', 'a) [b](c'], '--rules must be an address'],
    ['a report that is not there', [one, join(folder, 'no.json')], 'cannot read'],
    ['a report that is no JSON', [one, file('text.json', '<report/>')], 'text.json is not JSON'],
    ['another JSON', [one, file('list.json', '[]')], 'list.json: it is no report of conform'],
    [
      'a report of another form',
      [
        file(
          'new.json',
          JSON.stringify({ ...madeReport(), schema: 'urn:kms-custom-key-store:conform-report:2' })
        )
      ],
      'new.json: it is no report of conform with the schema urn:kms-custom-key-store:conform-report:1'
    ],
    [
      'a damaged report',
      [file('damaged.json', JSON.stringify({ ...madeReport(), date: '\u001b[2J', checks: 1 }))],
      'damaged.json: date: '
    ],
    ['deep nesting', [file('deep.json', `${'['.repeat(500_000)}${']'.repeat(500_000)}`)], 'deep.json']
  ])('%s', async (_, args, complaint) => {
    const { code, stdout, stderr } = await matrix(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(complaint)
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })
})
