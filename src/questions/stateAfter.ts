import * as E from 'fp-ts/lib/Either.js'
import { defaultEdition, editionNames, type EditionName } from '../editions/editions.js'
import type { ExceptionOf, OperationName } from '../exceptions/documentedExceptions.js'
import type { Exception } from '../exceptions/Exception.js'
import { connectionStates, type ConnectionState } from '../model/ConnectionState.js'
import { customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import { operationNames, operationsByName } from '../operations/index.js'
import type { Follows } from '../rules/Follows.js'
import { enforce, type Refusal } from '../rules/Rule.js'
import { demandOneOf } from '../wrongArgument.js'

type InvalidState = 'CustomKeyStoreInvalidStateException'

/** The operations that some ConnectionState forbids: those whose page lists CustomKeyStoreInvalidStateException. */
export type StateOperation = {
  [Name in OperationName]: InvalidState extends ExceptionOf<Name>['name'] ? Name : never
}[OperationName]

const leadsFrom =
  (state: ConnectionState) =>
  ({ from, to, where }: Follows<never>): boolean =>
    to !== undefined && where === undefined && (from === undefined || from.includes(state))

/** The statement of AWS about the state of a store after an operation that was accepted in a state. */
export const effectOnState = (
  edition: EditionName,
  name: StateOperation,
  state: ConnectionState
): Follows<never> | undefined =>
  operationsByName[edition][name].parts.flatMap(({ follows }) => follows).find(leadsFrom(state))

const stateIn = (follows: Follows<never> | undefined, before: ConnectionState): ConnectionState => {
  const to = follows?.to
  return to === undefined || to === 'the same' || to === 'deleted' ? before : to
}

const isStateOperation = (name: OperationName): name is StateOperation =>
  (operationsByName[defaultEdition][name].inState ?? []).length > 0

/** The operations that a ConnectionState can forbid. */
export const stateOperationNames: ReadonlyArray<StateOperation> = operationNames.filter(isStateOperation)

/** The refusal with the editions that have it of none of the types. */
const allowedByAny = (
  refusal: Exception<InvalidState>,
  refusals: ReadonlyArray<Exception<InvalidState>>
): Exception<InvalidState> => {
  const allowedBy = editionNames.filter((other) => refusals.some((each) => each.allowedBy?.includes(other)))
  return allowedBy.length === 0 ? refusal : { ...refusal, allowedBy }
}

export const stateAfterUnder = (edition: EditionName) => (name: StateOperation) => {
  demandOneOf('stateAfter', stateOperationNames, name)
  const allow = enforce(operationsByName[edition][name].inState ?? [])
  return (state: ConnectionState): E.Either<Exception<InvalidState>, ConnectionState> => {
    demandOneOf(`stateAfter('${name}')`, connectionStates, state)
    const byType: ReadonlyArray<E.Either<Refusal, unknown>> = customKeyStoreTypes.map((type) =>
      allow({ store: { CustomKeyStoreType: type, ConnectionState: state } })
    )
    const refusals = byType.flatMap((each) => (E.isLeft(each) ? [each.left as Exception<InvalidState>] : []))
    const [refusal] = refusals
    return refusal === undefined || refusals.length < byType.length
      ? E.right(stateIn(effectOnState(edition, name, state), state))
      : E.left(allowedByAny(refusal, refusals))
  }
}

/**
 * The bare machine, for callers who hold nothing but a ConnectionState: whether an operation is valid in it, and the
 * state right after. For an Update this says whether any member can be updated there; GenerateRandom is that of an AWS
 * CloudHSM key store.
 *
 * @example
 * cks.stateAfter('ConnectCustomKeyStore')('DISCONNECTED') //=> E.right('CONNECTING')
 * pipe(cks.stateAfter('DeleteCustomKeyStore')('CONNECTED'), E.mapLeft(({ name }) => name))
 * //=> E.left('CustomKeyStoreInvalidStateException')
 * @see API_ConnectCustomKeyStore
 */
export const stateAfter = stateAfterUnder(defaultEdition)
