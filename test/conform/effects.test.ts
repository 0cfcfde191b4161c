/** Which operations leave everything as it was, by hand. */
import { expect, it } from 'vitest'
import { changesNothing } from '../../src/conform/effects.js'
import { operationNames } from '../../src/operations/index.js'

it('those that show, list or use something change nothing; of those that no key here allows, nothing is said', () => {
  expect(operationNames.filter(changesNothing).sort()).toEqual([
    'Decrypt',
    'DescribeCustomKeyStores',
    'DescribeKey',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'GenerateRandom',
    'GetKeyPolicy',
    'ListAliases',
    'ListGrants',
    'ListKeyPolicies',
    'ListKeys',
    'ListResourceTags',
    'ListRetirableGrants',
    'ReEncrypt'
  ])
})
