import * as t from 'io-ts'
import { awsJsonStruct } from '../../codec/struct.js'

/** Reads what AWS answers: nulls are absent members and unknown members are dropped, as in a request. */
export const shown = <R extends t.Props, O extends t.Props>(name: string, required: R, optional: O) =>
  awsJsonStruct(name, { required, optional })

/** An answer without members. */
export interface Empty extends Readonly<Record<string, never>> {}

/** Reads an object whatever it holds, or nothing at all: AWS documents both. */
export const Nothing: t.Type<Empty, unknown> = new t.Type(
  'Empty',
  (u): u is Empty => t.UnknownRecord.is(u) && Object.keys(u).length === 0,
  (u, context) =>
    u === undefined || u === '' || t.UnknownRecord.is(u) ? t.success({}) : t.failure(u, context),
  t.identity
)
