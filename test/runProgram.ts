import { execFile } from 'node:child_process'

/** Runs a program to its end and answers what it printed; rejects with all of that if it fails. */
export const runProgram = (cwd: string, command: string, ...args: ReadonlyArray<string>): Promise<string> =>
  new Promise((done, fail) => {
    execFile(command, args, { cwd }, (error, stdout, stderr) =>
      error === null ? done(stdout) : fail(new Error([error.message, stdout, stderr].join('\n')))
    )
  })
