import { isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { connectionStates } from '../../src/index.js'
import { decideByLibrary } from './library.js'
import { everyDecision, mixedLoad } from './load.js'
import { disagreements } from './verdicts.js'

describe('the load of the benchmark', () => {
  it('is decided alike by the library, by hand and by XState', () => {
    expect(disagreements(everyDecision).slice(0, 1)).toEqual([])
  }, 60_000)

  it('has, for every operation, decisions that are valid and decisions that are refused', () => {
    const seen = mixedLoad(7000).map((d) => `${d.type} ${isRight(decideByLibrary(d)) ? 'valid' : 'refused'}`)
    const operations = [
      'ConnectCustomKeyStore',
      'CreateCustomKeyStore',
      'CreateKey',
      'DeleteCustomKeyStore',
      'DisconnectCustomKeyStore',
      'GenerateRandom',
      'UpdateCustomKeyStore'
    ]
    expect([...new Set(seen)].sort()).toEqual(operations.flatMap((o) => [`${o} refused`, `${o} valid`]))
  })

  it('has stores of both types in all five states', () => {
    const seen = mixedLoad(7000).flatMap((decision) =>
      'store' in decision ? [`${decision.store.CustomKeyStoreType} ${decision.store.ConnectionState}`] : []
    )
    expect([...new Set(seen)].sort()).toEqual(
      ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE']
        .flatMap((type) => connectionStates.map((state) => `${type} ${state}`))
        .sort()
    )
  })

  it('is the same each time', () => {
    expect(mixedLoad(100)).toEqual(mixedLoad(100))
  })
})
