import * as t from 'io-ts'
import { outputOf } from './replyMembers.js'
import type { EndpointReply } from './Exchange.js'

/** Members of an answer whose value only the endpoint knows, and which later requests take from it. */
const opaque: ReadonlySet<string> = new Set([
  'CustomKeyStoreId',
  'KeyId',
  'Arn',
  'KeyArn',
  'NextMarker',
  'GrantId',
  'GrantToken',
  'CiphertextBlob',
  'ImportToken'
])

const taking: ReadonlySet<string> = new Set([
  'CustomKeyStoreId',
  'KeyId',
  'SourceKeyId',
  'DestinationKeyId',
  'TargetKeyId',
  'Marker',
  'GrantId',
  'GrantToken',
  'GrantTokens',
  'CiphertextBlob',
  'ImportToken'
])

/** Whether a member of a request takes a value that an answer gave. */
export const takesGiven = (member: string): boolean => taking.has(member)

/** A value that an answer gives, by its member and the names of those that lead to it. */
export interface Given {
  readonly name: string
  readonly path: string
  readonly value: string
}

/**
 * The values that an answer gives, each with its place. What stands in a list is left out: another answer may have
 * something else at the same place.
 */
export const givenIn = (reply: EndpointReply): ReadonlyArray<Given> => {
  const within = (members: Readonly<Record<string, unknown>>, path: string): ReadonlyArray<Given> =>
    Object.entries(members).flatMap(([name, value]): ReadonlyArray<Given> => {
      if (t.UnknownRecord.is(value) && !Array.isArray(value)) return within(value, `${path}${name}.`)
      return typeof value === 'string' && value !== '' && opaque.has(name)
        ? [{ name, path: path + name, value }]
        : []
    })
  return within(outputOf(reply), '')
}

/** Each value that one answer gives, with the one that another answer gives in its place, if it gives one. */
export const givenInPlace = (
  one: EndpointReply,
  other: EndpointReply
): ReadonlyArray<readonly [value: string, instead: string | undefined]> => {
  const places = new Map(givenIn(other).map(({ path, value }) => [path, value]))
  return givenIn(one).map(({ path, value }) => [value, places.get(path)])
}
