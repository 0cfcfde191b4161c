import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Account } from '../model/Account.js'
import * as keys from '../account/keys.js'
import type { Answered } from '../account/operations.js'
import type { Exception } from '../exceptions/Exception.js'
import type { Service } from '../model/BackingKeyStore.js'
import type { KeyMetadata } from '../model/KeyMetadata.js'
import type { KeyIdRequest } from '../model/requests/KeyIdRequest.js'
import { kmsAnswers } from '../operations/kmsAnswers.js'

/** What AWS shows of a key, unless KMS itself fails. @see API_DescribeKey */
export const describeKey =
  (given: Service) =>
  (request: KeyIdRequest) =>
  (
    account: Account
  ): Answered<
    Exception<'DependencyTimeoutException' | 'KMSInternalException' | 'NotFoundException'>,
    { readonly KeyMetadata: KeyMetadata }
  > =>
    pipe(
      keys.describeKey(request)(account),
      E.chainFirstW(() => kmsAnswers(given))
    )
