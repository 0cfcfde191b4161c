import type { Evidence } from '../Evidence.js'
import type { Refusal } from '../rules/Rule.js'
import type { Source } from '../sources.js'
import type { Effects } from './Effects.js'
import type { AdvanceStep, FactsStep, OperationStep, ReportStep, SettleStep } from './HistoryStep.js'

/** A page, by its name in this library, and its address. */
interface Page {
  readonly source: Source
  readonly url: string
}

/** Why a connection failed: the need that was not met. */
export interface Because extends Page, Evidence {
  readonly rule: string
  /** The need as a sentence. */
  readonly message: string
}

/** A consequence of an accepted request: a statement of AWS, or an assumption where AWS leaves it open. */
export interface Consequence extends Page, Evidence {
  readonly statement: string
  /** The statement as a sentence. */
  readonly message: string
}

/**
 * How a request ended: the answer in AWS's form and what follows, or the exception with the address of the page that
 * states its rule.
 */
export type RequestResult =
  | { readonly answer: object; readonly follows?: ReadonlyArray<Consequence> }
  | { readonly exception: Refusal & Page }

/** A request as it was read, without secrets; absent where it could not be read. */
export type RequestOutcome = Pick<OperationStep, 'operation' | 'principal' | 'failure'> & {
  readonly request?: object
} & RequestResult

/** A step, and its outcome apart from the effects. */
export type Happening =
  | RequestOutcome
  | (Pick<SettleStep, 'settle' | 'failure'> & { readonly because?: Because })
  | Pick<FactsStep, 'facts'>
  | Pick<ReportStep, 'report'>
  | Pick<AdvanceStep, 'advance'>

/** The outcome of one step, as plain data. `step` counts from 1; `at`: when it was over, in seconds since 1970. */
export type StepOutcome = {
  readonly step: number
  readonly at: number
  readonly documentation?: string
} & Happening &
  Effects
