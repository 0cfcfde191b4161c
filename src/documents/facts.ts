import { CloudHsmCluster } from '../model/CloudHsmCluster.js'
import { VpcEndpointService } from '../model/VpcEndpointService.js'
import { XksProxy } from '../model/XksProxy.js'
import { healthyFacts } from './facts/healthy.js'
import { clusterRows } from './facts/clusterRows.js'
import { proxyRows, serviceRows } from './facts/externalRows.js'
import { factsTable, failuresTable } from './facts/table.js'
import { assumption, document } from './markdown.js'

const json = (value: object): ReadonlyArray<string> => ['```json', JSON.stringify(value, null, 2), '```']

/**
 * Every member of the facts about what stands behind stores.
 *
 * @example
 * documents.factsDocument().split('\n')[0] //=> '# Facts'
 */
export const factsDocument = (): string =>
  document(
    'Facts',
    'What stands behind custom key stores, as facts: every member, its type, its value where nothing is wrong, and what one',
    'fault of it leads to, under the default edition. A fault is given as a change of a healthy entry, in the form of',
    '`withInfrastructureChange`, of a step `facts` of a [history](stories/README.md), and of `PATCH /_control/infrastructure` of the',
    '[endpoint](endpoint.md): name the entry, and the members that are others than healthy. A name that is none of these is',
    'refused with those that there are.',
    '',
    'What a fault leads to is found out by asking every operation, with a request that names what the store has, while',
    'everything else is in order. After the exception or the code stands the rule; each operation links to where',
    '[rules.md](rules.md) has it. *Connection* means that a store that is CONNECTING becomes FAILED with that',
    'ConnectionErrorCode. *Use of a key* are Encrypt, Decrypt, ReEncrypt and GenerateDataKey with and without plaintext. Where',
    `a fault breaks several rules, the first answers, in an order that is assumed (${assumption('A1')}).`,
    '',
    'Entries without a fault are in [facts/healthy.json](facts/healthy.json), which the package exports as',
    '`kms-custom-key-store/facts/healthy.json`; in TypeScript `healthyCluster`, `healthyProxy` and',
    '`healthyVpcEndpointService` make them.',
    '',
    '- [AWS CloudHSM clusters](#aws-cloudhsm-clusters)',
    '- [External key store proxies](#external-key-store-proxies)',
    '- [VPC endpoint services](#vpc-endpoint-services)',
    '- [AWS KMS itself](#aws-kms-itself)',
    '',
    '## AWS CloudHSM clusters',
    '',
    'In `clusters`, each named by `clusterId`.',
    '',
    ...factsTable('clusters', CloudHsmCluster, healthyFacts.cluster, clusterRows),
    '',
    ...json(healthyFacts.cluster),
    '',
    '## External key store proxies',
    '',
    'In `proxies`, each named by `uriEndpoint` and `uriPath`.',
    '',
    ...factsTable('proxies', XksProxy, healthyFacts.proxy, proxyRows),
    '',
    ...json(healthyFacts.proxy),
    '',
    'An external key that a KMS key can stand for:',
    '',
    ...json(healthyFacts.externalKey),
    '',
    '## VPC endpoint services',
    '',
    'In `vpcEndpointServices`, each named by `serviceName`.',
    '',
    ...factsTable('vpcEndpointServices', VpcEndpointService, healthyFacts.vpcEndpointService, serviceRows),
    '',
    ...json(healthyFacts.vpcEndpointService),
    '',
    '## AWS KMS itself',
    '',
    '`failure`, among the circumstances, is absent where nothing is wrong.',
    '',
    ...failuresTable()
  )
