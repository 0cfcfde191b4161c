/** The documents say what the model does. `npm run docs` makes them again; read the difference before it is committed. */
import { expect, it } from 'vitest'
import {
  assumptionsDocument,
  connectionStatesDocument,
  factsDocument,
  healthyFactsJson,
  rulesDocument,
  statesTable
} from '../../src/documents/index.js'

const documents = {
  'assumptions.md': assumptionsDocument,
  'connection-states.md': connectionStatesDocument,
  'facts.md': factsDocument,
  'facts/healthy.json': healthyFactsJson,
  'rules.md': rulesDocument,
  'states.json': () => `${JSON.stringify(statesTable(), null, 2)}\n`
}

it.each(Object.entries(documents))('docs/%s is up to date', async (name, make) => {
  await expect(make()).toMatchFileSnapshot(`../../docs/${name}`)
})
