import type { Vector } from '../../vectors/index.js'

/** What can be told an endpoint that has a control interface; each rejects if it is not done. */
export interface Control {
  /**
   * Begins anew with an account at a time, in seconds, and nothing that ends by itself. Without a list of the
   * infrastructure everything that is named exists.
   */
  readonly begin: (
    world: Pick<Vector['params'], 'account'> & Partial<Vector['params']> & { readonly now: number }
  ) => Promise<void>
  /** Leaves nothing behind. */
  readonly end: () => Promise<void>
  /** Asks for something else under its path: `POST settle`. */
  readonly tell: (method: 'POST' | 'PATCH', path: string, body: object) => Promise<void>
}
