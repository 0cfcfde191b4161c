/** The command `explore`: where the page is, and what opens it. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openerOn } from '../../src/cli/explore.js'
import { ended } from './ended.js'

const address = pathToFileURL('docs/explorer.html').href

let folder: string
const path = process.env['PATH'] ?? ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'explore-'))
})
afterEach(() => {
  process.env['PATH'] = path
  rmSync(folder, { recursive: true, force: true })
})

/** Puts a program in the place of the one that opens pages; it writes down its arguments, and ends. */
const withOpener = (code: number): string => {
  const told = join(folder, 'told')
  const program = join(folder, openerOn(process.platform, '').program)
  writeFileSync(program, `#!/bin/sh\necho "$@" > '${told}'\nexit ${String(code)}\n`)
  chmodSync(program, 0o755)
  process.env['PATH'] = `${folder}${delimiter}${path}`
  return told
}

describe('explore', () => {
  it('prints the address of the page, which is there, and opens nothing if told so', async () => {
    const told = withOpener(0)
    const { code, stdout, stderr } = await ended(['explore', '--print'])
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${address}\n`, stderr: '' })
    expect(readFileSync(fileURLToPath(stdout.trim()), 'utf8')).toMatch(/^<!doctype html>/)
    expect(existsSync(told)).toBe(false)
  })

  it('opens it as the system does', async () => {
    const told = withOpener(0)
    expect(await ended(['explore'])).toEqual({ code: 0, stdout: `${address}\n`, stderr: '' })
    expect(readFileSync(told, 'utf8')).toBe(`${address}\n`)
  })

  const failed = {
    code: 0,
    stdout: `${address}\n`,
    stderr: 'kms-custom-key-store explore: nothing opens it here; open this address in a browser\n'
  }

  it('says so where that fails', async () => {
    withOpener(3)
    expect(await ended(['explore'])).toEqual(failed)
  })

  it('says so where there is nothing to open it with', async () => {
    process.env['PATH'] = folder
    expect(await ended(['explore'])).toEqual(failed)
  })

  it('takes no argument', async () => {
    expect(await ended(['explore', 'page'])).toMatchObject({ code: 2, stdout: '' })
  })

  it.each([
    ['linux', 'xdg-open', ['file:///a&b']],
    ['darwin', 'open', ['file:///a&b']],
    ['win32', 'cmd', ['/c', 'start', '""', 'file:///a^&b']]
  ] as const)('knows what opens pages on %s', (platform, program, args) => {
    expect(openerOn(platform, 'file:///a&b')).toEqual({ program, args })
  })
})
