import { xksKeyId, type Kind } from '../../possible/examples.js'
import { externalKeyWith, type JsonMembers } from '../background.js'
import { enabledKey } from '../../possible/exampleKeys.js'
import { caseWith, type Case } from './Case.js'

const key = (kind: Kind, id: string, says: string, request: JsonMembers, rest?: Partial<Case>): Case =>
  caseWith('CreateKey', kind, id, says, request, rest)

const withExternalKey = (change: JsonMembers) => ({ infrastructure: externalKeyWith(change) })

export const keyCases: ReadonlyArray<Case> = [
  key('AWS_CLOUDHSM', 'spec', 'the key spec is not symmetric', { KeySpec: 'RSA_2048' }),
  key('AWS_CLOUDHSM', 'usage', 'the key usage is another one', { KeyUsage: 'GENERATE_VERIFY_MAC' }),
  key('AWS_CLOUDHSM', 'multi-region', 'the key is a multi-Region key', { MultiRegion: true }),
  key('AWS_CLOUDHSM', 'origin', 'the origin is the other type of store', {
    Origin: 'EXTERNAL_KEY_STORE',
    XksKeyId: xksKeyId
  }),
  key('AWS_CLOUDHSM', 'policy', 'the policy is not a JSON object', { Policy: 'allow everything' }),
  key('AWS_CLOUDHSM', 'arn', 'an ARN in the policy is not valid', {
    Policy: '{"Statement":[{"Principal":{"AWS":"arn:aws"}}]}'
  }),
  key('AWS_CLOUDHSM', 'tag', 'a tag key is reserved', { Tags: [{ TagKey: 'aws:x', TagValue: '' }] }),
  key('PUBLIC_ENDPOINT', 'no-external-key', 'the external key is not named', { XksKeyId: null }),
  key(
    'PUBLIC_ENDPOINT',
    'external-key-in-use',
    'another key of the store stands for the external key',
    {},
    {
      keys: [enabledKey('PUBLIC_ENDPOINT')]
    }
  ),
  key(
    'PUBLIC_ENDPOINT',
    'external-key-spec',
    'the external key is not AES-256',
    {},
    withExternalKey({ keySpec: 'RSA' })
  ),
  key(
    'PUBLIC_ENDPOINT',
    'external-key-disabled',
    'the external key is disabled',
    {},
    withExternalKey({ keyStatus: 'DISABLED' })
  ),
  key(
    'PUBLIC_ENDPOINT',
    'external-key-usage',
    'the external key cannot decrypt',
    {},
    withExternalKey({ keyUsage: ['ENCRYPT'] })
  )
]
