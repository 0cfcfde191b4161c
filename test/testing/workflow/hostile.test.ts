/** Definitions that are broken, malicious or too big: a sentence or a bounded answer, and nothing thrown. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { checkWorkflow, diagramOf } from '../../../src/testing/workflow/index.js'
import { byState, checked, describeStore, kms, machine, succeed, wait } from './machines.js'

const why = (definition: unknown): string => {
  const report = checkWorkflow(definition)
  return E.isLeft(report) ? report.left : ''
}

describe('what is no definition', () => {
  const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)
  const cyclic: { States?: unknown } = {}
  cyclic.States = cyclic

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'it is no JSON'],
    ['null', null, 'no definition in the States Language'],
    ['a list', [], 'no definition in the States Language'],
    ['no States', { StartAt: 'A' }, 'States: Member must not be null'],
    ['a circle', cyclic, 'it is no JSON'],
    ['a number without a form in JSON', { StartAt: 'A', States: {}, n: 1n }, 'it is no JSON'],
    [
      'a getter that throws',
      Object.defineProperty({}, 'StartAt', {
        enumerable: true,
        get: () => {
          throw new Error()
        }
      }),
      'it is no JSON'
    ],
    ['ten thousand levels', { StartAt: 'A', States: deep(1_000) }, 'nested too deep'],
    [
      'too many states',
      machine(Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`S${String(i)}`, succeed]))),
      'at most 2000'
    ]
  ])('is told: %s', (_, definition, expected) => {
    expect(why(definition)).toContain(expected)
  })
})

describe('what cannot be read of a definition', () => {
  it('is told by its place, and may do anything', () => {
    const states = {
      Look: describeStore('Odd'),
      Odd: { Type: 'Guess', Next: 'Done' },
      Wrong: { Type: 'Task', Resource: 7, Next: 'Done' },
      Half: { Type: 'Task', End: true },
      Done: succeed
    }
    const { unread, findings, isWhole } = checked(machine(states))
    expect(unread).toEqual([
      { path: 'States.Odd', why: 'Type must be that of a state' },
      { path: 'States.Wrong', why: expect.stringContaining('Resource') as string },
      { path: 'States.Half', why: 'Resource must be there' }
    ])
    expect([findings, isWhole]).toEqual([[], true])
  })

  it('is told of operations of KMS that are not known here', () => {
    const { unread, operations } = checked(machine({ Ask: kms('inventSomething') }))
    expect([operations, unread[0]?.why]).toEqual([
      [],
      'InventSomething of KMS is not known here, so it may give anything'
    ])
  })

  it('is told of other patterns of an integration, and of operators that nobody knows', () => {
    const which = {
      Type: 'Choice',
      Choices: [{ Not: { Variable: '$.x', StringResembles: 'a' }, Next: 'Done' }]
    }
    const states = {
      Ask: kms('describeCustomKeyStores.waitForTaskToken', 'Which'),
      Which: which,
      Done: succeed
    }
    expect(checked(machine(states)).unread.map(({ path, why }) => `${path}: ${why}`)).toEqual([
      'States.Which.Choices: StringResembles is not known',
      expect.stringContaining('describeCustomKeyStores.waitForTaskToken of KMS is not known here') as string
    ])
  })

  it('may have any name', () => {
    const definition: unknown = JSON.parse(
      '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Pass","Next":"constructor"},"constructor":{"Type":"Succeed"}}}'
    )
    expect(checked(definition).findings).toEqual([])
    expect(diagramOf(definition, [])).toContain('"__proto__<br/>Pass"')
    expect(checked(machine({ 'a\n"]`<script>': succeed })).findings).toEqual([])
    expect(diagramOf(machine({ 'a\n"]`<script>': succeed }), [])).toContain(
      '"a#10;#34;#93;#96;#60;script#62;<br/>Succeed"'
    )
  })
})

describe('an exploration', () => {
  it('ends where it has seen as much as it may, and says so', () => {
    const states = { Connect: kms('connectCustomKeyStore', 'Look'), Look: describeStore('Look') }
    const report = checked(machine(states), { mostNodes: 20 })
    expect([report.isWhole, report.nodes < 100]).toEqual([false, true])
    expect(report.findings.map(({ kind }) => kind)).not.toContain('endlessLoop')
  })

  it('goes through thirty states with few situations', () => {
    const step = (n: number) => ({
      [`Rename${String(n)}`]: kms('updateCustomKeyStore', `Look${String(n)}`, {
        Parameters: { 'CustomKeyStoreId.$': '$.CustomKeyStoreId', NewCustomKeyStoreName: `Name${String(n)}` },
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: `Look${String(n)}` }]
      }),
      [`Look${String(n)}`]: describeStore(`Which${String(n)}`),
      [`Which${String(n)}`]: byState(
        { FAILED: 'End', DISCONNECTED: `Rename${String(n + 1)}` },
        `Wait${String(n)}`
      ),
      [`Wait${String(n)}`]: wait(`Rename${String(n + 1)}`)
    })
    const states = Object.assign({}, ...[0, 1, 2, 3, 4, 5, 6].map(step), {
      Rename7: { Type: 'Pass', Next: 'End' },
      End: succeed
    }) as Record<string, Record<string, unknown>>
    const report = checked(machine(states))
    expect([Object.keys(states).length, report.isWhole]).toEqual([30, true])
    expect(report.nodes).toBeLessThan(15_000)
  })
})
