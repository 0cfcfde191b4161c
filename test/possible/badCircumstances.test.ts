/** Everything that no request shows goes wrong in some of the bad circumstances. */
import { expect, it } from 'vitest'
import { connectionStates, customKeyStoreTypes, decode, operationNames } from '../../src/index.js'
import { operationsByName } from '../../src/operations/index.js'
import { exampleAccounts } from '../../src/possible/exampleAccounts.js'
import { exampleRequest } from '../../src/possible/exampleRequests.js'
import { everyKind, storeId } from '../../src/possible/examples.js'
import { explainedAtWorst, isReason } from '../../src/possible/refused.js'

const accounts = customKeyStoreTypes.flatMap((type) =>
  connectionStates.flatMap((state) => exampleAccounts(type, state, true))
)

const toAnotherCluster = { CustomKeyStoreId: storeId, CloudHsmClusterId: 'cluster-otherothero' }

it.each(operationNames)('breaks every rule of %s that something outside decides', (name) => {
  const operation = operationsByName['exception-text-2022'][name]
  const outside = operation.parts
    .flatMap(({ rules }) => rules)
    .filter((rule) => rule.outside !== undefined)
    .map((rule) => rule.name)
  const examples = everyKind.map((kind) => exampleRequest(name, kind))
  const requests = name === 'UpdateCustomKeyStore' ? [...examples, toAnotherCluster] : examples
  const broken = requests.flatMap((request) => {
    const read = decode(operation.request)(request)
    return read._tag === 'Left'
      ? []
      : accounts.flatMap((account) =>
          explainedAtWorst(operation, read.right, account).flatMap(({ rules }) =>
            rules.filter(isReason).map(({ rule }) => rule)
          )
        )
  })
  expect(outside.filter((rule) => !broken.includes(rule))).toEqual([])
})
