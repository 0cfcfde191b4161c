/** Names by which endpoints say that they lack an operation; no page of AWS KMS has them. */
const names: ReadonlySet<string> = new Set([
  'UnknownOperationException',
  'UnsupportedOperation',
  'InvalidAction',
  'NotImplemented',
  'NotImplementedException'
])

export const isNotImplemented = (status: number, exception: string): boolean =>
  status === 501 || names.has(exception)

/** Whether a page for people stands in for an operation that is missing. */
export const isPageOfMissing = (status: number, body: string): boolean =>
  [404, 405, 500, 501].includes(status) && body.trimStart().startsWith('<')
