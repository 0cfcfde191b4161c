import * as E from 'fp-ts/lib/Either.js'
import { assumesOpen } from '../../../Evidence.js'
import type { AssumptionNumber } from '../../../leavesOpen.js'
import type { CustomKeyStore } from '../../../model/CustomKeyStore.js'
import { sources } from '../../../sources.js'
import { ruleAddress } from '../../../conform/ruleAddress.js'
import { withoutSecrets } from '../../../conform/secrets.js'
import type { Reply } from '../../carryOut.js'
import { choiceKinds, standingOfChoice } from '../../Choice.js'
import type { Situation } from '../../Situation.js'
import type { Graph, Node } from '../Graph.js'
import type { Deed } from '../Thread.js'
import type { FindingRule, PathStep } from './Finding.js'

/** A store in short: `cks-1 FAILED (INVALID_CREDENTIALS)`. */
const storeText = (store: CustomKeyStore): string =>
  `${store.CustomKeyStoreId} ${store.ConnectionState}${
    store.ConnectionState === 'FAILED' ? ` (${store.ConnectionErrorCode})` : ''
  }`

const storesIn = ({ account: { stores } }: Situation): ReadonlyArray<string> => stores.map(storeText)

/** A list of stores by their states; else whether there is an output. */
const outputText = (output: object): string => {
  const { CustomKeyStores: listed } = output as { readonly CustomKeyStores?: ReadonlyArray<CustomKeyStore> }
  if (listed !== undefined) return listed.length === 0 ? 'no store' : listed.map(storeText).join(', ')
  return 'accepted'
}

const answerText = (reply: Reply): string => (E.isLeft(reply) ? reply.left.name : outputText(reply.right))

const stepOf = ({ state, call, reply, choices, says, error }: Deed, situation: Situation): PathStep => {
  const remark =
    error === undefined || reply !== undefined ? says : `${error.names[0] ?? 'an error'}: ${error.cause}`
  return {
    state,
    ...(call && {
      asks: {
        operation: call.operation,
        input: withoutSecrets(call.input as Readonly<Record<string, unknown>>)
      }
    }),
    ...(reply && { answer: answerText(reply) }),
    choices: choices.map(({ kind, name }) => ({ name, source: choiceKinds[kind].source })),
    ...(remark !== undefined && { says: remark }),
    stores: storesIn(situation)
  }
}

/** The nodes on the shortest way to one, itself the last. */
export const wayTo = ({ nodes }: Graph, number: number): ReadonlyArray<Node> => {
  const way: Array<Node> = []
  for (
    let node = nodes[number];
    node !== undefined;
    node = node.from === undefined ? undefined : nodes[node.from.node]
  ) {
    way.unshift(node)
  }
  return way
}

export const pathTo = (way: ReadonlyArray<Node>): ReadonlyArray<PathStep> =>
  way.flatMap(({ from, situation }) => (from === undefined ? [] : [stepOf(from.deed, situation)]))

/** The rule that refused a request, if it was one. */
export const ruleOf = ({ call, reply }: Deed): FindingRule | undefined => {
  if (call === undefined || reply === undefined || E.isRight(reply)) return undefined
  const { operation } = call
  const { message, source } = reply.left
  if (!('rule' in reply.left) || typeof reply.left.rule !== 'string') return undefined
  const { rule: name } = reply.left
  return {
    operation,
    name,
    says: message,
    source,
    url: sources[source].url,
    address: ruleAddress(operation, name)
  }
}

const assumedIn = ({ choices, reply }: Deed): ReadonlyArray<AssumptionNumber> => [
  ...choices.flatMap((choice) => standingOfChoice(choice).assumes),
  ...(reply !== undefined && E.isLeft(reply) ? assumesOpen('outcome')(reply.left) : [])
]

/** Every assumption without which the way would be another. */
export const assumedOn = (way: ReadonlyArray<Node>): ReadonlyArray<AssumptionNumber> => [
  ...new Set(way.flatMap(({ from }) => (from === undefined ? [] : assumedIn(from.deed))))
]
