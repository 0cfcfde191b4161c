import { isNameOfError } from './errorNames.js'
import type { Members } from './Exchange.js'

const longestName = 200
const longestMessage = 1_000

/** The name without the namespace before it, and without the address that may follow it. */
const nameIn = (value: unknown): string | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const [first = ''] = String(value).split(/[,:]/)
  const name = first.slice(first.indexOf('#') + 1).slice(0, longestName)
  return name === '' ? undefined : name
}

const memberIn = (error: Members, lowerCase: string): unknown =>
  Object.entries(error).find(([name]) => name.toLowerCase() === lowerCase)?.[1]

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.slice(0, longestMessage) : undefined

/**
 * An error as the AWS SDKs read it: named by __type, or else by a member code in whatever case, or else by the header
 * x-amzn-errortype. @see aws-json-1_1
 */
export const errorIn = (
  error: Members,
  errorType: string | undefined
): { readonly name: string; readonly message: string } | undefined => {
  const name = nameIn(error['__type']) ?? nameIn(memberIn(error, 'code')) ?? nameIn(errorType)
  const message = textIn(error['message']) ?? textIn(error['Message']) ?? ''
  return name === undefined ? undefined : { name, message }
}

/** An error of AWS KMS, where its status says that all went well. No answer of an operation has the member __type. */
export const errorInSuccess = (output: Members): ReturnType<typeof errorIn> => {
  const { __type } = output
  const error = __type === undefined ? undefined : errorIn(output, undefined)
  return error !== undefined && isNameOfError(error.name) ? error : undefined
}
