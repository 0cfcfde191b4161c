import type { AssumptionNumber } from '../assumptions.js'
import type { Service } from '../model/BackingKeyStore.js'
import type { CustomKeyStore } from '../model/CustomKeyStore.js'
import type { Operation } from '../model/Operation.js'
import type { CreateCustomKeyStoreRequest } from '../model/requests/CreateCustomKeyStoreRequest.js'
import type { CreateKeyRequest } from '../model/requests/CreateKeyRequest.js'
import type { DescribeCustomKeyStoresRequest } from '../model/requests/DescribeCustomKeyStoresRequest.js'
import type { UpdateCustomKeyStoreRequest } from '../model/requests/UpdateCustomKeyStoreRequest.js'
import { connectRules, type ConnectFacts } from '../operations/connect.js'
import type { CreateFacts } from '../operations/create.js'
import { createCloudHsmKeyRules, givenCloudHsmKey } from '../operations/createCloudHsmKey.js'
import { createCloudHsmKeyStoreRules, givenCloudHsm, twinOf } from '../operations/createCloudHsmKeyStore.js'
import { createExternalKeyRules, givenExternalKey } from '../operations/createExternalKey.js'
import { createExternalKeyStoreRules, givenExternal } from '../operations/createExternalKeyStore.js'
import type { CreateKeyFacts } from '../operations/createKey.js'
import { deleteRules, type DeleteFacts } from '../operations/delete.js'
import { describeRules, givenDescribe } from '../operations/describe.js'
import { disconnectRules } from '../operations/disconnect.js'
import { generateRandomRules } from '../operations/generateRandom.js'
import { givenUpdate, updateRules, type UpdateFacts } from '../operations/update.js'
import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { RefusalName, Rule, Standing, SubjectOf } from '../rules/Rule.js'
import type { Source } from '../sources.js'

/** What there is to say of one rule of an operation in a case. */
export interface Finding {
  readonly rule: string
  /** The rule as a sentence. */
  readonly says: string
  readonly source: Source
  readonly standing: Standing
  /** What is assumed where AWS leaves something open. */
  readonly assumes?: AssumptionNumber
  /** The exception that answers when the rule does not hold. */
  readonly otherwise: RefusalName
  readonly verdict: 'holds' | 'does not hold' | 'does not apply'
}

/** What there is to say of each of a list of rules. */
export const findings = <const Rules extends ReadonlyArray<Rule<never>>>(
  rules: Rules,
  subject: SubjectOf<Rules>
) =>
  (rules as ReadonlyArray<Rule<never>> as ReadonlyArray<Rule<unknown>>).map((rule): Finding => {
    const { name, says, source, standing, assumes, otherwise } = rule
    const verdict = !rule.applies(subject)
      ? 'does not apply'
      : rule.holds(subject)
        ? 'holds'
        : 'does not hold'
    return { rule: name, says, source, standing, ...(assumes && { assumes }), otherwise, verdict }
  })

export type Findings = ReadonlyArray<Finding>

/** For each operation: what it is about, and the facts with what else the request carries. */
const explanations = (edition: EditionName) => ({
  CreateCustomKeyStore: (request: CreateCustomKeyStoreRequest, facts: CreateFacts): Findings => {
    if (request.CustomKeyStoreType === 'EXTERNAL_KEY_STORE') {
      return findings(createExternalKeyStoreRules, givenExternal(facts, request))
    }
    const found = findings(createCloudHsmKeyStoreRules, givenCloudHsm(facts, request))
    return twinOf(request, facts) === undefined
      ? found
      : found.map((finding) => ({ ...finding, verdict: 'does not apply' }))
  },

  DescribeCustomKeyStores: (
    stores: ReadonlyArray<CustomKeyStore>,
    { request, ...facts }: Service & { readonly request: DescribeCustomKeyStoresRequest }
  ): Findings => findings(describeRules, givenDescribe(facts, request, stores)),

  ConnectCustomKeyStore: (store: CustomKeyStore, facts: ConnectFacts): Findings =>
    findings(connectRules(edition), { ...facts, store }),

  DisconnectCustomKeyStore: (store: CustomKeyStore, facts: Service): Findings =>
    findings(disconnectRules(edition), { ...facts, store }),

  UpdateCustomKeyStore: (
    store: CustomKeyStore,
    { request, ...facts }: UpdateFacts & { readonly request: UpdateCustomKeyStoreRequest }
  ): Findings => findings(updateRules(edition), givenUpdate(facts, request, store)),

  DeleteCustomKeyStore: (store: CustomKeyStore, facts: DeleteFacts): Findings =>
    findings(deleteRules(edition), { ...facts, store }),

  CreateKey: (
    store: CustomKeyStore,
    { request, ...facts }: CreateKeyFacts & { readonly request: CreateKeyRequest }
  ): Findings =>
    request.Origin === 'AWS_CLOUDHSM'
      ? findings(createCloudHsmKeyRules(edition), givenCloudHsmKey(facts, request, store))
      : findings(createExternalKeyRules(edition), givenExternalKey(facts, request, store)),

  GenerateRandom: (store: CustomKeyStore, facts: Service): Findings =>
    findings(generateRandomRules(edition), { ...facts, store })
})

type Explanations = ReturnType<typeof explanations>

export const explainUnder =
  (edition: EditionName) =>
  <O extends Operation>(operation: O, ...given: Parameters<Explanations[O]>): Findings =>
    (explanations(edition)[operation] as (...given: Parameters<Explanations[O]>) => Findings)(...given)

/**
 * Every rule of an operation in a given case, in the order in which they are looked at, and not only the first that
 * refuses. The case is a store, or the request of a Create, or the stores of a Describe; and the facts. No rule applies to
 * a Create that answers with the store that it has made before.
 */
export const explain = explainUnder(defaultEdition)
