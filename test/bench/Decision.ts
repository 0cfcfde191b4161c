import type {
  ConnectFacts,
  CreateCustomKeyStoreRequest,
  CreateFacts,
  CreateKeyFacts,
  CreateKeyRequest,
  CustomKeyStore,
  DeleteFacts,
  WithFailure,
  UpdateCustomKeyStoreRequest,
  UpdateFacts
} from '../../src/index.js'

interface OnStore<Operation extends string, Facts> {
  readonly type: Operation
  readonly facts: Facts
  readonly store: CustomKeyStore
}

/** One operation with everything that decides it. `type`, and not `operation`, so that XState can take it for an event. */
export type Decision =
  | {
      readonly type: 'CreateCustomKeyStore'
      readonly facts: CreateFacts
      readonly request: CreateCustomKeyStoreRequest
    }
  | OnStore<'ConnectCustomKeyStore', ConnectFacts>
  | OnStore<'DisconnectCustomKeyStore', WithFailure>
  | (OnStore<'UpdateCustomKeyStore', UpdateFacts> & { readonly request: UpdateCustomKeyStoreRequest })
  | OnStore<'DeleteCustomKeyStore', DeleteFacts>
  | (OnStore<'CreateKey', CreateKeyFacts> & { readonly request: CreateKeyRequest })
  | OnStore<'GenerateRandom', WithFailure>

export type DecisionOf<Operation extends Decision['type']> = Extract<Decision, { readonly type: Operation }>
