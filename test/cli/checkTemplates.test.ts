/** The command `check` on templates of CloudFormation and SAM. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { file, inFolder, kindsIn, polling, reportOf, run, withoutFailures } from './checkRuns.js'

inFolder()

describe('check on templates', () => {
  const definition = readFileSync(polling, 'utf8')
  const resource = (Properties: object) => ({ Type: 'AWS::StepFunctions::StateMachine', Properties })
  const faults = ['endlessLoop', 'uncaughtError']

  it('takes every machine of one, in each of its forms', async () => {
    const text = definition.replaceAll('arn:aws:', 'arn:${AWS::Partition}:')
    const parts = definition.split('arn:aws:')
    const joined = parts.flatMap((part, i) =>
      i === 0 ? [part] : ['arn:', { Ref: 'AWS::Partition' }, ':', part]
    )
    const template = file('template.json', {
      Parameters: { Store: { Type: 'String' } },
      Resources: {
        Plain: resource({ DefinitionString: definition }),
        Object: resource({ Definition: JSON.parse(definition) as unknown }),
        Sub: resource({ DefinitionString: { 'Fn::Sub': text } }),
        Join: resource({ DefinitionString: { 'Fn::Join': ['', joined] } }),
        Substituted: resource({
          DefinitionString: definition.replaceAll('CONNECTED"', '${Wanted}"'),
          DefinitionSubstitutions: { Wanted: 'CONNECTED' }
        }),
        Elsewhere: resource({ DefinitionS3Location: { Bucket: 'b', Key: 'k' } }),
        Role: { Type: 'AWS::IAM::Role' }
      }
    })
    expect(await kindsIn(template, ...withoutFailures)).toEqual([
      ['Plain', faults],
      ['Object', faults],
      ['Sub', faults],
      ['Join', faults],
      ['Substituted', faults],
      ['Elsewhere', 'its definition is not in the template, and in no file beside it']
    ])
  })

  it('takes YAML with its short forms, and a definition in a file beside it', async () => {
    file(
      'machine.asl.json',
      definition.replace('arn:aws:states:::aws-sdk:kms:connectCustomKeyStore', '${Connect}')
    )
    const template = file(
      'sam.yaml',
      `Transform: AWS::Serverless-2016-10-31
Resources:
  ConnectFunction: { Type: AWS::Serverless::Function }
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: machine.asl.json
      DefinitionSubstitutions:
        Connect: !GetAtt ConnectFunction.Arn
  Inline:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Delete
        States:
          Delete:
            Type: Task
            Resource: !Sub arn:\${AWS::Partition}:states:::aws-sdk:kms:deleteCustomKeyStore
            Parameters: { CustomKeyStoreId: !Ref Store }
            End: true
`
    )
    const functions = file('functions.json', { ConnectFunction: { operation: 'ConnectCustomKeyStore' } })
    expect(await kindsIn(template, '--functions', functions, ...withoutFailures)).toEqual([
      ['Machine', faults],
      ['Inline', ['uncaughtError', 'uncaughtError']]
    ])
    const report = await reportOf(template, ...withoutFailures)
    expect(report.machines[0]?.operations).toEqual(['DescribeCustomKeyStores'])
  })

  it('takes a definition in YAML', async () => {
    const yaml = file('poll.asl.yaml', 'StartAt: End\nStates:\n  End: { Type: Succeed }\n')
    expect(await run(yaml)).toMatchObject({
      code: 2,
      stderr: 'kms-custom-key-store check: no state asks KMS for anything\n'
    })
  })
})
