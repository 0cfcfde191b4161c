import type { AccountId } from '../model/identifiers.js'

/** Who makes a request, for which account and in which Region. */
export interface Caller {
  readonly account: AccountId
  /** The ARN of the user that signs the request. */
  readonly principal: string
  readonly region: string
}

/** The name under which an account is held in a Region. */
export const keyOf = ({ account, region }: Pick<Caller, 'account' | 'region'>): string =>
  `${account} ${region}`
