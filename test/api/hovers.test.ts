/** What an editor shows of an export can be read at a glance: it is short, and its parameters have names. */
import { expect, it } from 'vitest'
import { exports } from './exports.js'

/** A type of many names is cut off by the editor at about this length. */
const longest = 650

const shown = exports.flatMap(({ entry, name, hovers }) =>
  hovers.map((hover) => ({ what: `${entry.name} ${name}`, hover }))
)

it('every export hovers short', () => {
  expect(shown.length).toBeGreaterThan(400)
  expect(
    shown.filter(({ hover }) => hover.length > longest).map(({ what, hover }) => [what, hover.length])
  ).toEqual([])
})

it('no parameter is shown as what is taken out of it', () => {
  expect(
    shown.filter(({ hover }) => /[(,] ?\{[^{}:]*\}\??:|[(,] ?\{ \w+: \{/.test(hover)).map(({ what }) => what)
  ).toEqual([])
})
