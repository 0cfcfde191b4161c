import type { Kind } from '../../possible/examples.js'
import { clusterFacts } from './clusterFacts.js'
import type { Fact, FactGroup } from './Fact.js'
import { proxyFacts } from './proxyFacts.js'
import { serviceFacts } from './serviceFacts.js'

/** The facts behind each kind of store. */
export const factGroups: Readonly<Record<Kind, ReadonlyArray<FactGroup>>> = {
  AWS_CLOUDHSM: clusterFacts,
  PUBLIC_ENDPOINT: proxyFacts,
  VPC_ENDPOINT_SERVICE: [...serviceFacts, ...proxyFacts]
}

/** What a fact is about, in words. */
export const subjectOf = (fact: Fact): string =>
  Object.values(factGroups)
    .flat()
    .filter(({ facts }) => facts.includes(fact))
    .map(({ title }) => title)
    .slice(0, 1)
    .join('')

/** A fact behind a kind of store by its id. */
export const factNamed = (kind: Kind, id: string): Fact | undefined =>
  factGroups[kind].flatMap(({ facts }) => facts).find((fact) => fact.id === id)
