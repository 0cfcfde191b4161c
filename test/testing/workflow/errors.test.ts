/** Which errors a Retry or Catch takes, and how a template's texts are filled in. */
import { describe, expect, it } from 'vitest'
import { integrationName } from '../../../src/testing/workflow/kmsAnswer.js'
import { substituted } from '../../../src/testing/workflow/template/intrinsicFunctions.js'
import { anyError, runtimeError, takes, workflowError } from '../../../src/testing/workflow/WorkflowError.js'

describe('ErrorEquals', () => {
  const named = (name: string) => workflowError(name, '')

  it.each([
    [named('Kms.NotFoundException'), 'Kms.NotFoundException', true],
    [named('Kms.NotFoundException'), 'Kms.NotFound', false],
    [named('Kms.NotFoundException'), 'States.ALL', true],
    [named('Kms.NotFoundException'), 'States.TaskFailed', true],
    [named('States.Timeout'), 'States.TaskFailed', false],
    [named('States.Timeout'), 'States.ALL', true],
    [runtimeError(''), 'States.ALL', false],
    [runtimeError(''), 'States.TaskFailed', false],
    [runtimeError(''), 'States.Runtime', true],
    [anyError(''), 'States.ALL', true],
    [anyError(''), 'States.TaskFailed', true],
    [anyError(''), 'Anything', false]
  ])('%j is taken by %s: %s', (error, errorEquals, isTaken) => {
    expect(takes(error)(['Other', errorEquals])).toBe(isTaken)
  })
})

it.each([
  ['KMSInternalException', 'KmsInternalException'],
  ['CustomKeyStoreHasCMKsException', 'CustomKeyStoreHasCmKsException'],
  ['CloudHsmClusterInUseException', 'CloudHsmClusterInUseException'],
  ['XksProxyUriInUseException', 'XksProxyUriInUseException']
])('%s is %s in an integration', (exception, name) => {
  expect(integrationName(exception)).toBe(name)
})

it('a text of a template is filled in', () => {
  const template = {
    resources: {},
    parameters: { Stage: { Type: 'String', Default: 'test' }, Store: { Type: 'String' } }
  }
  const text = '${AWS::Partition} ${Stage} ${Store} ${F.Arn} ${!Kept} ${Given} ${__proto__}'
  expect(substituted(template, text, { Given: { Ref: 'Stage' } })).toBe(
    'aws test Store F ${Kept} test __proto__'
  )
})
