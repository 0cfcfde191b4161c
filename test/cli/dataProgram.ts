/** Whether the program can keep data here, for tests of `serve --data`. */
import { createRequire } from 'node:module'
import { program } from './built.js'

export const isInstalled = ((): boolean => {
  try {
    createRequire(program).resolve('libsql')
    return true
  } catch {
    return false
  }
})()
