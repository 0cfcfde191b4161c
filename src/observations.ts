/** Something that somebody has seen at AWS. It documents nothing: what AWS leaves open stays open. */
export interface Observation {
  /** The observation as one sentence. */
  readonly says: string
  /** Who has written it down, with the address where there is one. */
  readonly where: string
  readonly url?: string
  /** A date, a month, or the years in which the reports were written. */
  readonly when: string
}

const reports = { where: 'public reports of users', when: '2020 to 2026' } as const

const table = {
  disconnectingAfterFailure: {
    says: 'A FAILED store was DISCONNECTING for about five minutes after DisconnectCustomKeyStore.',
    ...reports
  },
  connectionTakesTwentyMinutes: {
    says: 'An AWS CloudHSM key store was CONNECTING for about 20 minutes, and then CONNECTED, or FAILED with USER_NOT_FOUND.',
    ...reports
  },
  kmsuserIsMissingOnOneHsm: {
    says: 'A connection failed with USER_NOT_FOUND where one of two HSMs had no kmsuser.',
    where: 'issue 12 of aws-samples/aws-cloudhsm-cloudformation-template',
    url: 'https://github.com/aws-samples/aws-cloudhsm-cloudformation-template/issues/12',
    when: '2023-05'
  },
  keyPendingDeletionIsInInvalidState: {
    says: 'The use of a key pending deletion was refused with KMSInvalidStateException.',
    where: 'pull request 8423 of localstack/localstack',
    url: 'https://github.com/localstack/localstack/pull/8423',
    when: '2023-06'
  },
  createWithOneHsmIsRefused: {
    says: 'The console refused to create a store for a cluster with one HSM.',
    ...reports
  },
  namesDifferInCase: {
    says: 'Two stores of an account were given names that differ in case alone.',
    ...reports
  },
  keysPendingDeletionKeepTheStore: {
    says: 'A store with keys pending deletion could not be deleted.',
    ...reports
  },
  proxyTimeOutIsInternal: {
    says: 'A proxy that did not answer in time refused the use of a key with KMSInternalException as well as with KMSInvalidStateException.',
    where: 'pull requests 129 and 171 of kubernetes-sigs/aws-encryption-provider',
    url: 'https://github.com/kubernetes-sigs/aws-encryption-provider/pull/171',
    when: '2025-01 and 2026-05'
  },
  numberOfBytesIsRequired: {
    says: 'GenerateRandom without NumberOfBytes was refused with ValidationException.',
    where: 'pull request 1536 of ministackorg/ministack',
    url: 'https://github.com/ministackorg/ministack/pull/1536',
    when: '2026-08-26'
  },
  limitsAreValidated: {
    says: 'GenerateRandom with a NumberOfBytes beyond its limits was refused with ValidationException, which no operation lists.',
    where: 'pull request 1536 of ministackorg/ministack',
    url: 'https://github.com/ministackorg/ministack/pull/1536',
    when: '2026-08-26'
  }
} as const satisfies Record<string, Observation>

type Observations = Pick<typeof table, keyof typeof table>

/**
 * Everything that is known to have been seen at AWS, by its name.
 *
 * @example
 * cks.observations.connectionTakesTwentyMinutes.when //=> '2020 to 2026'
 */
export const observations: Observations = table

/** The name of something that was seen at AWS. */
export type ObservationName = Extract<keyof typeof observations, string>
