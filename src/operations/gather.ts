import type { Asked } from './Stage.js'

/**
 * What a user gathers facts from: the circumstances, and with them the account, for an operation that looks into it. `In`:
 * that account; unknown for an operation whose facts can be gathered without one.
 */
export type From<Given, In> = unknown extends In ? Given : Given & { readonly account: In }

/** The same function where there is always an account: what takes anything takes one too. */
export const inAccount = <Given, Request, Found, In, Facts>(
  facts: (asked: Asked<Given, Request, Found, In>) => Facts
): ((asked: Asked<Given, Request, Found>) => Facts) =>
  facts as unknown as (asked: Asked<Given, Request, Found>) => Facts

/** The facts that an operation finds in what was asked, as a user gathers them. */
export const gathered = <Given, Request, Found, In, Facts>(
  facts: (asked: Asked<Given, Request, Found, In>) => Facts,
  from: From<Given, In>,
  request: Request,
  found: Found
): Facts => {
  const { account } = from as { readonly account: In }
  return facts({ given: from, account, request, found })
}
