import { expect, it } from 'vitest'
import { GrantId, grantIdIn, grantToken } from '../../src/model/Grant.js'
import { decoded } from '../fixtures.js'

const id = decoded(GrantId, 'g:1')
const later = decoded(GrantId, 'g:2')

it('the token of a grant is another one for each request, and tells its id', () => {
  const [first, again] = [grantToken(id, id), grantToken(id, later)]
  expect([first, again]).toEqual(['grant:g:1', 'grant-again:g2:g:1'])
  expect([grantIdIn(first), grantIdIn(again)]).toEqual(['g:1', 'g:1'])
})

it.each(['', 'g:1', 'Grant:g:1', ' grant:g:1', 'grant-again'])('is not %j', (token) => {
  expect(grantIdIn(token)).toBeUndefined()
})
