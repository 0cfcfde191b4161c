/** What may be wrong with a workflow. Each can be switched off by its name. */
export const findingKinds = {
  noSuchState: 'A Next, a Default, a Catch or StartAt names a state that is not there.',
  unreachableState: 'A state to which no execution comes.',
  endlessLoop: 'A loop that cannot be left: nothing that KMS does by itself leads out of it.',
  busyLoop: 'A loop that asks KMS again and again without a Wait.',
  unexpectedState: 'A Choice for which the store is in a state that no rule expects.',
  refusedRequest:
    'A request that KMS refuses because of what the workflow did before, and nothing catches that.',
  uncaughtError:
    'An error that the rules let happen from the beginning, or by the data, and that nothing catches.',
  serviceFailure: 'A failure of KMS itself, or throttling, that is neither tried again nor caught.',
  swallowedRefusal: 'The execution succeeds, though a request was refused and what it asked for is not so.',
  notReached: 'The execution succeeds before what it asked for is so.'
} as const

export type FindingKind = keyof typeof findingKinds

export const allFindingKinds = Object.keys(findingKinds) as ReadonlyArray<FindingKind>
