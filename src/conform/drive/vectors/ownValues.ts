import { withoutNulls } from '../../../codec/struct.js'
import { randomUUID } from 'node:crypto'
import type { Members } from '../../Exchange.js'
import type { Inventor } from '../Inventor.js'
import { giveUp } from '../trial.js'
import { isSound } from './isSound.js'

/** Values of an endpoint in the place of those of a vector. */
export interface OwnValues {
  /** The members with own values; without those that are null, which are absent in AWS JSON. Gives up where a value is missing. */
  readonly put: (members: Members) => Members
  /** Notes the own value of one of the vector's; that there is none, where it is undefined. */
  readonly learn: (theirs: unknown, own: unknown) => void
  /** The own value of one of the vector's. */
  readonly of: (theirs: unknown) => unknown
}

interface Options {
  readonly invent: Inventor
  readonly xksKeyId: () => string
  /** The members that the user has named for the stores of the type. */
  readonly named: Members
}

/** Of which a store has its own, whatever the user has named. */
const neverNamed: ReadonlyArray<string> = ['CustomKeyStoreName', 'CustomKeyStoreType', 'XksProxyConnectivity']

/** An id as an endpoint gives it. An alias, or an ARN that is not well formed, is named on purpose. */
const isKeyId = (value: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

const keyIdLike = (theirs: string): string => (isKeyId(theirs) ? randomUUID() : theirs)

/** Another value for a member, of the same form. */
const inventions = ({
  invent,
  xksKeyId
}: Options): Readonly<Record<string, (theirs: string) => unknown>> => ({
  CustomKeyStoreName: invent.name,
  NewCustomKeyStoreName: invent.name,
  CloudHsmClusterId: () => invent.members('AWS_CLOUDHSM')['CloudHsmClusterId'],
  XksProxyUriPath: () => invent.members('EXTERNAL_KEY_STORE')['XksProxyUriPath'],
  XksProxyUriEndpoint: () => invent.other('XksProxyUriEndpoint'),
  XksProxyVpcEndpointServiceName: () => invent.vpcMembers({})['XksProxyVpcEndpointServiceName'],
  XksKeyId: xksKeyId,
  AliasName: (theirs) => theirs.replace(/[^/]*$/, invent.name()),
  CustomKeyStoreId: invent.unknownStore,
  KeyId: keyIdLike,
  SourceKeyId: keyIdLike,
  DestinationKeyId: keyIdLike,
  TargetKeyId: keyIdLike
})

const key = (value: unknown): string => JSON.stringify(value)

/** Nothing to put in place of what is empty on purpose. */
const isEmpty = (value: unknown): boolean => value === ''

export const ownValues = (options: Options): OwnValues => {
  const namedMembers = withoutNulls(options.named)
  const invented = inventions(options)
  const known = new Map<string, unknown>()
  const used = new Set<string>()
  const texts: Array<readonly [theirs: string, own: string]> = []

  const namedOnce = (member: string): unknown => {
    if (used.has(member)) giveUp(`it needs another ${member} than the one that was named`)
    used.add(member)
    return namedMembers[member]
  }

  /** A text in which the parts that are known are replaced, such as the account in an ARN. */
  const inText = (text: string): string =>
    texts.reduce((all, [theirs, own]) => all.replaceAll(theirs, own), text)

  const fresh = (member: string, value: unknown): unknown => {
    if (!isSound(member, value)) return value
    if (Object.hasOwn(namedMembers, member) && !neverNamed.includes(member)) return namedOnce(member)
    const made = typeof value === 'string' ? (invented[member]?.(value) ?? value) : value
    return typeof made === 'string' ? inText(made) : made
  }

  const own = (member: string, value: unknown): unknown => {
    if (isEmpty(value)) return value
    if (known.has(key(value))) {
      return known.get(key(value)) ?? giveUp(`${member} is the id of something that was not made`, true)
    }
    const made = fresh(member, value)
    known.set(key(value), made)
    return made
  }

  return {
    put: (members) =>
      Object.fromEntries(
        Object.entries(withoutNulls(members)).map(([member, value]) => [member, own(member, value)])
      ),
    learn: (theirs, own) => {
      known.set(key(theirs), own)
      if (typeof theirs === 'string' && typeof own === 'string') texts.push([theirs, own])
    },
    of: (theirs) => known.get(key(theirs))
  }
}
