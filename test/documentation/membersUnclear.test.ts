/**
 * What the pages leave unclear of a member by itself, by hand: besides what is assumed of every text that is too long (A31), and
 * of members that go together.
 */
import { expect, it } from 'vitest'
import type { Statement } from '../../src/Evidence.js'
import { everyRequest } from '../everyRequest.js'

const unclear = (operation: string, { name, assumes, implied, observed }: Statement) => {
  const others = (assumes ?? []).filter((assumption) => assumption !== 'A31')
  if (others.length === 0 && implied !== true && observed === undefined) return []
  return [
    [operation, name, ...others, ...(implied === true ? ['implied'] : []), ...(observed ? [observed] : [])]
  ]
}

it('is assumed, implied or observed of these members, and of no other', () => {
  const found = Object.entries(everyRequest).flatMap(([operation, { members }]) =>
    members
      .flatMap(({ requirement, limit }) => [requirement, limit])
      .flatMap((statement) => (statement === undefined ? [] : unclear(operation, statement)))
  )
  expect(found).toEqual([
    ['CreateKey', 'TagsLimit', 'A57', 'implied'],
    ['GenerateRandom', 'NumberOfBytesIsRequired', 'A32', 'numberOfBytesIsRequired'],
    ['TagResource', 'TagsLimit', 'A57', 'implied'],
    ['ListResourceTags', 'LimitLimit', 'A73'],
    ['ListAliases', 'LimitLimit', 'A73'],
    ['CreateGrant', 'GranteePrincipalIsRequired', 'A103'],
    ['ListGrants', 'LimitLimit', 'A73'],
    ['ListRetirableGrants', 'RetiringPrincipalIsRequired', 'A103'],
    ['ListRetirableGrants', 'LimitLimit', 'A73'],
    ['ReplicateKey', 'TagsLimit', 'A57', 'implied'],
    ['Decrypt', 'CiphertextBlobIsRequired', 'A113'],
    ['ReEncrypt', 'CiphertextBlobIsRequired', 'A113']
  ])
})
