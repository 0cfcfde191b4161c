/** The command `check`: what it prints, writes and takes, and how it ends. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ended } from './ended.js'

const examples = 'docs/examples/workflows'
const polling = `${examples}/poll-until-connected.asl.json`
const mended = `${examples}/poll-until-connected-mended.asl.json`

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'check-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, contents: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof contents === 'string' ? contents : JSON.stringify(contents))
  return path
}

const run = (...args: ReadonlyArray<string>) => ended(['check', ...args])

interface Report {
  readonly machines: ReadonlyArray<{
    readonly name: string
    readonly unreadable?: string
    readonly beginnings?: ReadonlyArray<string>
    readonly operations?: ReadonlyArray<string>
    readonly findings?: ReadonlyArray<{ readonly kind: string; readonly state: string }>
  }>
}

const reportOf = async (...args: ReadonlyArray<string>): Promise<Report> =>
  JSON.parse((await run(...args, '--json')).stdout) as Report

const kindsIn = async (...args: ReadonlyArray<string>) =>
  (await reportOf(...args)).machines.map(({ name, unreadable, findings }) => [
    name,
    unreadable ?? findings?.map(({ kind }) => kind)
  ])

const withoutFailures = ['--without', 'serviceFailure']

describe('check', () => {
  it('tells each fault with the path that shows it, the rule and its page', async () => {
    const { code, stdout, stderr } = await run(polling)
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toContain(
      '✗ 1. endlessLoop\n     While the store is FAILED, the execution goes round for ever: IsItConnected, Wait, Look.\n'
    )
    expect(stdout).toContain(
      '       3. Look: DescribeCustomKeyStores → cks-1234567890abcdef0 FAILED (INTERNAL_ERROR)\n'
    )
    expect(stdout).toContain('     docs/rules.md#connectcustomkeystore-validconnectionstate\n')
    expect(stdout).toMatch(/\n4 faults found\.\n$/)
  })

  it('ends well where nothing is found', async () => {
    const { code, stdout, stderr } = await run(mended)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(
      /^poll-until-connected-mended\.asl\.json, checked .* from 10 beginnings\n\nNo fault found\.\n$/
    )
  })

  it('can be narrowed to some stores and some faults', async () => {
    const report = await reportOf(
      polling,
      '--store',
      'AWS_CLOUDHSM,FAILED',
      '--without',
      'serviceFailure,endlessLoop'
    )
    expect(report.machines[0]?.beginnings).toEqual(['AWS_CLOUDHSM FAILED'])
    expect(report.machines[0]?.findings?.map(({ kind }) => kind)).toEqual(['uncaughtError'])
  })

  it('writes the report and a diagram with the faults marked', async () => {
    const [json, diagram] = [join(folder, 'report.json'), join(folder, 'diagram.md')]
    expect((await run(polling, '--json', json, '--diagram', diagram)).code).toBe(1)
    expect((JSON.parse(readFileSync(json, 'utf8')) as Report).machines).toHaveLength(1)
    const drawn = readFileSync(diagram, 'utf8')
    expect(drawn).toContain('```mermaid\nflowchart TD\n')
    expect(drawn).toContain('  s3{"IsItConnected<br/>Choice"}\n')
    expect(drawn).toMatch(/\n {2}class \S*\bs3\b\S* fault\n/)
    expect(drawn).toContain('- `endlessLoop`: While the store is FAILED')
  })

  it('reads the input of the execution', async () => {
    const input = file('input.json', { CustomKeyStoreId: 'cks-of-mine' })
    const { stdout } = await run(polling, '--input', input, '--store', 'DISCONNECTED')
    expect(stdout).toContain('cks-of-mine CONNECTING\n')
    expect((await run(polling, '--input', file('none.json', {}))).stdout).toContain(
      '$.CustomKeyStoreId finds nothing'
    )
  })
})

describe('check on templates', () => {
  const definition = readFileSync(polling, 'utf8')
  const resource = (Properties: object) => ({ Type: 'AWS::StepFunctions::StateMachine', Properties })
  const faults = ['endlessLoop', 'uncaughtError']

  it('takes every machine of one, in each of its forms', async () => {
    const text = definition.replaceAll('arn:aws:', 'arn:${AWS::Partition}:')
    const template = file('template.json', {
      Parameters: { Store: { Type: 'String' } },
      Resources: {
        Plain: resource({ DefinitionString: definition }),
        Object: resource({ Definition: JSON.parse(definition) as unknown }),
        Sub: resource({ DefinitionString: { 'Fn::Sub': text } }),
        Join: resource({
          DefinitionString: {
            'Fn::Join': [
              '',
              [text.slice(0, 100), { Ref: 'Nothing' }].map((one) =>
                typeof one === 'string' ? one : definition.slice(100)
              )
            ]
          }
        }),
        Substituted: resource({
          DefinitionString: definition
            .replaceAll('"$.CustomKeyStoreId"', '"$.CustomKeyStoreId"')
            .replaceAll('CONNECTED"', '${Wanted}"'),
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

describe('check ends with 2', () => {
  const complaint = async (...args: ReadonlyArray<string>): Promise<string> => {
    const { code, stderr } = await run(...args)
    expect(code).toBe(2)
    return stderr
  }

  it('for a file that is not there, or is broken', async () => {
    expect(await complaint('nowhere.json')).toContain('cannot read nowhere.json')
    expect(await complaint(file('broken.json', '{"StartAt": '))).toContain('is not JSON')
    expect(await complaint(file('broken.yaml', 'a: [1'))).toContain('is neither JSON nor YAML')
    expect(await complaint(file('other.json', { a: 1 }))).toContain('no definition in the States Language')
    expect(await complaint(file('empty.json', { Resources: {} }))).toContain('has no state machine')
  })

  it('for YAML that grows without end', async () => {
    const lines = [
      'a0: &a0 [x, x]',
      ...Array.from(
        { length: 30 },
        (_, i) => `a${String(i + 1)}: &a${String(i + 1)} [*a${String(i)}, *a${String(i)}]`
      )
    ]
    expect(await complaint(file('bomb.yaml', lines.join('\n')))).toContain('is neither JSON nor YAML')
    expect(await complaint(file('circle.yaml', 'Resources: &a { b: *a }'))).not.toBe('')
  })

  it('for options that are wrong', async () => {
    expect(await complaint(polling, '--store', 'BROKEN')).toContain('--store must be some of AWS_CLOUDHSM')
    expect(await complaint(polling, '--without', 'all')).toContain('--without must be some of noSuchState')
    const functions = file('wrong.json', { f: { operation: 'Guess' } })
    expect(await complaint(polling, '--functions', functions)).toContain(
      "f: operation must be one of KMS that is known here, not 'Guess'"
    )
    expect(await complaint(polling, '--diagram', 'nowhere/diagram.md')).toContain(
      'there is no folder nowhere'
    )
    expect(await complaint()).toContain('FILE')
  })
})
