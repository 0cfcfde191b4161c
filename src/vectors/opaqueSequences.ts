import { exampleRequest } from '../possible/exampleRequests.js'
import { accountId, region } from '../possible/examples.js'
import { grantToken, type GrantId } from '../model/Grant.js'
import { sealed } from '../possible/sealed.js'
import { accountBefore } from '../possible/before.js'
import { elsewhere, goodInfrastructure } from './background.js'
import { byRequests, create, createKey, newKey, request, second, storeWithKey } from './byRequests.js'
import type { Draft } from './make.js'

/** Histories in which a later request brings what only the endpoint can read: a grant token, a ciphertext. */

const firstGrant = '1'.padStart(64, '0') as GrantId
const retire = request('RetireGrant', { GrantToken: grantToken(firstGrant, firstGrant) })

/** It begins with a key, so that a tester needs no store for it alone. */
const grantRetiredTwice: Draft = {
  id: 'sequences/AWS_CLOUDHSM/grant-token',
  documentation: 'A grant is retired by its token once, and then there is none',
  source: 'API_RetireGrant',
  flags: ['Sequence'],
  params: {
    account: accountBefore('CreateGrant', 'AWS_CLOUDHSM'),
    infrastructure: goodInfrastructure.AWS_CLOUDHSM,
    steps: [request('CreateGrant', exampleRequest('CreateGrant', 'AWS_CLOUDHSM')), retire, retire]
  }
}

const secondKey = '00000000-0000-4000-8000-000000000002'

/** Two stores with a key in each. The second is not connected any longer. */
const destinationUnavailable = byRequests(
  'AWS_CLOUDHSM',
  'destination-key-unavailable',
  'A ciphertext is not encrypted again with a key whose store is disconnected',
  'ReEncrypt',
  [
    ...storeWithKey('AWS_CLOUDHSM'),
    create('PUBLIC_ENDPOINT', { CustomKeyStoreName: 'OtherKeyStore', XksProxyUriPath: elsewhere.UriPath }),
    request('ConnectCustomKeyStore', { CustomKeyStoreId: second }),
    { settle: second },
    createKey('PUBLIC_ENDPOINT', { CustomKeyStoreId: second }),
    request('Encrypt', { ...exampleRequest('Encrypt', 'AWS_CLOUDHSM'), KeyId: newKey }),
    request('DisconnectCustomKeyStore', { CustomKeyStoreId: second }),
    { settle: second },
    request('ReEncrypt', {
      CiphertextBlob: sealed(`arn:aws:kms:${region}:${accountId}:key/${newKey}`),
      DestinationKeyId: secondKey
    })
  ]
)

export const opaqueSequences: ReadonlyArray<Draft> = [
  grantRetiredTwice,
  { ...destinationUnavailable, flags: ['Sequence', 'Ciphertext'] }
]
