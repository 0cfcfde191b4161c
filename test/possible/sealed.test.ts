/** Texts that stand for ciphertexts where nothing is encrypted. */
import { expect, it } from 'vitest'
import { sealed, sealedIn, standIn } from '../../src/possible/sealed.js'

const key = 'arn:aws:kms:us-east-1:111122223333:key/1'
const context = { purpose: 'example', department: '7' }

it('tells the key and the context that it stands for', () => {
  expect(sealedIn(sealed(key, context))).toEqual({ KeyId: key, EncryptionContext: context })
  expect(standIn.keyOf(standIn.encrypt(key, '', context))).toBe(key)
})

it('of anything else nothing is told', () => {
  for (const text of ['', 'AQIDBA==', btoa('null'), btoa('{}'), '\ud800', undefined]) {
    expect(sealedIn(text)).toBeUndefined()
  }
  expect(standIn.keyOf('AQIDBA==')).toBeUndefined()
})

it('is opened with the same context, in whatever order, and with no other', () => {
  const text = sealed(key, context)
  expect(standIn.decrypt(text, { department: '7', purpose: 'example' })).toBe('')
  expect(standIn.decrypt(text, { purpose: 'example' })).toBeUndefined()
  expect(standIn.decrypt('AQIDBA==', {})).toBe('')
  expect(standIn.randomBytes(3)).toBe('')
})
