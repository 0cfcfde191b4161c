/**
 * The public exports. None is without a comment, and what comments repeat of tables is what the tables have; an editor shows each at
 * a glance; docs/api has a page for each entry, and leads outside only to the pages that comments cite. In one file, since the
 * compiler reads all of the source for it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { stateOperationNames } from '../../src/questions/stateAfter.js'
import { refusedNames } from '../refusedInStores.js'
import { entries, exports, type Exported } from './exports.js'

const named = ({ entry, name }: Exported): string => `${entry.name} ${name}`

it('every export has a comment, and every value an example', () => {
  expect(exports.length).toBeGreaterThan(400)
  expect(exports.filter(({ text }) => text.trim() === '').map(named)).toEqual([])
  expect(exports.filter(({ isValue, examples }) => isValue && examples.length === 0).map(named)).toEqual([])
})

it('no comment repeats the name of what it is on', () => {
  const words = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]|\b(?:the|an?|of)\b/g, '')
  expect(exports.filter(({ name, text }) => words(text) === words(name)).map(named)).toEqual([])
})

it('every page that a comment cites is one of the sources', () => {
  const cited = exports.flatMap(({ see }) => see.map((text) => text.split(' ')[0] ?? ''))
  expect(cited.length).toBeGreaterThan(100)
  expect(cited.filter((page) => !(page in cks.sources) && !page.startsWith('https://'))).toEqual([])
})

/** What a comment says after such words, up to the full stop. */
const listIn = (text: string, words: string): ReadonlyArray<string> | undefined =>
  new RegExp(`${words}: ([^.]*)\\.`).exec(text)?.[1]?.split(/,\s+/)

const storeStates = (operation: string): ReadonlyArray<string> | undefined => {
  const known = stateOperationNames.find((name) => name === operation)
  return known && cks.connectionStates.filter((state) => E.isRight(cks.stateAfter(known)(state)))
}

const isOfKeyState = ({ concerns }: cks.Rule<never>): boolean =>
  concerns?.kind === 'KMS key' && concerns.because === 'state'

const connected = { ConnectionState: 'CONNECTED' }

/** A key in each state, as far as rules about that state look at it. */
const keysInStates: Readonly<Record<cks.KeyState, object>> = {
  Enabled: { store: connected, key: { enabled: true } },
  Disabled: { store: connected, key: { enabled: false } },
  Unavailable: { store: { ConnectionState: 'DISCONNECTED' }, key: { enabled: true } },
  PendingDeletion: { store: connected, key: { enabled: false, DeletionDate: 1 } }
}

/** The states that its rules ask of a key; none where it has no such rule, or where no key is ever allowed it. */
const keyStatesOf = ({ parts }: cks.AnyOperation): ReadonlyArray<string> | undefined => {
  const rules = parts.flatMap((part) => part.rules).filter(isOfKeyState)
  return rules.length === 0
    ? undefined
    : Object.entries(keysInStates).flatMap(([state, key]) =>
        rules.every(({ holds }) => holds(key as never)) ? [state] : []
      )
}

const all: Readonly<Record<string, object>> = { ...cks.under(cks.defaultEdition) }
const operations = Object.entries(all).flatMap(([name, value]) =>
  'operation' in value ? [{ name, is: value as cks.AnyOperation }] : []
)

describe.each(operations)('the comment of $name', ({ name, is }) => {
  const { text = '' } =
    exports.find((exported) => exported.entry.name === '.' && exported.name === name) ?? {}

  it('names the states in which it is valid', () => {
    expect(listIn(text, 'Store states')).toEqual(storeStates(is.operation))
    expect(listIn(text, 'Key states')).toEqual(
      text.startsWith('Always refused') ? undefined : keyStatesOf(is)
    )
  })

  it('names the exceptions of its rules', () => {
    const names = is.parts.flatMap(({ rules }) => rules.map(({ otherwise }) => otherwise))
    expect(listIn(text, 'Refused with')).toEqual([...new Set(names)])
  })

  it('says that it is always refused if it is', () => {
    const { operation } = is
    expect(text.startsWith('Always refused')).toBe(
      (refusedNames as ReadonlyArray<string>).includes(operation)
    )
  })
})

describe('what an editor shows', () => {
  /** A type of many names is cut off by the editor at about this length. */
  const longest = 650

  const shown = exports.flatMap(({ entry, name, hovers }) =>
    hovers().map((hover) => ({ what: `${entry.name} ${name}`, hover }))
  )

  it('every export hovers short', () => {
    expect(shown.length).toBeGreaterThan(400)
    expect(
      shown.filter(({ hover }) => hover.length > longest).map(({ what, hover }) => [what, hover.length])
    ).toEqual([])
  })

  it('no parameter is shown as what is taken out of it', () => {
    expect(
      shown
        .filter(({ hover }) => /[(,] ?\{[^{}:]*\}\??:|[(,] ?\{ \w+: \{/.test(hover))
        .map(({ what }) => what)
    ).toEqual([])
  })
})

describe('docs/api', () => {
  const folder = 'docs/api'
  const pages = new Map(
    readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const)
  )

  const linksOf = (page: string): ReadonlyArray<string> =>
    Array.from(page.matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link)

  it('there is a page for each entry of the package, and an index', () => {
    const names = entries.map(({ name }) => (name === '.' ? 'kms-custom-key-store' : name.slice(2)))
    expect([...pages.keys()].sort()).toEqual(['README.md', ...names.map((name) => `${name}.md`)].sort())
  })

  it('links outside lead to the pages that comments cite', () => {
    const outside = [...pages.values()].flatMap(linksOf).filter((link) => link.startsWith('https://'))
    expect(outside.length).toBeGreaterThan(100)
    const cited = new Set([
      ...Object.values(cks.sources).map(({ url }) => url),
      ...exports.flatMap(({ see }) => see)
    ])
    expect(outside.filter((link) => !cited.has(link))).toEqual([])
  })
})
