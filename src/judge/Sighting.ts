import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { CryptographicOperation, Operation } from '../model/Operation.js'
import { updatableMembers } from '../editions/Edition.js'
import type { CloudTrailEvent } from './CloudTrailEvent.js'

/** What an event shows of one custom key store. */
export interface Sighting {
  readonly account: string
  readonly region: string
  readonly store: string
  /** Seconds since 1970. */
  readonly time: number
  readonly eventID?: string
  readonly operation: Operation | CryptographicOperation
  /** The exception, with its suffix; absent where the operation was accepted. */
  readonly refusal?: string
  /** What the event by itself shows of the type of the store. */
  readonly type?: CustomKeyStoreType
  /** The members that an Update is known to have carried. A log does not show all of them. */
  readonly members?: ReadonlyArray<string>
}

type Members = Readonly<Record<string, unknown>> | undefined

const textIn = (members: Members, name: string): string | undefined => {
  const value = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

const carries = (members: Members, name: string): boolean =>
  members !== undefined && Object.hasOwn(members, name) && members[name] !== null

/** Some events print an exception without its suffix. */
const inFull = (errorCode: string): string =>
  errorCode.endsWith('Exception') ? errorCode : `${errorCode}Exception`

/** How CloudTrail writes the name of a member. */
const lowerCamel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

const updated = (request: Members): ReadonlyArray<string> =>
  [...new Set([...updatableMembers.AWS_CLOUDHSM, ...updatableMembers.EXTERNAL_KEY_STORE])].filter(
    (member) =>
      carries(request, lowerCamel(member)) ||
      (member === 'CloudHsmClusterId' && carries(request, 'clusterId'))
  )

const isAccepted = ({ errorCode }: CloudTrailEvent): boolean => errorCode === undefined || errorCode === ''

/** A Create names its type, or something that only one type has. */
const typeCreated = (request: Members): CustomKeyStoreType | undefined => {
  const named = textIn(request, 'customKeyStoreType')
  if (CustomKeyStoreType.is(named)) return named
  if (carries(request, 'clusterId') || carries(request, 'cloudHsmClusterId')) return 'AWS_CLOUDHSM'
  return Object.keys(request ?? {}).some((member) => member.startsWith('xksProxy'))
    ? 'EXTERNAL_KEY_STORE'
    : undefined
}

const typeShown = (event: CloudTrailEvent): CustomKeyStoreType | undefined => {
  const { eventName, requestParameters: request, additionalEventData: more } = event
  if (eventName === 'CreateCustomKeyStore') return typeCreated(request)
  if (eventName === 'CreateKey') {
    const origin = textIn(request, 'origin')
    return isAccepted(event) && CustomKeyStoreType.is(origin) ? origin : undefined
  }
  if (carries(more, 'clusterId')) return 'AWS_CLOUDHSM'
  return carries(more, 'xksKeyId') ? 'EXTERNAL_KEY_STORE' : undefined
}

const storeShown = (event: CloudTrailEvent): string | undefined =>
  event.eventName === 'CreateCustomKeyStore'
    ? textIn(event.responseElements, 'customKeyStoreId')
    : (textIn(event.requestParameters, 'customKeyStoreId') ??
      textIn(event.additionalEventData, 'customKeyStoreId'))

/** The account whose key was used; a key can be used from another account, whose log tells of it too. */
const accountOfKey = ({ resources: [resource] = [] }: CloudTrailEvent): string | undefined =>
  typeof resource === 'object' && resource !== null ? textIn({ ...resource }, 'accountId') : undefined

const isOfAnotherAccount = (event: CloudTrailEvent, account: string): boolean => {
  const owner = CryptographicOperation.is(event.eventName) ? accountOfKey(event) : undefined
  return owner !== undefined && owner !== account
}

/** What an event shows of a custom key store of its account; none where it names no such store. */
export const sighting = (event: CloudTrailEvent): O.Option<Sighting> => {
  const { eventName: operation, eventTime: time, awsRegion: region, eventID, errorCode } = event
  const account = event.recipientAccountId ?? textIn(event.userIdentity, 'accountId') ?? 'unknown'
  const store = storeShown(event)
  if (!Operation.is(operation) && !CryptographicOperation.is(operation)) return O.none
  if (store === undefined || isOfAnotherAccount(event, account)) return O.none
  const type = typeShown(event)
  return O.some({
    account,
    region,
    store,
    time,
    operation,
    ...(eventID && { eventID }),
    ...(errorCode && { refusal: inFull(errorCode) }),
    ...(type !== undefined && { type }),
    ...(operation === 'UpdateCustomKeyStore' && { members: updated(event.requestParameters) })
  })
}

const changing: ReadonlyArray<string> = [
  'CreateCustomKeyStore',
  'ConnectCustomKeyStore',
  'DisconnectCustomKeyStore',
  'DeleteCustomKeyStore'
] satisfies ReadonlyArray<Operation>

/** Whether the store was brought into another state, created or deleted. */
export const changesState = ({ operation, refusal }: Sighting): boolean =>
  refusal === undefined && changing.includes(operation)

/** Whether a key was created in the store. */
export const createsKey = ({ operation, refusal }: Sighting): boolean =>
  refusal === undefined && operation === 'CreateKey'

/** Whether the store is another after it, so that it matters when it was. */
export const changesStore = (sighting: Sighting): boolean => changesState(sighting) || createsKey(sighting)

/** What two sightings must agree in to say the same of the store, but for the time. */
export const evidenceOf = ({ operation, refusal, type, members }: Sighting): string =>
  pipe(CryptographicOperation.is(operation) ? 'use of a key' : operation, (does) =>
    JSON.stringify([does, refusal, type, members])
  )
