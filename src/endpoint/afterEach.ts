import type { Endpoint } from './Endpoint.js'

/** The same endpoint, which does something more after each of its functions and before it returns what came of it. */
export const afterEach =
  (then: () => void) =>
  (endpoint: Endpoint): Endpoint => {
    const followed =
      <A extends ReadonlyArray<unknown>, B>(run: (...args: A) => B) =>
      (...args: A): B => {
        const came = run(...args)
        then()
        return came
      }
    return {
      answer: followed(endpoint.answer),
      accounts: followed(endpoint.accounts),
      infrastructure: endpoint.infrastructure,
      requests: endpoint.requests,
      changeInfrastructure: followed(endpoint.changeInfrastructure),
      settle: followed(endpoint.settle),
      report: followed(endpoint.report),
      fail: followed(endpoint.fail),
      recover: followed(endpoint.recover),
      changeQuotas: followed(endpoint.changeQuotas),
      advance: followed(endpoint.advance),
      begin: followed(endpoint.begin),
      reset: followed(endpoint.reset)
    }
  }
