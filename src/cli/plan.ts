import * as E from 'fp-ts/lib/Either.js'
import { secondsADay } from '../codec/Duration.js'
import type { Elsewhere } from '../editions/editions.js'
import { isCloudHsm, type CustomKeyStore } from '../model/CustomKeyStore.js'
import type { KmsKey } from '../model/KmsKey.js'
import type { Situation } from '../plan/Goal.js'
import { plansElsewhere } from '../plan/elsewhere.js'
import { keysUnusable } from '../plan/keysUnusable.js'
import { elsewhereLines, planLines, unreachableLines } from '../plan/lines.js'
import { planUnder } from '../plan/plan.js'
import { command } from './commandLine.js'
import type { Console, ExitCode } from './Console.js'
import { planLine, readPlan, type PlanOptions } from './planOptions.js'
import { visible } from './terminal.js'

const keyIn = (store: CustomKeyStore, KeyId: string, DeletionDate?: number): KmsKey =>
  ({
    KeyId,
    Arn: KeyId,
    CustomKeyStoreId: store.CustomKeyStoreId,
    Description: '',
    CreationDate: 0,
    enabled: true,
    ...(DeletionDate !== undefined && { DeletionDate }),
    Origin: store.CustomKeyStoreType,
    ...(isCloudHsm(store)
      ? { CloudHsmClusterId: store.CloudHsmClusterId }
      : { XksKeyConfiguration: { Id: KeyId } })
  }) as KmsKey

/** `now`: in seconds since 1970. */
const situationOf = (now: number, { store, keys, pending }: PlanOptions): Situation => ({
  store,
  keys: [
    ...Array.from({ length: keys }, (_, n) => keyIn(store, `<id of key ${String(n + 1)}>`)),
    ...pending.map((days, n) => keyIn(store, `<id of key ${String(keys + n + 1)}>`, now + days * secondsADay))
  ],
  now
})

type Made = ReturnType<ReturnType<ReturnType<typeof planUnder>>>

const asJson = (made: Made, others: ReadonlyArray<Elsewhere<Made>>): object => ({
  ...E.toUnion(made),
  ...(E.isRight(made) && { keysUnusable: keysUnusable(made.right) }),
  elsewhere: others.map(({ editions, is }) => ({
    editions,
    ...(E.isRight(is) ? { steps: is.right.steps } : { obstacles: is.left.obstacles })
  }))
})

const run = async (options: PlanOptions, console: Console): Promise<ExitCode> => {
  const { goal, edition, json } = options
  const situation = situationOf(Math.floor(Date.now() / 1000), options)
  const made = planUnder(edition)(goal)(situation)
  const others = plansElsewhere(goal)(situation)(edition)
  const lines = [
    ...(E.isRight(made) ? planLines(made.right) : unreachableLines(made.left)),
    ...elsewhereLines(others)
  ]
  await console.print(
    json ? `${JSON.stringify(asJson(made, others))}\n` : lines.map((line) => `${visible(line)}\n`).join('')
  )
  return E.isRight(made) ? 0 : 1
}

export const plan = command(planLine, readPlan, run)
