/** Paths, payload templates and intrinsic functions, on data of which not all is known. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { evaluators } from '../../../src/cli/checkEvaluators.js'
import { intrinsicValue } from '../../../src/testing/workflow/intrinsics.js'
import { valueOfPath, withValueAt, type Scope } from '../../../src/testing/workflow/Path.js'
import { payload } from '../../../src/testing/workflow/payload.js'
import { anything, common, openMembers, textOf, type Value } from '../../../src/testing/workflow/Value.js'

const data: Value = {
  id: 'cks-1',
  n: 2,
  list: [{ a: 1 }, { a: 2, 'odd name': true }],
  more: openMembers({ known: 'x' }),
  what: anything
}

const scope: Scope = {
  data,
  context: { Execution: { Name: 'run' } },
  variables: { store: { id: 'cks-2' } },
  jsonPath: evaluators.jsonPath
}

const nothing = 'States.Runtime'
const valueOr = (read: E.Either<{ readonly names: ReadonlyArray<string> }, Value>): unknown =>
  E.isRight(read) ? read.right : read.left.names[0]

describe('a path', () => {
  it.each<[string, unknown]>([
    ['$', data],
    ['$.id', 'cks-1'],
    ['$.list[1].a', 2],
    ['$.list[-1].a', 2],
    ["$.list[1]['odd name']", true],
    ['$["list"][0]["a"]', 1],
    ['$$.Execution.Name', 'run'],
    ['$store.id', 'cks-2'],
    ['$.what', anything],
    ['$.what.deeper[3]', anything],
    ['$.more.known', 'x'],
    ['$.more.other', anything],
    ['$.list[*].a', [1, 2]],
    ['$.list[?(@.a > 1)].a', [2]],
    ['$.list[0:1]', [{ a: 1 }]],
    ['$..a', anything],
    ['$.list[?(@.a == $.n)]', anything],
    ['$.nowhere', nothing],
    ['$.list[2]', nothing],
    ['$.id.deeper', nothing],
    ['$unset', nothing],
    ['id', nothing],
    ['$.__proto__', nothing],
    ['$.constructor', nothing],
    ['$.list[?(@.constructor.constructor("return process")())]', nothing]
  ])('%s', (path, expected) => {
    expect(valueOr(valueOfPath(scope)(path))).toEqual(expected)
  })

  it('may be anything without a reader of JSONPath', () => {
    expect(valueOr(valueOfPath({ ...scope, jsonPath: undefined })('$.list[*].a'))).toBe(anything)
  })

  it('puts a value where it leads, and nowhere else', () => {
    expect(withValueAt(['a', 'b'], 1, { c: 2 })).toEqual({ a: { b: 1 }, c: 2 })
    expect(withValueAt(['list', 0, 'a'], 9, data)).toMatchObject({ list: [{ a: 9 }, { a: 2 }], id: 'cks-1' })
    const open = withValueAt(['a'], 1, openMembers({ b: 2 }))
    expect(valueOr(valueOfPath({ ...scope, data: open })('$.other'))).toBe(anything)
    const hostile = withValueAt(['__proto__', 'polluted'], true, {})
    expect(Object.keys(hostile as object)).toEqual(['__proto__'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('an intrinsic function', () => {
  it.each<[string, unknown]>([
    ["States.Format('{} of {}', $.id, 3)", 'cks-1 of 3'],
    ["States.Format('it\\'s \\{\\} {}', 'x')", "it's {} x"],
    ["States.Format('{}', $.what)", anything],
    ["States.Format('{}')", 'States.IntrinsicFailure'],
    ['States.MathAdd($.n, -1)', 1],
    ["States.MathAdd('1', 1)", 'States.IntrinsicFailure'],
    ['States.Array($.id, true, null, $.what)', ['cks-1', true, null, anything]],
    ['States.ArrayLength($.list)', 2],
    ['States.ArrayGetItem($.list, 1)', { a: 2, 'odd name': true }],
    ['States.ArrayGetItem($.list, 7)', 'States.IntrinsicFailure'],
    ['States.ArrayContains(States.Array(1, 2), $.n)', true],
    ['States.ArrayContains(States.Array(1, $.what), 5)', anything],
    ['States.ArrayRange(1, 9, 4)', [1, 5, 9]],
    ['States.ArrayRange(1, 1000000, 1)', 'States.IntrinsicFailure'],
    ['States.ArrayPartition(States.Array(1, 2, 3), 2)', [[1, 2], [3]]],
    ['States.ArrayUnique(States.Array(1, 2, 1))', [1, 2]],
    ['States.StringToJson(\'{"a":[1]}\')', { a: [1] }],
    ["States.StringToJson('{')", 'States.IntrinsicFailure'],
    ['States.JsonToString($.list[0])', '{"a":1}'],
    ['States.JsonMerge($.list[0], States.StringToJson(\'{"b":2}\'), false)', { a: 1, b: 2 }],
    ["States.StringSplit('a,b;c', ',;')", ['a', 'b', 'c']],
    ['States.UUID()', anything],
    ['States.Nothing()', 'States.IntrinsicFailure'],
    ['States.toString()', 'States.IntrinsicFailure'],
    ['States.Array(1', 'States.IntrinsicFailure'],
    ['States.Array(1) and more', 'States.IntrinsicFailure'],
    [`${'States.Array('.repeat(5000)}1${')'.repeat(5000)}`, 'States.IntrinsicFailure']
  ])('%s', (text, expected) => {
    expect(valueOr(intrinsicValue(scope)(text))).toEqual(expected)
  })
})

describe('a payload template', () => {
  it('is filled in wherever a name ends in .$', () => {
    const template = {
      fixed: '$.id',
      'id.$': '$.id',
      in: [{ 'run.$': '$$.Execution.Name' }],
      'sum.$': 'States.MathAdd($.n, 1)'
    }
    expect(valueOr(payload(scope)(template))).toEqual({
      fixed: '$.id',
      id: 'cks-1',
      in: [{ run: 'run' }],
      sum: 3
    })
  })

  it('fails where a path finds nothing, or is none', () => {
    expect(valueOr(payload(scope)({ 'id.$': '$.nowhere' }))).toBe(nothing)
    expect(valueOr(payload(scope)({ 'id.$': 7 }))).toBe(nothing)
  })
})

describe('values', () => {
  it('have different texts where they differ in what is not known', () => {
    const values: ReadonlyArray<Value> = [
      anything,
      null,
      {},
      openMembers(),
      { anything: true },
      [anything],
      [null],
      '\u0000'
    ]
    expect(new Set(values.map(textOf)).size).toBe(values.length)
  })

  it('have in common what is equal in both', () => {
    expect(textOf(common({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }))).toBe(textOf({ a: 1, b: [1, anything] }))
    expect(textOf(common({ a: 1, b: 2 }, { a: 1 }))).toBe(textOf(openMembers({ a: 1 })))
    expect(common('a', 1)).toBe(anything)
  })
})
