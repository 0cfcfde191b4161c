import type { WithFailure } from '../model/BackingKeyStore.js'
import { claim } from '../Claim.js'

/** KMS itself has not failed. */
export const kmsSucceeds = claim<WithFailure>({
  name: 'kmsSucceeds',
  says: 'AWS KMS must not fail internally.',
  source: 'API_ConnectCustomKeyStore',
  onEachPage: true,
  outside: 'AWS KMS',
  holds: ({ failure }) => failure !== 'KMSInternalException'
})

/** The systems on which KMS depends have answered in time. */
export const dependenciesAnswerInTime = claim<WithFailure>({
  name: 'dependenciesAnswerInTime',
  says: 'The systems on which AWS KMS depends must answer in time.',
  source: 'API_CreateKey',
  onEachPage: true,
  outside: 'AWS KMS',
  holds: ({ failure }) => failure !== 'DependencyTimeoutException'
})

/** The key is at hand. */
export const keyIsAtHand = claim<WithFailure>({
  name: 'keyIsAtHand',
  says: 'The KMS key must be available to AWS KMS.',
  source: 'service-model',
  onEachPage: true,
  outside: 'AWS KMS',
  holds: ({ failure }) => failure !== 'KeyUnavailableException'
})
