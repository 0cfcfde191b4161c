/** The address of each state of the page, which opens the same page again. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { addressOf, pageAt } from '../../src/explorer/address.js'
import { moveNamed, moveText } from '../../src/explorer/moves.js'
import { mostMoves, startPage, type Page } from '../../src/explorer/Page.js'
import { kindNames } from '../../src/explorer/beginning.js'
import { allMoves, pages } from './arbitraryPages.js'

/** Moves have functions in them, so pages are compared by what is written of them. */
const written = ({ moves, ...page }: Page) => ({ ...page, moves: moves.map(moveText) })

const readBack = (text: string) => {
  const read = pageAt(text)
  return E.isRight(read) ? written(read.right) : read.left
}

describe('an address', () => {
  it('opens the page that it was made of', () => {
    fc.assert(
      fc.property(pages(mostMoves), (page) => {
        expect(readBack(addressOf(page))).toEqual(written(page))
        expect(readBack(addressOf(page).replaceAll(',', '%2C'))).toEqual(written(page))
      })
    )
  })

  it('needs no character to be written otherwise', () => {
    fc.assert(
      fc.property(pages(20), (page) => {
        expect(addressOf(page)).toMatch(/^[A-Za-z0-9_.,=&-]*$/)
      })
    )
  })

  it('that is empty opens the start page', () => {
    expect(readBack('')).toEqual(written(startPage))
    expect(readBack(addressOf(startPage))).toEqual(written(startPage))
  })

  it.each(kindNames)('names each move of %s in its own way', (kind) => {
    const texts = allMoves(kind).map(moveText)
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts.map((text) => moveNamed(kind, text)).map((move) => move && moveText(move))).toEqual(texts)
  })
})

describe('any text after #', () => {
  const parts = fc.constantFrom(
    ...['store=', 'edition=', 'moves=', 'key=', 'open=', '&', ',', '.', '=', '%2C', '%', '%zz'],
    ...['AWS_CLOUDHSM', 'PUBLIC_ENDPOINT', 'developer-guide', 'kms.settle', 'kms.', 'ConnectCustomKeyStore'],
    ...['hsms.one', 'hsms', 'hsms.one.two', 'credential.no', 'Encrypt.1', 'Encrypt.0', 'Encrypt.1000'],
    ...['__proto__', 'constructor', 'toString', '1', '0', '-1', 'days.7', 'days.8', 'failure.none']
  )
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(parts, { maxLength: 30 }).map((some) => some.join(''))
  )

  it('is read, or refused in one sentence', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const read = pageAt(text)
        if (E.isLeft(read)) expect(read.left).toMatch(/^(It|Its|Number) [^\n]{1,250}\.$/)
        else expect(readBack(addressOf(read.right))).toEqual(written(read.right))
      }),
      { numRuns: 2_000 }
    )
  })

  it.each([
    [
      'store=EXTERNAL_KEY_STORE',
      'Its store is not one of AWS_CLOUDHSM, PUBLIC_ENDPOINT, VPC_ENDPOINT_SERVICE.'
    ],
    ['edition=2022', /^Its edition is not one of exception-text-2022, /],
    ['store=AWS_CLOUDHSM&store=AWS_CLOUDHSM', 'It has store twice.'],
    ['shop=1', 'It has a part that is not one of store, edition, moves, key and open.'],
    ['moves=hsms.one,hsms.three', 'Number 2 of its moves is unknown for this kind of store.'],
    ['store=PUBLIC_ENDPOINT&moves=hsms.one', 'Number 1 of its moves is unknown for this kind of store.'],
    ['store=PUBLIC_ENDPOINT&moves=kms.XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND', /^Number 1 of its moves/],
    ['moves=UpdateCustomKeyStore.XksProxyAuthenticationCredential', /^Number 1 of its moves/],
    ['open=hsms.one', 'Number 1 of its open is unknown for this kind of store.'],
    ['key=0', 'Its key is not a whole number from 1 to 999.'],
    [`moves=${'days.7,'.repeat(mostMoves)}days.7`, `Its moves are more than ${String(mostMoves)}.`],
    ['x'.repeat(12_001), 'It is longer than 12000 characters.']
  ])('%#: says why it cannot be read', (text, why) => {
    expect(readBack(text)).toEqual(typeof why === 'string' ? why : expect.stringMatching(why))
  })

  it('is not looked at where it is too long', () => {
    const { length } = addressOf({
      ...startPage,
      moves: Array.from({ length: mostMoves }, () =>
        moveNamed('PUBLIC_ENDPOINT', 'UpdateCustomKeyStore.XksProxyAuthenticationCredential')!
      )
    })
    expect(length).toBeLessThan(11_500)
    expect(readBack(`moves=${'a,'.repeat(5_000_000)}`)).toContain('longer than')
  })
})
