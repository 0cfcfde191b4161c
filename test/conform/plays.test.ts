/** Exchanges that are played again, and the search for the fewest. */
import { describe, expect, it } from 'vitest'
import { patience } from '../../src/conform/drive/Keeper.js'
import { plays } from '../../src/conform/drive/plays.js'
import type { Send } from '../../src/conform/drive/Send.js'
import { madeUp } from '../../src/conform/drive/storeProperties.js'
import type { EndpointReply, Exchange, Members } from '../../src/conform/Exchange.js'
import { fewest } from '../../src/conform/fewest.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'

describe('plays', () => {
  const step = (operation: OperationName, request: object, output: object): Exchange => ({
    operation,
    request: { ...request },
    reply: { output: { ...output } }
  })
  const steps = [
    step(
      'CreateCustomKeyStore',
      { CustomKeyStoreName: 'conform-0123abcd-aaaab' },
      { CustomKeyStoreId: 'cks-1' }
    ),
    step('CreateKey', { CustomKeyStoreId: 'cks-1' }, { KeyMetadata: { KeyId: 'key-1' } })
  ]
  /** Of an endpoint that takes everything, and lets no store with a key go. */
  const of = (separate: boolean, sent: Array<Members>, stopped = (): string | undefined => undefined) => {
    let made = 0
    const send: Send = (operation, request) => {
      sent.push(request)
      const id = String((made += 1))
      const replies: Partial<Record<OperationName, EndpointReply>> = {
        CreateCustomKeyStore: { output: { CustomKeyStoreId: `cks-${id}` } },
        CreateKey: { output: { KeyMetadata: { KeyId: `key-${id}` } } },
        DescribeCustomKeyStores: { output: { CustomKeyStores: [{ ConnectionState: 'DISCONNECTED' }] } },
        DeleteCustomKeyStore: { exception: 'CustomKeyStoreHasCMKsException', message: '' }
      }
      return Promise.resolve(replies[operation] ?? { output: {} })
    }
    return plays({
      stage: {
        edition: 'exception-text-2022',
        storeProperties: madeUp,
        patience: patience(10),
        isStopped: () => stopped() !== undefined
      },
      account: () => send,
      separate,
      patience: 10,
      stopped
    })
  }

  it('of what leaves a store with a key are few, where that fills the one account', async () => {
    const shared = of(false, [])
    for (let i = 0; i < 3; i += 1) expect(await shared.play('any', steps, steps)).toHaveProperty('made')
    expect(await shared.play('any', steps, steps)).toContain('a store with a key cannot be removed')
    expect(await shared.play('any', steps.slice(0, 1), steps)).toHaveProperty('made')
    expect([shared.left().stores.length, shared.left().keys.length]).toEqual([4, 3])
    const separate = of(true, [])
    for (let i = 0; i < 5; i += 1) expect(await separate.play('any', steps, steps)).toHaveProperty('made')
    expect(separate.left()).toEqual({ stores: [], keys: [] })
  })

  it('have names of their own, and name what was left out by an id that nothing has', async () => {
    const sent: Array<Members> = []
    const { play } = of(true, sent)
    await play('any', steps, steps)
    const [first, second] = sent
    expect(first?.['CustomKeyStoreName']).toMatch(/^conform-[0-9a-f]{8}-aaaab$/)
    expect(first?.['CustomKeyStoreName']).not.toContain('0123abcd')
    expect(second).toEqual({ CustomKeyStoreId: 'cks-1' })
    sent.length = 0
    await play('any', steps.slice(1), steps)
    expect(sent[0]?.['CustomKeyStoreId']).toMatch(/^cks-c0nf0rm[a-p]+$/)
  })

  it('end where nothing more is to be tried', async () => {
    const sent: Array<Members> = []
    const { play } = of(true, sent, () => (sent.length > 0 ? 'stopped by SIGTERM' : undefined))
    expect(await play('any', steps, steps)).toBe('stopped by SIGTERM')
    const asked = sent.length
    expect(await play('any', steps, steps)).toBe('stopped by SIGTERM')
    expect(sent.length).toBe(asked)
  })
})

it('leaving out goes on until nothing more can be left out, and never tries without the last', () => {
  const search = fewest([1, 2, 3, 4, 5, 6, 7, 8, 9])
  let attempt = search.next()
  while (!attempt.done) {
    expect(attempt.value.at(-1)).toBe(9)
    attempt = search.next([2, 5, 9].every((one) => attempt.value.includes(one)))
  }
  expect(attempt.value).toEqual([2, 5, 9])
})
