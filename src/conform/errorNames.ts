import { commonErrors } from '../exceptions/commonErrors.js'
import { exceptions } from '../exceptions/Exception.js'

const names: ReadonlyArray<string> = Object.keys({ ...exceptions, ...commonErrors })

/** What is left of a name without case and ending. */
export const core = (name: string): string => name.toLowerCase().replace(/(?:exception|error)$/, '')

const nameOfCore: ReadonlyMap<string, string> = new Map(names.map((name) => [core(name), name]))

/**
 * The exception of AWS KMS that a name stands for, though it has another case or ending: an endpoint that writes
 * `customKeyStoreNotFound` has one fault, and not one in every rule. `writtenAs`: the name as it was, where that differs.
 */
export const refusedWith = (name: string): { readonly exception: string; readonly writtenAs?: string } => {
  if (names.includes(name)) return { exception: name }
  const meant = nameOfCore.get(core(name))
  return meant === undefined ? { exception: name } : { exception: meant, writtenAs: name }
}

/** Whether a name is that of an error of AWS KMS, in whatever spelling. */
export const isNameOfError = (name: string): boolean => nameOfCore.has(core(name))
