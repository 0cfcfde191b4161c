import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { telling } from '../../codec/Member.js'
import type { CustomKeyStoresListEntry as Entry } from '../CustomKeyStoresListEntry.js'
import { shown } from './shown.js'
import { CustomKeyStoresListEntry } from './storeFromListEntry.js'

/** A page of stores; NextMarker is there if and only if more follow. @see API_DescribeCustomKeyStores */
export interface DescribeCustomKeyStoresResponse {
  readonly CustomKeyStores: ReadonlyArray<Entry>
  readonly Truncated: boolean
  readonly NextMarker?: string
}

const Listed = shown(
  'DescribeCustomKeyStoresResponse',
  { CustomKeyStores: t.readonlyArray(CustomKeyStoresListEntry) },
  { Truncated: t.boolean, NextMarker: t.string }
)

/**
 * @example
 * protocol.DescribeCustomKeyStoresResponse.is({ CustomKeyStores: [], Truncated: false }) //=> true
 */
export const DescribeCustomKeyStoresResponse: t.Type<DescribeCustomKeyStoresResponse, unknown> = telling(
  new t.Type<DescribeCustomKeyStoresResponse, unknown>(
    Listed.name,
    (u): u is DescribeCustomKeyStoresResponse => Listed.is(u) && u.Truncated !== undefined,
    (u, context) =>
      pipe(
        Listed.validate(u, context),
        E.map((response) => ({ Truncated: false, ...response }))
      ),
    t.identity
  ),
  { members: Listed.members }
)
