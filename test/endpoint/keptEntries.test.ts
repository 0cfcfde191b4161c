/** What an endpoint cannot have kept is refused, with the name of the entry. */
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { rememberingEndpoint } from '../../src/endpoint/inProcess.js'
import { created, memory, started } from './memory.js'

const id = '111122223333 us-east-1'

const refused = (change: (entries: Map<string, unknown>) => void) => {
  const { taken, texts } = memory()
  created(started(taken()))
  expect([...texts.keys()]).toEqual(['settings', `account ${id}`, `store ${id} 0`])
  const entries = new Map(taken().entries)
  change(entries)
  const made = rememberingEndpoint({}, { entries, keep: () => undefined })
  expect(JSON.stringify(made)).not.toContain('aGVsbG8=')
  return E.isLeft(made) && made.left.map((one) => one.path)
}

it.each([
  ['a short secret', { secret: 'aGVsbG8=' }, 'settings.secret'],
  ['a clock that is none', { ahead: null }, 'settings.ahead'],
  ['a failure that is none', { failures: [{ error: 'toString' }] }, 'settings.failures.0.error'],
  ['an unknown member', { later: 1 }, 'settings.later']
])('%s is refused', (_, change, path) => {
  expect(
    refused((entries) => entries.set('settings', { ...(entries.get('settings') as object), ...change }))
  ).toEqual([path])
})

it.each<readonly [string, (entries: Map<string, unknown>) => void, string]>([
  ['no settings', (entries) => entries.delete('settings'), `account ${id}`],
  ['a store of no account', (entries) => entries.delete(`account ${id}`), `account ${id}`],
  ['an account without its store', (entries) => entries.delete(`store ${id} 0`), `account ${id}`],
  ['a store without its members', (entries) => entries.set(`store ${id} 3`, []), `store ${id} 3`],
  ['a store without a place', (entries) => entries.set(`store ${id}`, {}), `store ${id}`],
  ['two stores at one place', (entries) => entries.set(`store ${id} 00`, {}), `store ${id} 00`],
  ['an entry of no kind', (entries) => entries.set(`stores ${id} 1`, {}), `stores ${id} 1`],
  [
    'an account under the name of another',
    (entries) => {
      for (const name of [`account ${id}`, `store ${id} 0`]) {
        entries.set(name.replace('3333', '4444'), entries.get(name))
        entries.delete(name)
      }
    },
    `account ${id.replace('3333', '4444')}`
  ]
])('%s is refused', (_, change, path) => {
  expect(refused(change)).toEqual([path])
})
