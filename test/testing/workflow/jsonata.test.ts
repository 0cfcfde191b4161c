/** Expressions of JSONata on data of which not all is known: what they give is known only if it hangs on nothing else. */
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { evaluators } from '../../../src/cli/checkEvaluators.js'
import { jsonataValue } from '../../../src/testing/workflow/jsonata.js'
import {
  anything,
  isList,
  isMembers,
  member,
  openMembers,
  type Members,
  type Value
} from '../../../src/testing/workflow/Value.js'
import { checked, found, machine } from './machines.js'

const valueOf = (states: Members, expression: string, variables: Members = {}): unknown => {
  const value = jsonataValue({ evaluators, states, variables })(`{% ${expression} %}`)
  return E.isRight(value) ? value.right : value.left.names[0]
}

describe('an expression', () => {
  const states: Members = {
    input: openMembers({ id: 'cks-1' }),
    result: { CustomKeyStores: [{ ConnectionState: 'FAILED', When: anything }] }
  }

  it.each<[string, unknown]>([
    ['$states.input.id', 'cks-1'],
    ["$states.result.CustomKeyStores[0].ConnectionState = 'FAILED'", true],
    ["$states.result.CustomKeyStores[ConnectionState = 'FAILED'].ConnectionState", 'FAILED'],
    ['$states.input.other', anything],
    ["$states.input.other = 'x'", anything],
    ["$states.input.other.deeper = 'x' ? 1 : 2", anything],
    ['$exists($states.input.other)', anything],
    ['{"a": $states.input.other, "b": 1}', { a: anything, b: 1 }],
    ['[$states.result.CustomKeyStores[0].When]', [anything]],
    ['$count($states.input.other)', anything],
    ['$keys($states.input)', anything],
    ['$n + 1', 3],
    ['$unknown & "x"', anything],
    ['$states.input', states['input']],
    ['$now()', anything],
    ['$hash("x", "SHA-1")', anything],
    ['$parse(\'{"a":[1]}\').a', [1]],
    ['$partition([1, 2, 3], 2)', [[1, 2], [3]]],
    ['$range(1, 9, 4)', [1, 5, 9]],
    ['$range(1, 9, 0)', 'States.QueryEvaluationError'],
    ["$parse('{')", 'States.QueryEvaluationError'],
    ['$states.result.nothing', 'States.QueryEvaluationError'],
    ['$error("no")', 'States.QueryEvaluationError'],
    ['1 +', 'States.QueryEvaluationError'],
    ['($f := function($x) { $f($x) }; $f(1))', 'States.QueryEvaluationError']
  ])('%s', (expression, expected) => {
    const known = expression.includes('nothing') ? { result: { a: 1 } } : states
    expect(valueOf(known, expression, { n: 2, unknown: anything })).toEqual(expected)
  })

  it('may give anything without a reader of JSONata', () => {
    const value = jsonataValue({ evaluators: {}, states: {}, variables: {} })('{% 1 %}')
    expect(value).toEqual(E.right(anything))
  })
})

describe('what is known of a value', () => {
  const expressions = [
    'a',
    'b = 1',
    'a = b',
    'a.x',
    'a.x = 1',
    '[a, b]',
    '{"p": a, "q": b = 2}',
    'a > 1 or b < 2',
    'b ? a : 7',
    '$string(a)',
    '$exists(b) and a = 1',
    'list[x = 1].y',
    'list.x',
    '$sum(list.x)',
    '$count(list[y = 2])',
    'a in [1, 2]',
    '$type(a)',
    'list[0]',
    '$merge([{"k": a}, {"l": b}])',
    'list ~> $map(function($i) { $i.x })',
    'b = 1 ? {"a": a} : {"a": 0}',
    '$not(a = 1)',
    'a & "x"'
  ]
  const scalar = fc.constantFrom<Value>(0, 1, 2, true, 'x', null)
  const inner = fc.record({ x: scalar, y: scalar })
  const data = fc.record({ a: fc.oneof(scalar, inner), b: scalar, list: fc.array(inner, { maxLength: 3 }) })

  /** The data with some of its parts hidden, chosen by a list of coins. */
  const hidden = (value: Value, coins: Array<boolean>): Value => {
    if (coins.pop() === true) return anything
    if (isList(value)) return value.map((one) => hidden(one, coins))
    return isMembers(value)
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hidden(one, coins)]))
      : value
  }

  const covers = (known: unknown, real: unknown): boolean => {
    if (known === anything) return true
    if (isList(known as Value) && Array.isArray(real)) {
      const list = known as ReadonlyArray<Value>
      return list.length === real.length && list.every((one, i) => covers(one, real[i]))
    }
    if (isMembers(known as Value) && isMembers(real as Value)) {
      const names = new Set([...Object.keys(known as object), ...Object.keys(real as object)])
      return [...names].every((name) => {
        const [one, other] = [member(known as Value, name), member(real as Value, name)]
        return one._tag === 'Some' && other._tag === 'Some' && covers(one.value, other.value)
      })
    }
    return known === real
  }

  it('holds whatever the rest is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...expressions),
        data,
        fc.array(fc.boolean(), { maxLength: 14 }),
        (expression, whole, coins) => {
          const inInput = expression.replace(/(?<![\w".$])(a|b|list)(?![\w"(])/g, '$$states.input.$1')
          const real = valueOf({ input: whole }, inInput)
          const known = valueOf(
            {
              input: Object.fromEntries(
                Object.entries(whole as Members).map(([name, one]) => [name, hidden(one, [...coins])])
              )
            },
            inInput
          )
          if (real === 'States.QueryEvaluationError') return
          expect([inInput, known, covers(known, real)]).toEqual([inInput, known, true])
        }
      ),
      { numRuns: 2000 }
    )
  })
})

describe('a workflow in JSONata', () => {
  const task = (action: string, fields: object) => ({
    Type: 'Task',
    Resource: `arn:aws:states:::aws-sdk:kms:${action}`,
    Arguments: { CustomKeyStoreId: '{% $id %}' },
    Retry: [{ ErrorEquals: ['Kms.KmsInternalException', 'Kms.KmsException'] }],
    ...fields
  })
  const polling = (failed: object) =>
    machine(
      {
        Begin: {
          Type: 'Pass',
          Assign: { id: '{% $states.input.CustomKeyStoreId %}', n: 0 },
          Next: 'Connect'
        },
        Connect: task('connectCustomKeyStore', {
          Next: 'Look',
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Look' }]
        }),
        Look: task('describeCustomKeyStores', {
          Assign: { n: '{% $n + 1 %}' },
          Output: '{% $states.result.CustomKeyStores[0].ConnectionState %}',
          Next: 'Which'
        }),
        Which: {
          Type: 'Choice',
          Choices: [
            { Condition: "{% $states.input = 'CONNECTED' %}", Next: 'Done' },
            { Condition: "{% $states.input in ['CONNECTING', 'DISCONNECTING'] %}", Next: 'Wait' }
          ],
          ...failed
        },
        Wait: { Type: 'Wait', Seconds: 60, Next: 'Look' },
        Done: { Type: 'Succeed' },
        GiveUp: { Type: 'Fail' }
      },
      { QueryLanguage: 'JSONata' }
    )

  it('is checked as one in JSONPath is', () => {
    expect(found(polling({ Default: 'GiveUp' }))).toEqual([])
    expect(found(polling({}), { without: ['unreachableState'] })).toEqual(['unexpectedState at Which'])
    const endless = checked(polling({ Default: 'Wait' }), { without: ['unreachableState'] })
    expect(endless.isWhole).toBe(true)
    expect(new Set(endless.findings.map(({ kind }) => kind))).toEqual(new Set(['endlessLoop']))
  })
})
