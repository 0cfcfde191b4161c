import * as E from 'fp-ts/lib/Either.js'
import { keyWithIdOrAlias, storeWithId, type Account } from '../model/Account.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { CustomKeyStoreId } from '../model/identifiers.js'
import { keyArnIsValid, keyExists, keyIsNamedByIdOrArn, storeExists } from '../rules/existence.js'
import type { KeyInStore } from '../rules/keyState.js'
import { unless } from '../rules/Rule.js'
import { decision, type Decision, type Part } from './Decision.js'

/**
 * A request on an account, and what an earlier stage has found out. `given`: further facts. `In`: the account, or unknown
 * where nobody looks into it.
 */
export interface Asked<Given, Request, Found = unknown, In = Account> {
  readonly given: Given
  readonly request: Request
  readonly account: In
  readonly found: Found
}

/** A decision about a request on an account. */
export type Stage<Given, Request, Found, X, After> = Decision<Asked<Given, Request, Found>, X, After>

/** A decision about something that a request on an account leads to. */
export const stage = <Given, Request, Found, Subject, X, After>(
  subject: (asked: Asked<Given, Request, Found>) => Subject,
  { parts, decide, explain, retold }: Decision<Subject, X, After>
): Stage<Given, Request, Found, X, After> => ({
  parts,
  decide: (asked) => decide(subject(asked)),
  explain: (asked) => explain(subject(asked)),
  retold: (told) => stage(subject, retold(told))
})

/** Two stages: once the rules of the first hold, the second is asked with what the first found. */
export const andThen = <G1, R1, F1, X1, M, G2, R2, X2, A>(
  first: Stage<G1, R1, F1, X1, M>,
  second: Stage<G2, R2, M, X2, A>
): Stage<G1 & G2, R1 & R2, F1, X1 | X2, A> => ({
  parts: joined(first.parts, second.parts),
  decide: (asked) => {
    const found = first.decide(asked)
    return E.isLeft(found) ? found : second.decide({ ...asked, found: found.right })
  },
  explain: (asked) => {
    const explained = first.explain(asked)
    const found = first.decide(asked)
    if (E.isLeft(found)) return explained
    const { rules, follows } = second.explain({ ...asked, found: found.right })
    return { rules: [...explained.rules, ...rules], follows }
  },
  retold: (told) => andThen(first.retold(told), second.retold(told))
})

/** Each part of the second list after each part of the first. */
const joined = (first: ReadonlyArray<Part>, second: ReadonlyArray<Part>): ReadonlyArray<Part> =>
  first.flatMap(({ rules, title }) =>
    second.map((part) => ({ ...(title && { title }), ...part, rules: [...rules, ...part.rules] }))
  )

const storeIsThere = decision([unless(storeExists, 'CustomKeyStoreNotFoundException')], [], ({ store }) => ({
  store
}))

export interface NamesStore {
  readonly CustomKeyStoreId: CustomKeyStoreId
}

/** The store that a request names by its id. */
export const namedStore = stage(
  ({ request, account }: Asked<unknown, NamesStore>) => ({
    request,
    store: storeWithId(account, request.CustomKeyStoreId)
  }),
  storeIsThere
)

/** A request about a store that was found. */
export type AboutStore<Given, Request = unknown, In = unknown> = Asked<
  Given,
  Request,
  { readonly store: CustomKeyStore },
  In
>

/** A request about a key that was found. */
export type AboutKey<Given, Request = unknown, In = unknown> = Asked<Given, Request, KeyInStore, In>

/** Finds in what was asked the name by which a request names a key. */
type NameOfKey<Given, Request, Found> = (asked: Asked<Given, Request, Found>) => string

/** The key with an id, an ARN or an alias, its store, and what was found before. */
export const keyNamed = <Given, Request, Found>(nameIn: NameOfKey<Given, Request, Found>) =>
  stage(
    (asked: Asked<Given, Request, Found>) => {
      const keyId = nameIn(asked)
      const key = keyWithIdOrAlias(asked.account, keyId)
      return {
        keyId,
        key,
        store: key && storeWithId(asked.account, key.CustomKeyStoreId),
        before: asked.found
      }
    },
    decision(
      [unless(keyExists, 'NotFoundException')],
      [],
      ({ key, store }, { before }: { readonly before: Found }) => ({ key, store, before })
    )
  )

/** The same, for the operations that take no alias. */
export const keyNamedByIdOrArn = <Given, Request>(nameIn: NameOfKey<Given, Request, undefined>) =>
  andThen(
    stage(
      (asked: Asked<Given, Request, undefined>) => ({ keyId: nameIn(asked) }),
      decision(
        [unless(keyIsNamedByIdOrArn, 'NotFoundException', { openTo: 'any exception' })],
        [],
        () => undefined
      )
    ),
    keyNamed(nameIn)
  )

/** That a name which begins as an ARN is one, for the operations whose page lists InvalidArnException. */
const arnIsValid = <Given, Request>(nameIn: NameOfKey<Given, Request, undefined>) =>
  stage(
    (asked: Asked<Given, Request, undefined>) => ({ keyId: nameIn(asked) }),
    decision(
      [unless(keyArnIsValid, 'InvalidArnException', { openTo: ['NotFoundException'] })],
      [],
      () => undefined
    )
  )

export interface NamesKey {
  readonly KeyId: string
}

const nameIn = ({ request }: Asked<unknown, NamesKey, undefined>): string => request.KeyId

/** The key that a request names by its id or ARN, where a wrong ARN is told from others. */
export const namedKey = andThen(arnIsValid(nameIn), keyNamedByIdOrArn(nameIn))

/** The same for a request that may name it by an alias too. */
export const namedKeyOrAlias = andThen(arnIsValid(nameIn), keyNamed(nameIn))

/** The same where a wrong ARN is one that is not found. */
export const keyByAnyName = keyNamed(nameIn)
