/** Runs of the command `check`, on files that are made for them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { ended } from './ended.js'

export const examples = 'docs/examples/workflows'
export const polling = `${examples}/poll-until-connected.asl.json`

let folder = ''

/** Makes a folder for the files of one file of tests, and removes it in the end. */
export const inFolder = (): void => {
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'check-'))))
  afterAll(() => rmSync(folder, { recursive: true }))
}

export const pathOf = (name: string): string => join(folder, name)

export const file = (name: string, contents: unknown): string => {
  const path = pathOf(name)
  writeFileSync(path, typeof contents === 'string' ? contents : JSON.stringify(contents))
  return path
}

export const run = (...args: ReadonlyArray<string>) => ended(['check', ...args])

export interface Report {
  readonly machines: ReadonlyArray<{
    readonly name: string
    readonly unreadable?: string
    readonly beginnings?: ReadonlyArray<string>
    readonly operations?: ReadonlyArray<string>
    readonly findings?: ReadonlyArray<{ readonly kind: string; readonly state: string }>
  }>
}

export const reportOf = async (...args: ReadonlyArray<string>): Promise<Report> =>
  JSON.parse((await run(...args, '--json')).stdout) as Report

export const kindsIn = async (...args: ReadonlyArray<string>) =>
  (await reportOf(...args)).machines.map(({ name, unreadable, findings }) => [
    name,
    unreadable ?? findings?.map(({ kind }) => kind)
  ])

export const withoutFailures = ['--without', 'serviceFailure']
