import type * as E from 'fp-ts/lib/Either.js'
import {
  connect,
  create,
  createKey,
  delete as deleteStore,
  disconnect,
  generateRandom,
  update,
  type CustomKeyStore,
  type Exception,
  type KmsKey,
  type ValidationException
} from '../../src/index.js'
import type { Decision } from './Decision.js'

/** What a decision comes to: refused, or the store or the key that follows. */
export type Verdict = E.Either<Exception | ValidationException, CustomKeyStore | KmsKey>

/** Decides by the operations of this library. */
export const decideByLibrary = (decision: Decision): Verdict => {
  switch (decision.type) {
    case 'CreateCustomKeyStore':
      return create(decision.facts)(decision.request)
    case 'ConnectCustomKeyStore':
      return connect(decision.facts)(decision.store)
    case 'DisconnectCustomKeyStore':
      return disconnect(decision.facts)(decision.store)
    case 'UpdateCustomKeyStore':
      return update(decision.facts)(decision.request)(decision.store)
    case 'DeleteCustomKeyStore':
      return deleteStore(decision.facts)(decision.store)
    case 'CreateKey':
      return createKey(decision.facts)(decision.request)(decision.store)
    case 'GenerateRandom':
      return generateRandom(decision.facts)(decision.store)
  }
}
