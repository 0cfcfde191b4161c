import {
  membersUpdatableIn,
  membersAreUpdatable,
  someMemberIsUpdatable,
  validConnectionState
} from '../rules/connectionState.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import { isExternal } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreType } from '../model/CustomKeyStoreType.js'
import { CryptographicOperation } from '../model/Operation.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import { updatableMembers, type StateBoundOperation } from '../editions/Edition.js'
import type { EditionName } from '../editions/editions.js'
import { keyIsAvailable } from '../rules/keyState.js'
import { originIsTheTypeOfStore, storeHasNoKeys } from '../rules/keysInStore.js'
import { storeExists } from '../rules/listing.js'
import type { Claim } from '../rules/Rule.js'
import { storeIsCloudHsm } from '../rules/storeType.js'
import { membersBelongToTheTypeOfStore } from '../rules/updateMembers.js'
import { storeId } from '../possible/examples.js'
import { backingIsOfTheType, createdIdIsNew, typeNeverChanges } from './claims.js'
import { keyIn, storeIn, type Possibility } from './Possibility.js'
import type { Sighting } from './Sighting.js'

/** A rule of which an event is evidence, and the possibilities that this evidence leaves. */
export interface Clue {
  readonly rule: Claim<never>
  readonly leaves: (possibility: Possibility) => boolean
}

type Clues = ReadonlyArray<Clue>

const existence = (exists: boolean): Clue => ({
  rule: storeExists,
  leaves: (possibility) =>
    storeExists.holds({ request: { CustomKeyStoreId: storeId }, found: storeIn(possibility) }) === exists
})

const exists = existence(true)
const doesNotExist = existence(false)

/** Whether it is so of the store, where there is one. */
const ofStore = (rule: Claim<never>, is: (store: CustomKeyStore) => boolean): Clue => ({
  rule,
  leaves: (possibility) => storeIn(possibility).some(is)
})

const keys = (are: boolean): Clue => ({
  rule: storeHasNoKeys,
  leaves: ({ type, keys }) => storeHasNoKeys.holds({ keys: keys ? [keyIn[type]] : [] }) !== are
})

const holdsKeys = keys(true)
const holdsNoKeys = keys(false)

const ofType = (rule: typeof typeNeverChanges, type: CustomKeyStoreType): Clue => ({
  rule,
  leaves: (store) => rule.holds({ store, type })
})

const hasCluster = ofType(backingIsOfTheType, 'AWS_CLOUDHSM')
const hasExternalKeys = ofType(backingIsOfTheType, 'EXTERNAL_KEY_STORE')

const isNew: Clue = { rule: createdIdIsNew, leaves: (store) => createdIdIsNew.holds({ store }) }

const keyWasUsed = ofStore(keyIsAvailable, (store) =>
  keyIsAvailable.holds({ store, key: keyIn[store.CustomKeyStoreType] })
)

const isCloudHsmStore = ofStore(storeIsCloudHsm, (store) => storeIsCloudHsm.holds({ store }))

const hasTypeOfOrigin = (origin: CustomKeyStoreType): Clue => {
  const rule = originIsTheTypeOfStore(origin)
  return ofStore(rule, (store) => rule.holds({ store }))
}

/** What of the type is shown by the event, whether or not the operation was accepted. */
const shownType = ({ operation, type }: Sighting): Clues => {
  if (type === undefined) return []
  return [operation === 'CreateKey' ? hasTypeOfOrigin(type) : ofType(typeNeverChanges, type)]
}

/** A request with these members, whatever they say. */
const requestWith = (members: ReadonlyArray<string>): UpdateCustomKeyStoreRequest => ({
  CustomKeyStoreId: storeId,
  ...Object.fromEntries(members.map((member) => [member, undefined]))
})

const updateClues = (edition: EditionName, members: ReadonlyArray<string>): Clues => {
  const request = requestWith(members)
  const updatable = membersAreUpdatable(edition)
  return [
    ofStore(membersBelongToTheTypeOfStore, (store) =>
      membersBelongToTheTypeOfStore.holds({ store, request })
    ),
    ofStore(updatable, (store) => updatable.holds({ store, request }))
  ]
}

const isValid = (edition: EditionName, operation: StateBoundOperation): Clue => {
  const rule = validConnectionState(edition, operation)
  return ofStore(rule, (store) => rule.holds({ store }))
}

/** What must have been so for the operation to be accepted. */
const acceptance = (edition: EditionName, { operation, members = [] }: Sighting): Clues => {
  switch (operation) {
    case 'CreateCustomKeyStore':
      return [isNew]
    case 'DescribeCustomKeyStores':
      return [exists]
    case 'UpdateCustomKeyStore':
      return [exists, ...updateClues(edition, members)]
    case 'DeleteCustomKeyStore':
      return [exists, isValid(edition, operation), holdsNoKeys]
    case 'GenerateRandom':
      return [exists, isCloudHsmStore, isValid(edition, operation)]
    case 'ConnectCustomKeyStore':
    case 'DisconnectCustomKeyStore':
    case 'CreateKey':
      return [exists, isValid(edition, operation)]
    default:
      return [exists, holdsKeys, keyWasUsed]
  }
}

/** An external key store in any state can refuse a CreateKey in this way, when its proxy fails. @see xks-troubleshooting */
const canBlameProxy = (operation: StateBoundOperation, store: CustomKeyStore): boolean =>
  operation === 'CreateKey' && isExternal(store)

const isInvalid = (edition: EditionName, operation: StateBoundOperation): Clue => {
  const rule = validConnectionState(edition, operation)
  return ofStore(rule, (store) => canBlameProxy(operation, store) || !rule.holds({ store }))
}

/** A log does not show all that an Update carried, so it is taken for refusable where any member is. */
const someMemberIsNot = (edition: EditionName): Clue =>
  ofStore(
    someMemberIsUpdatable(edition),
    ({ CustomKeyStoreType: type, ConnectionState: state }) =>
      membersUpdatableIn(edition, type, state).length < updatableMembers[type].length
  )

const invalidState = (edition: EditionName, { operation }: Sighting): Clues => {
  switch (operation) {
    case 'UpdateCustomKeyStore':
      return [exists, someMemberIsNot(edition)]
    case 'ConnectCustomKeyStore':
    case 'DisconnectCustomKeyStore':
    case 'DeleteCustomKeyStore':
    case 'CreateKey':
    case 'GenerateRandom':
      return [exists, isInvalid(edition, operation)]
    default:
      return []
  }
}

const clusterRefusals = [
  'ConnectCustomKeyStore CloudHsmClusterNotActiveException',
  'ConnectCustomKeyStore CloudHsmClusterInvalidConfigurationException',
  'CreateKey CloudHsmClusterInvalidConfigurationException'
]
const externalKeyRefusals = [
  'CreateKey XksKeyInvalidConfigurationException',
  'CreateKey XksKeyAlreadyInUseException',
  'CreateKey XksKeyNotFoundException'
]

/**
 * What must have been so for the operation to be refused in this way. Which of several reasons is given is stated
 * nowhere, so a refusal says that its own reason is there and not that no other is. Most refusals say nothing.
 */
const reasons = (edition: EditionName, refusal: string, sighting: Sighting): Clues => {
  const { operation } = sighting
  const both = `${operation} ${refusal}`
  if (refusal === 'CustomKeyStoreInvalidStateException') return invalidState(edition, sighting)
  if (refusal === 'CustomKeyStoreNotFoundException') return [doesNotExist]
  if (refusal === 'CustomKeyStoreHasCMKsException') return [exists, holdsKeys]
  if (clusterRefusals.includes(both)) return [exists, hasCluster]
  if (externalKeyRefusals.includes(both)) return [exists, hasExternalKeys]
  return CryptographicOperation.is(operation) ? [exists, holdsKeys] : []
}

/** What an event is evidence of, under one edition of AWS's text. */
export const cluesUnder =
  (edition: EditionName) =>
  (sighting: Sighting): Clues => [
    ...(sighting.refusal === undefined
      ? acceptance(edition, sighting)
      : reasons(edition, sighting.refusal, sighting)),
    ...shownType(sighting)
  ]
