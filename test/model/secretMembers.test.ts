/** The members of answers that hold a secret are those that AWS's own client for JavaScript marks as such. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { secretMembers } from '../../src/model/responses/secretMembers.js'

const client = join(createRequire(import.meta.url).resolve('@aws-sdk/client-kms/package.json'), '..')
const schemas = readFileSync(join(client, 'dist-es/schemas/schemas_0.js'), 'utf8')

/** Each response: the variables that hold the names of its members, and their types. */
const responses = [...schemas.matchAll(/Response\$ = \[3, n0, \w+,\s*0,\s*\[([^\]]*)\],\s*\[(.*)\]/g)].map(
  ([, names = '', types = '']) => ({
    names: names.split(', '),
    types: types.replaceAll(/\[([^\],]*)[^\]]*\]/g, '$1').split(', ')
  })
)

const nameIn = (variable: string): string | undefined =>
  new RegExp(`const ${variable} = "(\\w+)"`).exec(schemas)?.[1]

it('are marked so by the client', () => {
  const marked = responses.flatMap(({ names, types }) =>
    names.filter((_, i) => types[i]?.includes('PlaintextType') === true).map(nameIn)
  )
  expect(responses.length).toBeGreaterThan(30)
  expect(marked.length).toBeGreaterThan(4)
  // The key with which material is wrapped that is imported has the type of a plaintext there, and is public.
  expect(new Set(marked)).toEqual(new Set([...secretMembers, 'PublicKey']))
})
