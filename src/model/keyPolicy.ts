import type { AccountId } from './identifiers.js'

/** The only name that a key policy can have. @see API_GetKeyPolicy */
export const policyName = 'default'

/** The key policy of a key for which none was given, as JSON: the account may do everything. @see key-policy-default */
export const defaultKeyPolicy = (account: AccountId): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Id: 'key-default-1',
      Statement: [
        {
          Sid: 'Enable IAM User Permissions',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: 'kms:*',
          Resource: '*'
        }
      ]
    },
    null,
    2
  )
