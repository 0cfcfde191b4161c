import * as t from 'io-ts'

const path = t.union([t.string, t.null])

const retrier = t.intersection([
  t.type({ ErrorEquals: t.readonlyArray(t.string) }),
  t.partial({ MaxAttempts: t.number })
])

const catcher = t.intersection([
  t.type({ ErrorEquals: t.readonlyArray(t.string), Next: t.string }),
  t.partial({ ResultPath: path, Output: t.unknown, Assign: t.UnknownRecord })
])

const branch = t.intersection([t.type({ Next: t.string }), t.UnknownRecord])

/** A state machine, as far as it is the same inside of Parallel and Map. @see https://states-language.net/spec.html */
export const MachineFields = t.intersection([
  t.type({ StartAt: t.string, States: t.UnknownRecord }),
  t.partial({ QueryLanguage: t.keyof({ JSONPath: null, JSONata: null }), TimeoutSeconds: t.number })
])

/** The fields of states of all types. */
export const StateFields = t.partial({
  QueryLanguage: t.keyof({ JSONPath: null, JSONata: null }),
  Next: t.string,
  End: t.boolean,
  InputPath: path,
  OutputPath: path,
  ResultPath: path,
  Resource: t.string,
  Retry: t.readonlyArray(retrier),
  Catch: t.readonlyArray(catcher),
  Choices: t.readonlyArray(branch),
  Default: t.string,
  Branches: t.readonlyArray(t.unknown),
  MaxConcurrency: t.union([t.number, t.string]),
  ItemsPath: t.string,
  Assign: t.UnknownRecord,
  Error: t.string,
  ErrorPath: t.string
})
