import { harmless, visible } from './terminal.js'

const name = 'kms-custom-key-store'

/** Commands whose exit code is a verdict. It must not say that all is well when not all of it was said. */
const verdicts: ReadonlyArray<string | undefined> = ['judge', 'conform']

/** The exit code that says nothing but that something is missing. */
const notDone = 2

/** Says something at last, and ends; as late as a second later where nobody listens. */
const endSaying = (text: string): void => {
  const end = (): never => process.exit(notDone)
  setTimeout(end, 1_000)
  process.stderr.write(text, end)
}

/** Ends when nothing reads the output any more, as when `head` has had enough, or when there is no room for it. */
export const endLost = ({ code, message }: NodeJS.ErrnoException): void => {
  if (code === 'EPIPE') process.exit(verdicts.includes(process.argv[2]) ? notDone : 0)
  endSaying(`${name}: the output cannot be written: ${harmless(message)}\n`)
}

/** Ends at a fault of this program itself. The text of an error may have anything from outside in it. */
export const endCrashed = (error: unknown): void => {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const lines = told.split('\n').map((line) => `${visible(line)}\n`)
  endSaying(`${name}: a fault of the program itself\n${lines.join('')}`)
}
