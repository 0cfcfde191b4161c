import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { Read } from './commandLine.js'

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/** A file that an option names and that is written in the end; refused at once where its folder is not there. */
export const outputFile = (option: string, file: string | undefined): Read<string | undefined> => {
  if (file === undefined) return E.right(file)
  if (isFolder(file)) return E.left(`cannot write ${option} ${file}: it is a folder`)
  return isFolder(dirname(file))
    ? E.right(file)
    : E.left(`cannot write ${option} ${file}: there is no folder ${dirname(file)}`)
}
