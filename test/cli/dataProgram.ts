/** The program, for tests of `serve --data`, and whether it can keep data here. */
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

export const program = resolve('dist/cli/main.cjs')

export const isInstalled = ((): boolean => {
  try {
    createRequire(program).resolve('libsql')
    return true
  } catch {
    return false
  }
})()
