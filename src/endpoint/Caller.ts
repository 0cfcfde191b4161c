import type { AccountId } from '../model/identifiers.js'

/** Whose request it is, and in which Region. */
export interface Caller {
  readonly account: AccountId
  readonly region: string
}

/** The name under which an account is held in a Region. */
export const keyOf = ({ account, region }: Caller): string => `${account} ${region}`
