/** Definitions and templates made at random, of parts that fit and parts that do not. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { checkWorkflow, definitionsIn, diagramOf } from '../../../src/testing/workflow/index.js'
import { kms, machine } from './machines.js'

describe('a check', () => {
  it('never throws, whatever a definition holds', () => {
    const names = ['A', 'B', 'C', '__proto__', 'toString']
    const name = fc.constantFrom(...names)
    const path = fc.constantFrom(
      '$',
      '$.a',
      '$.result.CustomKeyStores[0].ConnectionState',
      '$$.State.Name',
      '$x',
      '$[',
      null,
      7
    )
    const state = fc.record(
      {
        Type: fc.constantFrom(
          'Task',
          'Choice',
          'Wait',
          'Pass',
          'Succeed',
          'Fail',
          'Parallel',
          'Map',
          'Other'
        ),
        Next: name,
        End: fc.boolean(),
        Resource: fc.constantFrom(
          'arn:aws:states:::aws-sdk:kms:connectCustomKeyStore',
          'arn:aws:states:::aws-sdk:kms:describeCustomKeyStores',
          'x'
        ),
        InputPath: path,
        ResultPath: path,
        Parameters: fc.oneof(fc.jsonValue(), fc.record({ 'CustomKeyStoreId.$': path })),
        Choices: fc.array(fc.record({ Variable: path, StringEquals: fc.string(), Next: name }), {
          maxLength: 2
        }),
        Catch: fc.array(fc.record({ ErrorEquals: fc.constant(['States.ALL']), Next: name }), {
          maxLength: 1
        }),
        Retry: fc.array(fc.record({ ErrorEquals: fc.constant(['States.ALL']), MaxAttempts: fc.integer() }), {
          maxLength: 1
        }),
        Branches: fc.array(
          fc.oneof(fc.jsonValue(), fc.constant(machine({ I: kms('deleteCustomKeyStore') }))),
          { maxLength: 2 }
        ),
        ItemsPath: path,
        Iterator: fc.constantFrom(machine({ J: kms('describeCustomKeyStores') }), 7),
        Default: name
      },
      { requiredKeys: ['Type'] }
    )
    const states = fc.dictionary(name, state, { minKeys: 1 })
    fc.assert(
      fc.property(states, fc.jsonValue(), (States, input) => {
        const definition = { StartAt: 'A', States }
        const report = checkWorkflow(definition, {
          input,
          mostNodes: 300,
          stores: { types: ['AWS_CLOUDHSM'] }
        })
        expect(E.isRight(report)).toBe(true)
        if (E.isRight(report)) diagramOf(definition, report.right.findings)
      }),
      { numRuns: 150 }
    )
  })

  it('takes templates as they come', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (Properties, Parameters) => {
        const template = {
          Parameters,
          Resources: { M: { Type: 'AWS::StepFunctions::StateMachine', Properties } }
        }
        expect(definitionsIn(template)).toHaveLength(1)
      })
    )
  })
})
