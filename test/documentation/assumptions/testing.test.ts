import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { possibleAnswers } from '../../../src/testing/possibleAnswers.js'
import { beginningWith, plain } from '../../testing/natures.js'

describe('assumptions about what may happen to a program', () => {
  it('A119 a request that is answered with KMSInternalException may have been carried out', () => {
    const call = {
      operation: 'CreateKey',
      input: { CustomKeyStoreId: 'cks-1234567890abcdef0', Origin: 'AWS_CLOUDHSM' }
    } as const
    const answers = possibleAnswers(plain)(call)(beginningWith([{ ConnectionState: 'CONNECTED' }]))
    const lost = answers.filter(({ reply }) => E.isLeft(reply))
    expect(
      lost.map(({ reply, after }) => [E.isLeft(reply) && reply.left.name, after.account.keys.length])
    ).toEqual([['KMSInternalException', 1]])
  })
})
