/** docs/conform.md: what it tells is so. */
import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { readStoreProperties } from '../../src/conform/drive/storeProperties.js'
import { listening, madeUp, ownEndpoint, reportOn } from './world.js'
import { endpointWith } from '../endpoint/world.js'

const page = readFileSync('docs/conform.md', 'utf8')
const block = (language: string, containing: string): string =>
  [...page.matchAll(/```(\w*)\n([\s\S]*?)```/g)].find(
    ([, name, text]) => name === language && text?.includes(containing)
  )?.[2] ?? ''

it('its stores can be read, and with its request to the endpoint FAILED is reached for both types', async () => {
  const storeProperties = readStoreProperties(JSON.parse(block('json', 'faulty')))
  if (E.isLeft(storeProperties)) throw new Error(storeProperties.left)
  const change = /-d '(.*)'/.exec(block('sh', 'PATCH'))?.[1] ?? ''
  const kms = endpointWith({})
  const { url, close } = await listening(kms)
  const answer = await fetch(new URL('/_control/infrastructure', url), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: change
  })
  await close()
  expect(answer.status).toBe(200)

  const report = await reportOn(kms, { storeProperties: storeProperties.right })
  expect(report.faults).toEqual([])
  const unreached = report.checks.filter(({ outcome }) => outcome.is === 'not reached')
  expect(new Set(unreached.map(({ state, id }) => state ?? id))).toEqual(
    new Set(['CONNECTING', 'DISCONNECTING', 'AWS_CLOUDHSM/name-in-use/update'])
  )
  const failed = report.checks.filter(({ state }) => state === 'FAILED')
  expect(failed.length).toBeGreaterThan(15)
  expect(failed.filter(({ outcome }) => outcome.is !== 'as documented')).toEqual([])
})

it('leaves one store of each kind, with keys that are pending deletion', async () => {
  const kms = ownEndpoint({})
  const report = await reportOn(kms, { storeProperties: madeUp, runs: 3 })
  const account = kms.accounts().find(({ AccountId }) => AccountId === '111122223333')
  expect(account?.stores.map(({ CustomKeyStoreId }) => CustomKeyStoreId)).toEqual(report.left.stores)
  const kinds = account?.stores.map((store) =>
    store.CustomKeyStoreType === 'AWS_CLOUDHSM'
      ? store.CustomKeyStoreType
      : store.XksProxyConfiguration.Connectivity
  )
  expect(kinds?.sort()).toEqual(['AWS_CLOUDHSM', 'PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'])
  expect(account?.keys.filter((key) => !('DeletionDate' in key))).toEqual([])
  expect(account?.aliases ?? []).toEqual([])
})
