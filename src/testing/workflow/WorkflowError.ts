/** An error of an execution, as Retry and Catch see it. */
export interface WorkflowError {
  /** The names that ErrorEquals may have for it; the first is shown. None: nobody knows its name. */
  readonly names: ReadonlyArray<string>
  readonly cause: string
}

export const workflowError = (name: string, cause: string): WorkflowError => ({ names: [name], cause })

/** An error that no Retry or Catch takes, as of a path that finds nothing. */
export const runtimeError = (cause: string): WorkflowError => workflowError('States.Runtime', cause)

/** An error whose name nobody knows. */
export const anyError = (cause: string): WorkflowError => ({ names: [], cause })

const neverTaken: ReadonlyArray<string> = ['States.Runtime', 'States.DataLimitExceeded']

const matches =
  (name: string | undefined) =>
  (expected: string): boolean => {
    if (expected === 'States.ALL') return name === undefined || !neverTaken.includes(name)
    if (expected === 'States.TaskFailed')
      return name === undefined || ![...neverTaken, 'States.Timeout'].includes(name)
    return expected === name
  }

/** Whether an ErrorEquals takes an error. One without a name is taken by what takes any. */
export const takes =
  ({ names }: WorkflowError) =>
  (errorEquals: ReadonlyArray<string>): boolean =>
    names.length === 0
      ? errorEquals.some(matches(undefined))
      : names.some((name) => errorEquals.some(matches(name)))
