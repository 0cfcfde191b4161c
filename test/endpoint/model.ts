/** What an endpoint should be: the pure model with a clock, and with a memory of when KMS ends what it is doing. */
import * as E from 'fp-ts/lib/Either.js'
import * as cks from '../../src/index.js'
import { soundInfrastructure } from '../arbitraries.js'
import { accepted, decoded } from '../fixtures.js'
import { carryOut, type Command, type Result } from '../laws/history.js'
import type { History } from './arbitraryHistories.js'

export const quotas = { storeQuota: 4, keyQuota: 5 }

/** Ids of what the endpoint has made, if it has made something. */
export interface NewIds {
  readonly store: string | undefined
  readonly key: string | undefined
  readonly grant?: string | undefined
}

export const modelOf = ({ edition, connectionDelay, isListed }: History) => {
  let account = cks.emptyAccount(decoded(cks.AccountId, '111122223333'), 'us-east-1')
  let facts = isListed ? soundInfrastructure : cks.noInfrastructure
  let now = 0
  const ends = new Map<string, number>()

  const changeInfrastructure = (change: object): void => {
    facts = accepted(E.mapLeft(() => ({ name: 'ill formed' }))(cks.withInfrastructureChange(change)(facts)))
  }

  const circumstances = (failure: cks.ServiceFailure | undefined, made: NewIds): cks.Circumstances => {
    const told = cks.infrastructureOf(facts)
    return {
      ...quotas,
      failure,
      now,
      infrastructure: isListed ? told : cks.orElse(cks.healthyInfrastructure)(told),
      newCustomKeyStoreId: decoded(cks.CustomKeyStoreId, made.store ?? 'cks-none'),
      newKeyId: decoded(cks.KeyId, made.key ?? 'none'),
      newGrantId: decoded(cks.GrantId, made.grant ?? 'none')
    }
  }

  const call = (command: Command, made: NewIds = { store: undefined, key: undefined }): Result => {
    const before = account
    const result = carryOut(edition, command, circumstances(command.failure, made), before)
    if (E.isRight(result)) account = result.right[1]
    for (const store of account.stores) {
      const { CustomKeyStoreId: id, attempt } = store
      const begins = !cks.isSettled(store) && cks.storeWithId(before, id)?.attempt !== attempt
      if (begins) ends.set(id, now + (connectionDelay === 'manual' ? Infinity : connectionDelay / 1000))
    }
    return result
  }

  return {
    changeInfrastructure,
    call,
    account: () => account,
    /** Lets it be that time, in seconds since 1970. */
    at: (time: number): void => {
      now = time
      for (const { CustomKeyStoreId: id } of account.stores) {
        if ((ends.get(id) ?? Infinity) <= now) call({ does: 'settle', id })
      }
      call({ does: 'waitForDeletions' })
    }
  }
}
