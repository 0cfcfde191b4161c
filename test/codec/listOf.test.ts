import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { enumeration } from '../../src/codec/enumeration.js'
import { listOf } from '../../src/codec/listOf.js'
import { memberFindings } from '../../src/codec/memberFindings.js'
import { struct } from '../../src/codec/struct.js'
import { CreateGrantRequest } from '../../src/model/requests/GrantRequests.js'
import { Tag } from '../../src/model/Tag.js'
import { decoded } from '../fixtures.js'
import { pathsOf, reasonsOf } from './violationsOf.js'

const Colours = listOf('Colours', enumeration('Colour', ['red', 'green'], 'API_CreateGrant'))

describe('listOf', () => {
  it.each([[[]], [['red']], [['red', 'green', 'red']]])('reads %o', (list) => {
    expect(decoded(Colours, list)).toEqual(list)
    expect(Colours.is(list)).toBe(true)
  })

  it('has the limit of its entries as a limit of its own', () => {
    expect(Colours.limit?.says).toBe('Colours must be a list whose entries must each be one of red, green.')
    expect(Colours.limit?.source).toBe('API_CreateGrant')
  })

  it('refuses an entry by that limit, and tells where it is', () => {
    expect(reasonsOf(Colours, ['red', 'blue', 5])).toEqual([
      { path: '1', kind: 'limit', rule: 'ColoursLimit', source: 'API_CreateGrant' },
      { path: '2', kind: 'type', rule: 'ColoursLimit', source: 'API_CreateGrant' }
    ])
    expect(Colours.is(['blue'])).toBe(false)
    expect(pathsOf(Colours, 'red')).toEqual([''])
  })

  it('has no limit where its entries have none', () => {
    expect(listOf('Words', t.string).limit).toBeUndefined()
    expect(decoded(listOf('Words', t.string), ['a'])).toEqual(['a'])
  })
})

describe('an entry of a list that is no text', () => {
  const Shape = Object.assign(struct('Shape', { sides: t.number }, {}), {
    limit: enumeration('Shape', ['triangle'], 'API_Tag').limit
  })

  it('breaks the limit of the list where all of it is wrong, and not where a part is', () => {
    expect(reasonsOf(listOf('Shapes', Shape), [5, { sides: 'three' }, undefined])).toEqual([
      { path: '0', kind: 'type', rule: 'ShapesLimit', source: 'API_Tag' },
      { path: '1.sides', kind: 'type' },
      { path: '2', kind: 'missing' }
    ])
  })

  it('has its members told where nothing limits it', () => {
    expect(listOf('Tags', Tag).members).toBe(Tag.members)
  })
})

describe('what is found of a list of a request', () => {
  const verdictOf = (Operations: unknown) =>
    memberFindings(CreateGrantRequest)({
      KeyId: 'k',
      GranteePrincipal: 'arn:aws:iam::1:root',
      Operations
    }).find(({ statement }) => statement.name === 'OperationsLimit')?.verdict

  it.each([
    [['Encrypt', 'Decrypt'], 'holds'],
    [[], 'holds'],
    [['Encrypt', 'Enrypt'], 'does not hold'],
    [[5], 'does not hold'],
    ['Encrypt', 'does not hold'],
    [undefined, 'does not apply']
  ])('of the operations %o: its limit %s', (operations, verdict) => {
    expect(verdictOf(operations)).toBe(verdict)
  })
})
