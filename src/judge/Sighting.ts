import * as O from 'fp-ts/lib/Option.js'
import { membersOf } from '../editions/updatableMembers.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { CustomKeyStoreType, customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import { operationNames, operations, type AnyOperation } from '../operations/index.js'
import { makesStore } from '../possible/before.js'
import { newKeyIsEnabled } from '../rules/keyEffects.js'
import type { CloudTrailEvent } from './CloudTrailEvent.js'

/** Everything that an event shows of one custom key store. */
export interface Sighting {
  readonly account: string
  readonly region: string
  readonly store: string
  /** Seconds since 1970. */
  readonly time: number
  readonly eventID?: string
  readonly operation: OperationName
  /** The exception, with its suffix; absent where the operation was accepted. */
  readonly refusal?: string
  /** The type of the store, where the event by itself shows it. */
  readonly type?: CustomKeyStoreType
  /** The members that an Update is known to have carried. A log does not show all of them. */
  readonly members?: ReadonlyArray<string>
}

const operationNamed = (name: OperationName): AnyOperation => operations[name]

const requestHas = (name: OperationName, member: string): boolean =>
  operationNamed(name).request.members.some((stated) => stated.name === member)

/** Every member that an update of a store of some type can carry. */
const everyMember: ReadonlyArray<string> = [...new Set(customKeyStoreTypes.flatMap(membersOf))]

/** Whether an operation changes the members that its request carries, of which a log does not show all. */
export const carriesMembers = (name: OperationName): boolean =>
  everyMember.every((member) => requestHas(name, member))

/** Whether an operation encrypts or decrypts with a key. */
export const usesKey = (name: OperationName): boolean => operationNamed(name).uses !== undefined

/** Whether CloudTrail names the custom key store in the events of an operation. It does not where a key is managed. */
const loggedWithStore: ReadonlyMap<string, OperationName> = new Map(
  operationNames
    .filter((name) => makesStore(name) || usesKey(name) || operationNamed(name).inState !== undefined)
    .map((name) => [name, name])
)

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
  everyMember.filter(
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

const typeShown = (event: CloudTrailEvent, operation: OperationName): CustomKeyStoreType | undefined => {
  const { requestParameters: request, additionalEventData: more } = event
  if (makesStore(operation)) return typeCreated(request)
  if (requestHas(operation, 'Origin')) {
    const origin = textIn(request, 'origin')
    return isAccepted(event) && CustomKeyStoreType.is(origin) ? origin : undefined
  }
  if (carries(more, 'clusterId')) return 'AWS_CLOUDHSM'
  return carries(more, 'xksKeyId') ? 'EXTERNAL_KEY_STORE' : undefined
}

/** The id of the store: of a new one it is in the answer. */
const storeShown = (event: CloudTrailEvent, operation: OperationName): string | undefined =>
  makesStore(operation)
    ? textIn(event.responseElements, 'customKeyStoreId')
    : (textIn(event.requestParameters, 'customKeyStoreId') ??
      textIn(event.additionalEventData, 'customKeyStoreId'))

/** The account whose key was used; a key can be used from another account, whose log has the event too. */
const accountOfKey = ({ resources: [resource] = [] }: CloudTrailEvent): string | undefined =>
  typeof resource === 'object' && resource !== null ? textIn({ ...resource }, 'accountId') : undefined

const isOfAnotherAccount = (event: CloudTrailEvent, operation: OperationName, account: string): boolean => {
  const owner = usesKey(operation) ? accountOfKey(event) : undefined
  return owner !== undefined && owner !== account
}

/** A time as V8 holds it without an object of its own, if it is in whole seconds before 2038. */
const lean = (seconds: number): number => ((seconds | 0) === seconds ? seconds | 0 : seconds)

/** The sighting of a custom key store of its account in an event; none where it names no such store. */
export const sighting = (event: CloudTrailEvent): O.Option<Sighting> => {
  const { eventName, eventTime: time, awsRegion: region, eventID, errorCode } = event
  const operation = loggedWithStore.get(eventName)
  if (operation === undefined) return O.none
  const store = storeShown(event, operation)
  if (store === undefined) return O.none
  const account = event.recipientAccountId ?? textIn(event.userIdentity, 'accountId') ?? 'unknown'
  if (isOfAnotherAccount(event, operation, account)) return O.none
  const type = typeShown(event, operation)
  return O.some({
    account,
    region,
    store,
    time: lean(time),
    operation,
    ...(eventID && { eventID }),
    ...(errorCode && { refusal: inFull(errorCode) }),
    ...(type !== undefined && { type }),
    ...(carriesMembers(operation) && { members: updated(event.requestParameters) })
  })
}

/** Whether a store is in another state after an operation, or there is another one, or none. */
const isChange = (name: OperationName): boolean =>
  operationNamed(name).parts.some(({ follows }) => follows.some(({ to = 'the same' }) => to !== 'the same'))

/** Whether the store was brought into another state, created or deleted. */
export const changesState = ({ operation, refusal }: Sighting): boolean =>
  refusal === undefined && isChange(operation)

/** Whether a key was created in the store. */
export const createsKey = ({ operation, refusal }: Sighting): boolean =>
  refusal === undefined &&
  operationNamed(operation).parts.some(({ follows }) => follows.includes(newKeyIsEnabled))

/** Whether a key of the store was created or used, which one that waits for its deletion is not. */
export const showsKey = (sighting: Sighting): boolean =>
  createsKey(sighting) || (sighting.refusal === undefined && usesKey(sighting.operation))

/** Whether the store differs after it, so that its place among other events matters. */
export const changesStore = (sighting: Sighting): boolean => changesState(sighting) || createsKey(sighting)

/** The same for sightings that differ in their time and id at most. */
export const sightingEvidence = ({ operation, refusal, type, members }: Sighting): string =>
  `${usesKey(operation) ? 'use of a key' : operation}\n${String(type)}\n${String(members)}\n${refusal ?? ''}`
