/** Something that was seen to break a tool once. */
export interface Attack {
  /** The row of the list of findings. */
  readonly row: number
  readonly tool: 'serve' | 'replay' | 'library' | 'judge' | 'every command'
  readonly what: string
  /** Tells in a few words what was seen; rejects where the tool does not withstand it. Ends by itself. */
  readonly run: () => Promise<string>
}

/** A fact that shows that a tool does not withstand. */
export const expects = (isSo: boolean, otherwise: string): void => {
  if (!isSo) throw new Error(otherwise)
}

const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** Waits until something is so; rejects when it is not so in time. */
export const until = async (isSo: () => Promise<boolean> | boolean, seconds: number): Promise<void> => {
  const end = performance.now() + seconds * 1_000
  while (!(await isSo())) {
    expects(performance.now() < end, `not so after ${String(seconds)} s`)
    await sleep(50)
  }
}
