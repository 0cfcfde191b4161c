/** Headers of AWS JSON 1.1, as KMS uses them. @see aws-json-1_1 */

export const contentType = 'application/x-amz-json-1.1'

/** Headers by their names in lower case. */
export const header = {
  contentType: 'content-type',
  target: 'x-amz-target',
  requestId: 'x-amzn-requestid'
} as const

/** The name that KMS has in the service model, before the name of each operation. */
export const targetPrefix = 'TrentService.'

/** The operation that a target names, known or not; undefined where it names another service. */
export const operationIn = (target: string | undefined): string | undefined =>
  target?.startsWith(targetPrefix) === true ? target.slice(targetPrefix.length) : undefined

/** The headers that a request for an operation must have. */
export const requestHeaders = (operation: string) => ({
  [header.contentType]: contentType,
  [header.target]: `${targetPrefix}${operation}`
})

/** Whether the value of a content type is AWS JSON 1.1, whatever parameters follow. */
export const isAwsJson = (value: string | undefined): boolean =>
  value === contentType || value?.split(';', 1)[0]?.trim().toLowerCase() === contentType
