import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { ServiceFailure } from '../model/BackingKeyStore.js'
import { CustomKeyStoreId } from '../model/identifiers.js'
import { closedStruct } from '../codec/closedStruct.js'
import { failing } from '../codec/Failure.js'
import { sensitive } from '../codec/Redacted.js'
import { ReplayableOperation } from './operations.js'
import { Report } from '../connection/Report.js'
import { Time } from '../codec/Duration.js'

/** A record in whose place there may be text with a secret in it, such as a request that was written as a JSON string. */
const Plain = sensitive(t.UnknownRecord)

const fromPlain = <A>(codec: t.Type<A, unknown>): t.Type<A, unknown> =>
  new t.Type(
    codec.name,
    codec.is,
    (u, context) => (t.UnknownRecord.is(u) ? codec : Plain).validate(u, context) as t.Validation<A>,
    t.identity
  )

const optional = { documentation: t.string }
const withFailure = { ...optional, failure: ServiceFailure }

/** Changes the infrastructure: see `withInfrastructureChange`. */
const FactsStep = closedStruct('FactsStep', { facts: Plain }, optional)
/** A request in AWS's own JSON, while KMS itself may fail. A request without members may be left out. `principal`: the ARN of who makes it. */
const OperationStep = closedStruct(
  'OperationStep',
  { operation: ReplayableOperation },
  { request: Plain, principal: t.string, ...withFailure }
)
/** KMS ends its own work on a store, with the result that the facts lead to. */
const SettleStep = closedStruct('SettleStep', { settle: CustomKeyStoreId }, withFailure)
/** KMS ends one attempt, in the way that the report says. */
const ReportStep = closedStruct('ReportStep', { report: fromPlain(Report) }, optional)
/** Time passes. */
const AdvanceStep = closedStruct('AdvanceStep', { advance: fromPlain(Time) }, optional)

export interface FactsStep extends Readonly<t.TypeOf<typeof FactsStep>> {}
export interface OperationStep extends Readonly<t.TypeOf<typeof OperationStep>> {}
export interface SettleStep extends Readonly<t.TypeOf<typeof SettleStep>> {}
export interface ReportStep extends Readonly<t.TypeOf<typeof ReportStep>> {}
export interface AdvanceStep extends Readonly<t.TypeOf<typeof AdvanceStep>> {}

/** One step of a history, recognized by the member that only its kind has. `documentation`: its purpose. */
export type HistoryStep = FactsStep | OperationStep | SettleStep | ReportStep | AdvanceStep

const kinds = {
  facts: FactsStep,
  operation: OperationStep,
  settle: SettleStep,
  report: ReportStep,
  advance: AdvanceStep
} as const
type Kind = keyof typeof kinds

const kindOf = (record: Readonly<Record<string, unknown>>): Kind | undefined =>
  (Object.keys(kinds) as ReadonlyArray<Kind>).find((kind) => Object.hasOwn(record, kind))

const noKind = failing('missing', `A step must have one of the members: ${Object.keys(kinds).join(', ')}`)

const validate: t.Validate<unknown, HistoryStep> = (u, context) =>
  pipe(
    Plain.validate(u, context),
    E.chain((record): t.Validation<HistoryStep> => {
      const kind = kindOf(record)
      return kind === undefined ? noKind(u, context) : kinds[kind].validate(record, context)
    })
  )

export const HistoryStep: t.Type<HistoryStep, unknown> = new t.Type(
  'HistoryStep',
  (u): u is HistoryStep => E.isRight(validate(u, [])),
  validate,
  t.identity
)
