/** Everything that can be asked is asked: which rules the vectors break that need nothing but requests. */
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { noInfrastructure, withInfrastructureChange } from '../../src/account/InfrastructureChange.js'
import { defaultEdition } from '../../src/editions/editions.js'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { isReason } from '../../src/possible/refused.js'
import { standIn } from '../../src/possible/sealed.js'
import { play } from '../../src/replay/play.js'
import { newWorld, type World } from '../../src/replay/World.js'
import { vectorsOf, type Vector } from '../../src/vectors/index.js'

/** Why requests alone cannot break a rule, by operation, rule and what it is looked at of. */
const reasons: Readonly<Record<string, string>> = {
  'ConnectCustomKeyStore validConnectionState':
    'A store in which it does not hold has FAILED, or is DISCONNECTING, which passes.',
  'Decrypt keyExists': 'A key that has made a ciphertext is gone only after seven days.',
  'ReEncrypt keyExists of source key': 'A key that has made a ciphertext is gone only after seven days.'
}

const nameOf = (operation: string, rule: string, of?: string): string =>
  `${operation} ${rule}${of === undefined ? '' : ` of ${of}`}`

/** Every rule that a step of a vector breaks, or would break if no assumption waived it. */
const brokenBy = ({ params, flags }: Vector): ReadonlyArray<string> => {
  const facts = withInfrastructureChange(params.infrastructure)(noInfrastructure)
  let world: World = {
    ...newWorld({ edition: defaultEdition }),
    account: params.account,
    facts: E.getOrElse(() => noInfrastructure)(facts),
    ...(flags.includes('Ciphertext') && { cryptography: standIn })
  }
  return params.steps.flatMap((step) => {
    const played = play(step, world)
    if (E.isLeft(played)) throw new Error('a vector is not well formed')
    world = played.right.after
    const rules = played.right.explanation?.rules ?? []
    return 'operation' in step
      ? rules.filter(isReason).map(({ rule, of }) => nameOf(step.operation, rule, of))
      : []
  })
}

const rules = operationNames.flatMap((operation) =>
  operationsByName[defaultEdition][operation].parts
    .flatMap((part) => part.rules)
    .filter(({ outside }) => outside === undefined)
    .map(({ name, of }) => nameOf(operation, name, of))
)

it('every rule that requests can break is broken by a vector that needs nothing else', () => {
  const broken = new Set(
    vectorsOf(defaultEdition)
      .filter(({ needs }) => needs.length === 0)
      .flatMap(brokenBy)
  )
  const never = [...new Set(rules)].filter((rule) => !broken.has(rule))
  expect(rules.length).toBeGreaterThan(250)
  expect(never.sort()).toEqual(Object.keys(reasons).sort())
})
