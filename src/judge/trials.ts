import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { decode } from '../codec/decode.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import { isOpen } from '../Evidence.js'
import { membersOf } from '../editions/updatableMembers.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import type { Account } from '../model/Account.js'
import { operationsByName, type AnyOperation } from '../operations/index.js'
import { mayHaveLedTo } from '../possible/accepted.js'
import { makesStore } from '../possible/before.js'
import { exampleRequest, type ExampleRequest } from '../possible/exampleRequests.js'
import { everyKind, goodCircumstances, kinds, storeId } from '../possible/examples.js'
import { once } from '../possible/once.js'
import { exceptionsOf, explainedAtWorst, isNamedBy, isReason } from '../possible/refused.js'
import { storeExists } from '../rules/existence.js'
import { isBroken, type Finding, type Findings } from '../rules/findings.js'
import { accountsOf, inAccount, type Possibility } from './Possibility.js'
import { carriesMembers, type Sighting } from './Sighting.js'

/** The requests that an event can have come from, tried on the library in every possibility. */

/** The members of a sighting that say something of the request. */
type Shown = Pick<Sighting, 'operation' | 'type' | 'members'>

/** A request as the library reads it. What operation it is of is known where it is made. */
type Read = never

/** An update that carries members, whatever their values are. */
const updateOf = (members: ReadonlyArray<string>): Read =>
  ({
    CustomKeyStoreId: storeId,
    ...Object.fromEntries(members.map((member) => [member, undefined]))
  }) as unknown as Read

const read = (operation: OperationName, request: ExampleRequest): ReadonlyArray<Read> =>
  pipe(
    request,
    decode(operationsByName[defaultEdition][operation].request),
    E.match(
      () => [],
      (request) => [request as Read]
    )
  )

const eachOnce = once<Read>((request) => JSON.stringify(request))

/** A log does not show for which external key a request for a key is, nor whether it is for one that fits. */
const others = [{}, { XksKeyId: 'another' }, { KeySpec: 'RSA_2048' }]

/** The requests for a store of a type, or of any type, one of each sort. A Create is one of the example store itself. */
const requestsFor = (operation: OperationName, type: Possibility['type'] | undefined): ReadonlyArray<Read> =>
  eachOnce(
    everyKind.flatMap((kind) => {
      const { CustomKeyStoreType, CustomKeyStoreName } = kinds[kind]
      if (type !== undefined && type !== CustomKeyStoreType) return []
      const request = exampleRequest(operation, kind)
      return makesStore(operation)
        ? read(operation, { ...request, CustomKeyStoreName })
        : others.flatMap((other) => read(operation, { ...request, ...other }))
    })
  )

/** The requests that an event can have come from. */
const requestsOf = ({ operation, type, members }: Shown, possibility: Possibility): ReadonlyArray<Read> =>
  members === undefined
    ? requestsFor(operation, makesStore(operation) ? possibility.type : type)
    : [updateOf(members)]

/** The requests that a refusal can have come from. A log does not show all members of an update. */
const everyRequestOf = (operation: OperationName, { type }: Possibility): ReadonlyArray<Read> =>
  carriesMembers(operation)
    ? [[], ...membersOf(type).map((member) => [member])].map(updateOf)
    : requestsFor(operation, type)

interface Trial {
  readonly account: Account
  readonly request: Read
}

const trials = (possibility: Possibility, requests: ReadonlyArray<Read>): ReadonlyArray<Trial> =>
  accountsOf(possibility).flatMap((account) => requests.map((request) => ({ account, request })))

/** A request that AWS has accepted, compared with the library. */
export interface Accepted {
  /** The names of the rules that forbid it, without those that AWS leaves open. */
  readonly forbiddenBy: ReadonlyArray<string>
  readonly after: ReadonlyArray<Possibility>
  /** The answer of the library, where it accepts the request too. */
  readonly answer?: object
}

/** The requests that an accepted event can have come from, compared with the library. */
export const accepted = (
  edition: EditionName,
  shown: Shown,
  possibility: Possibility
): ReadonlyArray<Accepted> => {
  const { onAccount, explainOnAccount } = operationsByName[edition][shown.operation]
  const isNew = possibility.state === 'not created'
  const given = { ...goodCircumstances, ...(isNew && { newCustomKeyStoreId: storeId }) }
  return trials(possibility, requestsOf(shown, possibility)).map(({ account, request }) => {
    const explanation = explainOnAccount(given)(request)(account)
    const forbidding = explanation.rules.filter((finding) => isBroken(finding) && !isOpen(finding))
    const forbiddenBy = forbidding.map(({ rule }) => rule)
    const result = onAccount(given)(request)(account)
    if (E.isLeft(result)) return { forbiddenBy, after: [possibility] }
    const [answer, after] = result.right
    const ledTo = mayHaveLedTo(storeId, explanation, account, after)
    return { forbiddenBy, after: ledTo.map(inAccount(possibility)), answer }
  })
}

/** `reasons`: the exceptions for which there can be a reason. `looksAt`: those of every rule that is checked. */
export interface Refusable {
  readonly reasons: ReadonlySet<string>
  readonly looksAt: ReadonlySet<string>
}

/**
 * Whether a rule is about the store. A cluster, a proxy or a name that an update carries is not shown, and can be wrong
 * whatever the store is.
 */
const isAboutStore = ({ operation, inState = [] }: AnyOperation, { rule, otherwise }: Finding): boolean =>
  !carriesMembers(operation) || rule === storeExists.name || inState.some(isNamedBy(otherwise))

const exceptionsIn = (findings: Findings): ReadonlySet<string> => new Set(findings.flatMap(exceptionsOf))

/** How an operation can be refused, whatever else the request says and whatever stands behind the store. */
export const refusable = (edition: EditionName, name: OperationName, possibility: Possibility): Refusable => {
  const operation = operationsByName[edition][name]
  const found = trials(possibility, everyRequestOf(name, possibility)).flatMap(({ account, request }) =>
    [
      operation.explainOnAccount(goodCircumstances)(request)(account),
      ...explainedAtWorst(operation, request, account)
    ]
      .flatMap(({ rules }) => rules)
      .filter((finding) => isAboutStore(operation, finding))
  )
  return {
    reasons: exceptionsIn(found.filter(isReason)),
    looksAt: exceptionsIn(
      found.filter((finding) => isReason(finding) || finding.verdict !== 'does not apply')
    )
  }
}
