/** The command `check`: what it prints, writes and takes, and how it ends. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { examples, file, inFolder, pathOf, polling, reportOf, run, type Report } from './checkRuns.js'

inFolder()

const mended = `${examples}/poll-until-connected-mended.asl.json`

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

  it('prints what its page shows', async () => {
    const [, shown = ''] = /```text\n(.*?)```/s.exec(readFileSync('docs/workflows.md', 'utf8')) ?? []
    expect(shown).not.toBe('')
    expect((await run(polling)).stdout).toContain(shown)
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
    const [json, diagram] = [pathOf('report.json'), pathOf('diagram.md')]
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
