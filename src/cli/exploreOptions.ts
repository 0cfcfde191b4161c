import * as E from 'fp-ts/lib/Either.js'
import { commandLine, type Read } from './commandLine.js'
import { flag } from './options.js'

/** The options of `explore`, read. */
export interface ExploreOptions {
  /** Whether to open nothing, and only say where the page is. */
  readonly print: boolean
}

const intro = `Opens a page to try the rules on: a store in its state, every operation with what becomes of it there, and what stands behind the store, to be switched.

The page is one file of this package. It needs no server and loads nothing.`

const notes = `Prints the address of the page, and opens it with what the system opens pages with.

Exit code: 0, also where nothing can open it; 2 for a wrong command line.
`

export const exploreLine = () =>
  commandLine('explore', { intro, notes, examples: ['$ explore', '$ explore --print'] }).addOption(
    flag('--print', 'only print the address of the page')
  )

type Line = ReturnType<typeof exploreLine>

export const readExplore = ({ print }: ReturnType<Line['opts']>): Read<ExploreOptions> =>
  E.right({ print: print === true })
