/** What a difference takes from the rule that it is of. */
import { expect, it } from 'vitest'
import { ofStatement } from '../../src/conform/Difference.js'
import { brokenMembersAreRefused } from '../../src/conform/statements.js'

it('a difference has what its rule assumes, where it does', () => {
  const { name: _, ...stated } = brokenMembersAreRefused
  expect(ofStatement({ ...stated, name: 'a', assumes: ['A3'] }, 'a', 'b').assumes).toEqual(['A3'])
  expect(ofStatement(brokenMembersAreRefused, 'a', 'b')).not.toHaveProperty('assumes')
})

it('that a broken request is refused is implied, and the kind of a difference is what was got', () => {
  expect(ofStatement(brokenMembersAreRefused, 'a', 'b')).toMatchObject({ kind: 'b', standing: 'implied' })
})
