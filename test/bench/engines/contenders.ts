/** Engines of rules, each as its page uses it. What is not installed is left out. */
import { createRequire } from 'node:module'
import { isRight } from 'fp-ts/lib/Either.js'
import { delete as deleteStore } from '../../../src/index.js'
import { keys, stores } from '../stores.js'
import type { Decide } from './deletion.js'

const load = createRequire(import.meta.url)

const library = (): Decide => {
  const inState = Object.fromEntries(
    stores
      .filter(({ CustomKeyStoreType }) => CustomKeyStoreType === 'AWS_CLOUDHSM')
      .map((store) => [store.ConnectionState, store])
  )
  return ({ state, keys: count }) => isRight(deleteStore({ keys: keys.slice(0, count) })(inState[state]!))
}

const jsonRulesEngine = (): Decide => {
  const { Engine } = load('json-rules-engine')
  const engine = new Engine([
    {
      conditions: {
        all: [
          { fact: 'state', operator: 'equal', value: 'DISCONNECTED' },
          { fact: 'keys', operator: 'equal', value: 0 }
        ]
      },
      event: { type: 'allowed' }
    }
  ])
  return async (deletion) => (await engine.run(deletion)).events.length > 0
}

const zenEngine = (): Decide => {
  const { ZenEngine } = load('@gorules/zen-engine')
  const node = (id: string, type: string, content: object = {}) => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    content
  })
  const decision = new ZenEngine().createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      node('in', 'inputNode'),
      node('rule', 'expressionNode', {
        expressions: [{ id: '1', key: 'allowed', value: "state == 'DISCONNECTED' and keys == 0" }]
      }),
      node('out', 'outputNode')
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rule' },
      { id: 'b', type: 'edge', sourceId: 'rule', targetId: 'out' }
    ]
  })
  return async (deletion) => (await decision.evaluate(deletion)).result.allowed === true
}

const cedar = (): Decide => {
  const { isAuthorized, preparsePolicySet, statefulIsAuthorized } = load('@cedar-policy/cedar-wasm/nodejs')
  const policies = {
    staticPolicies:
      'permit(principal, action, resource) when { context.state == "DISCONNECTED" && context.keys == 0 };'
  }
  const prepared = preparsePolicySet?.('deletion', policies)?.type === 'success'
  const entity = (type: string) => ({ type, id: '1' })
  const call = (context: object) => ({
    principal: entity('User'),
    action: entity('Action'),
    resource: entity('Store'),
    context,
    entities: []
  })
  return (deletion) => {
    const context = { ...deletion }
    const answer = prepared
      ? statefulIsAuthorized({ ...call(context), preparsedPolicySetId: 'deletion' })
      : isAuthorized({ ...call(context), policies })
    return answer.response.decision === 'allow'
  }
}

/** What makes each contender ready to decide. */
export const engines: Readonly<Record<string, () => Decide>> = {
  library,
  'json-rules-engine': jsonRulesEngine,
  'zen-engine': zenEngine,
  'cedar-wasm': cedar
}
