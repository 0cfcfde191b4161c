import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type * as fastCheck from 'fast-check'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'

type FastCheck = typeof fastCheck

/**
 * One step of a random history. `store`: the index among the stores made so far, or of none of them. `type`: of a store
 * that the step creates. `own`: whether names and external keys are new, and not those that another has.
 */
export interface RandomStep {
  readonly does: 'create' | 'wait' | Exclude<OperationName, 'CreateCustomKeyStore' | 'CancelKeyDeletion'>
  readonly type: CustomKeyStoreType
  readonly store: number
  readonly own: boolean
}

/** The most stores that a history creates. */
export const mostStores = 3
const mostSteps = 24

/** Histories, most of them about one store. */
export const steps = (fc: FastCheck, types: ReadonlyArray<CustomKeyStoreType>) => {
  const weight = (weight: number, ...does: ReadonlyArray<RandomStep['does']>) => ({
    weight,
    arbitrary: fc.constantFrom(...does)
  })
  const step = fc.record<RandomStep>({
    does: fc.oneof(
      weight(4, 'create'),
      weight(5, 'ConnectCustomKeyStore', 'wait'),
      weight(3, 'DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'CreateKey'),
      weight(
        2,
        'DeleteCustomKeyStore',
        'GenerateRandom',
        'DescribeCustomKeyStores',
        'Encrypt',
        'DescribeKey'
      ),
      weight(1, 'EnableKey', 'DisableKey', 'ScheduleKeyDeletion')
    ),
    type: fc.constantFrom(...types),
    store: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(mostStores) }),
    own: fc.boolean()
  })
  return fc.array(step, { minLength: 1, maxLength: mostSteps, size: 'max' })
}
