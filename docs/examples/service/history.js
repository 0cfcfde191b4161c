/** A request and its answer as AWS CloudTrail writes them, so that `kms-custom-key-store judge` can read the history. */
import { randomUUID } from 'node:crypto'
import { keyWithId, operationNames } from 'kms-custom-key-store'

/** What is written of a request: no passwords, credentials, plaintexts or ciphertexts, under whatever name. */
const shown = [
  'AliasName',
  'CloudHsmClusterId',
  'CustomKeyStoreId',
  'CustomKeyStoreName',
  'CustomKeyStoreType',
  'Description',
  'KeyId',
  'NewCustomKeyStoreName',
  'NumberOfBytes',
  'Origin',
  'PendingWindowInDays',
  'TargetKeyId',
  'XksKeyId',
  'XksProxyConnectivity',
  'XksProxyUriEndpoint',
  'XksProxyUriPath',
  'XksProxyVpcEndpointServiceName',
  'XksProxyVpcEndpointServiceOwner'
]

const lowerCamel = (name) => name.charAt(0).toLowerCase() + name.slice(1)

const objectIn = (body) => {
  try {
    const value = JSON.parse(body)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** The store whose key was used: CloudTrail names it beside the request. */
const storeOfUse = (operation, { KeyId: key }, account) =>
  /crypt|^GenerateDataKey/.test(operation) && key ? keyWithId(account, key)?.CustomKeyStoreId : undefined

/**
 * The event without its time, which the table of the history gives it; undefined for a request that names no operation.
 * `account`: as it is after the request.
 */
export const eventOf = ({ caller, operation, requestId, request, answer, account }) => {
  if (!operationNames.includes(operation)) return undefined
  const input = objectIn(request.body)
  const output = objectIn(answer.body)
  const usedIn = storeOfUse(operation, output, account)
  return {
    eventVersion: '1.11',
    userIdentity: { type: 'IAMUser', accountId: caller.account, arn: caller.principal },
    eventSource: 'kms.amazonaws.com',
    eventName: operation,
    awsRegion: caller.region,
    ...(answer.status !== 200 && { errorCode: output.__type }),
    requestParameters: Object.fromEntries(
      shown.filter((name) => name in input).map((name) => [lowerCamel(name), input[name]])
    ),
    responseElements:
      answer.status === 200 && operation === 'CreateCustomKeyStore'
        ? { customKeyStoreId: output.CustomKeyStoreId }
        : null,
    ...(usedIn && { additionalEventData: { customKeyStoreId: usedIn } }),
    requestID: requestId,
    eventID: randomUUID(),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: caller.account
  }
}

/** The history as lines of JSON, in the order in which the requests took effect. */
export const historyOf = async (database) => {
  const rows = await database.query(`select at, event from history order by place`)
  return rows.map(({ at, event }) =>
    JSON.stringify({ ...event, eventTime: at.toISOString().replace(/\.\d+/, '') })
  )
}
