const table = {
  noSuchState: 'A Next, a Default, a Catch or StartAt names a state that is not there.',
  unreachableState: 'A state to which no execution comes.',
  endlessLoop: 'A loop that cannot be left, whatever KMS does by itself.',
  busyLoop: 'A loop that asks KMS again and again without a Wait.',
  unexpectedState: 'A Choice for which the store is in a state that no rule expects.',
  refusedRequest: 'A request, refused as it is or because of an earlier one, and not caught.',
  uncaughtError: 'An error that can happen from the beginning, and nothing catches it.',
  serviceFailure: 'A failure of KMS itself that is neither tried again nor caught.',
  swallowedRefusal: 'A success, though a request was refused and what it asked for is not so.',
  notReached: 'A success before what the execution has asked for is so.'
} as const

type FindingKinds = Pick<typeof table, keyof typeof table>

/**
 * What may be wrong with a workflow. Each can be switched off by its name.
 *
 * @example
 * testing.workflowFindings.endlessLoop
 * //=> 'A loop that cannot be left, whatever KMS does by itself.'
 */
export const findingKinds: FindingKinds = table

/** The name of what may be wrong with a workflow. */
export type FindingKind = Extract<keyof typeof findingKinds, string>

export const allFindingKinds = Object.keys(findingKinds) as ReadonlyArray<FindingKind>
