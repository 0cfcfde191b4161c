import type { AssumptionNumber } from '../leavesOpen.js'
import { standingOf, type Standing, type Statement } from '../Evidence.js'

const table = {
  takesLonger: {
    name: 'takesLonger',
    says: 'KMS is still at work on a connection or disconnection when somebody looks.',
    source: 'API_ConnectCustomKeyStore'
  },
  connectionFails: {
    name: 'connectionFails',
    says: 'A connection ends in FAILED, with any ConnectionErrorCode that the type of store can have.',
    source: 'API_CustomKeyStoresListEntry'
  },
  requestFails: {
    name: 'requestFails',
    says: 'KMS refuses a request for a reason of its own, and nothing comes of the request.',
    source: 'CommonErrors'
  },
  answerIsLost: {
    name: 'answerIsLost',
    says: 'KMS carries out a request that it answers with KMSInternalException.',
    source: 'CommonErrors',
    assumes: ['A119']
  },
  shownLate: {
    name: 'shownLate',
    says: 'An answer shows what there was before the latest change.',
    source: 'accessing-kms'
  },
  anotherCaller: {
    name: 'anotherCaller',
    says: 'Another caller makes a request in between.',
    source: 'accessing-kms',
    implied: true
  },
  backingChanges: {
    name: 'backingChanges',
    says: 'What stands behind a store changes in between.',
    source: 'fix-keystore',
    implied: true
  },
  order: {
    name: 'order',
    says: 'Requests that are on their way at once arrive in another order.',
    source: 'accessing-kms',
    implied: true
  }
} as const satisfies Readonly<Record<string, Statement>>

type ChoiceKinds = Pick<typeof table, keyof typeof table>

/**
 * What may happen otherwise than a program hopes, each with the page that lets it.
 *
 * @example
 * testing.choiceKinds.connectionFails.says
 * //=> 'A connection ends in FAILED, with any ConnectionErrorCode that the type of store can have.'
 */
export const choiceKinds: ChoiceKinds = table

/** The name of one kind of choice. */
export type ChoiceKind = Extract<keyof typeof choiceKinds, string>

/** One thing that goes otherwise than smoothly, at one moment. `name`: unique among what may happen at that moment. */
export interface Choice {
  readonly kind: ChoiceKind
  readonly name: string
}

export const choice = (kind: ChoiceKind, name: string): Choice => ({ kind, name })

/** Whether AWS documents that it can happen, and by which assumptions where it is only assumed. */
export const standingOfChoice = ({
  kind
}: Choice): { readonly standing: Standing; readonly assumes: ReadonlyArray<AssumptionNumber> } => {
  const statement: Statement = choiceKinds[kind]
  return { standing: standingOf(statement), assumes: statement.assumes ?? [] }
}
