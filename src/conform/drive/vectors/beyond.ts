import type { EditionName } from '../../../editions/editions.js'
import type { CustomKeyStoreType } from '../../../model/CustomKeyStoreType.js'
import { kindIn, vectorsOf, type Vector } from '../../../vectors/index.js'
import type { Check } from '../../ConformReport.js'
import type { ReportedDeviation } from '../../ReportedDeviation.js'
import type { Control } from '../Control.js'
import type { Client } from '../Send.js'
import { stopwatch } from '../stopwatch.js'
import { playsControlled } from './controlled.js'
import { idOfVector, typeOf } from './Ground.js'

interface Options {
  readonly client: Client
  readonly edition: EditionName
  readonly types: ReadonlyArray<CustomKeyStoreType>
  readonly only: string
  readonly control?: Control | undefined
}

/** The vectors that need more than requests, where there is a control interface to bring that about. */
export const beyondRequests = ({ control, edition, types, only }: Options): ReadonlyArray<Vector> =>
  control === undefined
    ? []
    : vectorsOf(edition).filter(
        (vector) =>
          vector.needs.length > 0 &&
          types.includes(typeOf(kindIn(vector))) &&
          idOfVector(vector).includes(only)
      )

interface Beyond {
  readonly checks: ReadonlyArray<Check>
  readonly faults: ReadonlyArray<ReportedDeviation>
  /** Whether the endpoint holds nothing any longer. */
  readonly isReset: boolean
}

/** Plays them one after the other. `ran`: called after each. */
export const playsBeyond = async (
  { control, client, edition }: Options,
  vectors: ReadonlyArray<Vector>,
  { stopped, ran }: { readonly stopped: () => string | undefined; readonly ran: () => void }
): Promise<Beyond> => {
  const checks: Array<Check> = []
  const faults: Array<ReportedDeviation> = []
  for (const vector of control === undefined ? [] : vectors) {
    const since = stopwatch()
    const why = stopped()
    const played =
      why === undefined && control !== undefined
        ? await playsControlled(edition, control, client, vector)
        : { outcome: { is: 'not reached', why: why ?? '', blocked: true } as const, faults: [] }
    faults.push(...played.faults)
    checks.push({
      id: idOfVector(vector),
      type: typeOf(kindIn(vector)),
      says: vector.documentation,
      outcome: played.outcome,
      milliseconds: since()
    })
    ran()
  }
  if (control === undefined) return { checks, faults, isReset: false }
  const isReset = await control.end().then(
    () => true,
    () => false
  )
  return { checks, faults, isReset }
}
