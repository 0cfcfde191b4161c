/** The pages that comments cite become links, in the declarations of the build and in docs/api. */
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { sources } from '../../src/index.js'

const { withLinks } = (await import(resolve('.config/links.js'))) as {
  readonly withLinks: (text: string, of: object) => string
}

const { url } = sources.API_CreateKey

it('a page becomes a link, at the end of a comment and on a line of its own', () => {
  expect(withLinks('/** Makes a key. @see API_CreateKey */', sources)).toBe(
    `/** Makes a key. @see {@link ${url} | API_CreateKey} */`
  )
  expect(withLinks('/**\n * @see key-state\n * @see API_CreateKey\n */', sources)).toBe(
    `/**\n * @see {@link ${sources['key-state'].url} | key-state}\n * @see {@link ${url} | API_CreateKey}\n */`
  )
})

it('what is no page stays as it is', () => {
  const texts = [
    '@see https://docs.aws.amazon.com/',
    '@see API_Unknown',
    '@see API_CreateKeyring',
    'see API_CreateKey'
  ]
  expect(texts.map((text) => withLinks(text, sources))).toEqual(texts)
  const once = withLinks('@see API_CreateKey', sources)
  expect(withLinks(once, sources)).toBe(once)
})
