/** What the scanner finds in a log, where, and that this does not hang on the pieces in which the log comes. */
import { describe, expect, it } from 'vitest'
import { longestRecord } from '../../../src/judge/logs/Scan.js'
import { event, foundIn } from './scanned.js'

type Row = readonly [log: string, found: ReadonlyArray<string>]

const [one, two, three] = [event(1), event(2), event(3)]

const holds = ([log, found]: Row): void => {
  expect([log, foundIn([log])]).toEqual([log, found])
  expect([log, foundIn(log)]).toEqual([log, found])
  for (let at = 1; at < log.length; at += 1) {
    expect([log, at, foundIn([log.slice(0, at), log.slice(at)])]).toEqual([log, at, found])
  }
}

const whole: ReadonlyArray<Row> = [
  ['', []],
  [' \t\r\n', []],
  ['1\n', ['1 1']],
  ['"a"\n"b"', ['1 "a"', '2 "b"']],
  ['null\n\ntrue', ['1 null', '3 true']],
  [' \t\r\n 7 \r\n8', ['2 7', '3 8']],
  ['{"a":1}', ['1 {"a":1}']],
  ['{"a":1}\n{"a":2}\n', ['1 {"a":1}', '2 {"a":2}']],
  ['{"a":1}{"a":2}', ['1 {"a":1}', '1 {"a":2}']],
  ['{"a":1},\n\n{"a":2},\n', ['1 {"a":1}', '3 {"a":2}']],
  ['\u001e{"a":1}\n\u001e{"a":2}', ['1 {"a":1}', '2 {"a":2}']],
  ['{"a":1} 2\n3', ['1 {"a":1}', '1 2', '2 3']],
  ['{\n"a":\n1}\n{"a":2}', ['1 {"a":1}', '4 {"a":2}']],
  ['{"a":1}\n\n\n[]\n{"a":2}', ['1 {"a":1}', '5 {"a":2}']],
  ['{"a":-1.5e+3,"b":[true,false,null]}', ['1 {"a":-1500,"b":[true,false,null]}']],
  ['{"a":"\\"}","b":"\\\\"}', ['1 {"a":"\\"}","b":"\\\\"}']],
  ['{"a":"é{[,:"}', ['1 {"a":"é{[,:"}']],
  [`${one}\n${two}`, ['1 {"eventVersion":1}', '2 {"eventVersion":2}']],
  [`${one}${two}`, ['1 {"eventVersion":1}', '1 {"eventVersion":2}']],
  ['{"eventVersion":1,\n"a":2}\n{"eventVersion":3}', ['1 {"eventVersion":1,"a":2}', '3 {"eventVersion":3}']]
]

const lists: ReadonlyArray<Row> = [
  ['[]', []],
  ['[ ]', []],
  ['[1,]', ['1.1 1']],
  ['[,1]', ['1.1 1']],
  ['[1 , 2 ]', ['1.1 1', '1.2 2']],
  ['[[],[]]', ['1.1 []', '1.2 []']],
  ['[1,"b",null,[2,[3]],{}]', ['1.1 1', '1.2 "b"', '1.3 null', '1.4 [2,[3]]', '1.5 {}']],
  ['[{"a":1},\n{"a":2}]\n{"a":3}', ['1.1 {"a":1}', '1.2 {"a":2}', '3 {"a":3}']],
  [
    `\n[${one},\n${two}]\n[${three}]`,
    ['2.1 {"eventVersion":1}', '2.2 {"eventVersion":2}', '4.1 {"eventVersion":3}']
  ],
  ['{"Records":[1,2]}', ['1.1 1', '1.2 2']],
  ['{"Records":[]}', []],
  [
    '{"records":[1]}{"Events":[2]}{"events":[3]}{"logEvents":[4]}{"Messages":[5]}',
    ['1.1 1', '1.1 2', '1.1 3', '1.1 4', '1.1 5']
  ],
  ['{"Records" : [1],"Events":\n[2],"x":[3]}', ['1.1 1', '1.2 2']],
  ['{"x":1,"Records":[1],"y":2}', ['1.1 1']],
  ['{"a":[[1]],"Records":[1]}', ['1.1 1']],
  ['{"Records":[1]}\n{"Records":[2]}', ['1.1 1', '2.1 2']],
  ['{"Records":[{"Records":[1]}]}', ['1.1 {"Records":[1]}']],
  ['[{"Records":[1]}]', ['1.1 {"Records":[1]}']],
  ['{"other":[1]}', ['1 {"other":[1]}']],
  ['{"xRecords":[1]}', ['1 {"xRecords":[1]}']],
  ['{"a":"Records","b":[1]}', ['1 {"a":"Records","b":[1]}']],
  ['{"a":{"Records":[1]}}', ['1 {"a":{"Records":[1]}}']]
]

const broken: ReadonlyArray<Row> = [
  ['a\n1', ['1 ✗ not JSON', '2 1']],
  ['x\ny\n1\nz', ['1 ✗ not JSON', '2 ✗ not JSON', '3 1', '4 ✗ not JSON']],
  ['1 2\n3', ['1 ✗ not JSON, at character 3', '2 3']],
  ['x y\n{"a":1}', ['1 ✗ not JSON', '2 {"a":1}']],
  [`x ${one} y\n2`, ['1 ✗ not JSON', '1 {"eventVersion":1}', '1 ✗ not JSON', '2 2']],
  [`x ${one}${two}\n3`, ['1 ✗ not JSON', '1 {"eventVersion":1}', '1 {"eventVersion":2}', '2 3']],
  ['{"a":1', ['1 ✗ cut short']],
  ['{"a', ['1 ✗ cut short']],
  ['{"a":"\\', ['1 ✗ cut short']],
  ['{"a":"b\n{"a":2}', ['1 ✗ not JSON, at character 8', '2 {"a":2}']],
  ['{"a":1\n{"a":2}', ['1 ✗ not JSON, at character 8', '2 {"a":2}']],
  ['{"a":1]\n2', ['1 ✗ not JSON, at character 7', '2 2']],
  ['{"a":1]\n{"a":2}', ['1 ✗ not JSON, at character 7', '2 {"a":2}']],
  [']\n1', ['1 ✗ not JSON', '2 1']],
  ['}\n{"a":1}', ['1 ✗ not JSON', '2 {"a":1}']],
  ['{"a":é}\n{"a":1}', ['1 ✗ not JSON, at character 6', '2 {"a":1}']],
  ['{"a":b}\n1', ['1 ✗ not JSON, at character 6', '2 1']],
  ['{"a":\u0080}\n1', ['1 ✗ not JSON, at character 6', '2 1']],
  ['{"a":\u007f}\n1', ['1 ✗ not JSON, at character 6', '2 1']],
  ['{a}\n{"a":1}', ['1 ✗ not JSON, at character 2', '2 {"a":1}']],
  ['{"a":1 "b":2}\n3', ['1 ✗ not JSON, at character 8', '2 3']],
  ['{"a" 1}\n{"b":1}', ['1 ✗ not JSON, at character 6', '2 {"b":1}']],
  ['{"a":\u0000}\n1', ['1 ✗ not JSON, at character 6', '2 1']],
  ['{"a":tru}\n1', ['1 ✗ not JSON', '2 1']],
  ['{"a":1}}\n2', ['1 {"a":1}', '1 ✗ not JSON', '2 2']],
  ['{"a":{"b":1}\n{"a":2}\n', ['1 ✗ not JSON, at character 14', '2 {"a":2}']],
  [`{"a":${one}\n${two}`, ['1 ✗ not JSON, at character 25', '1 {"eventVersion":1}', '2 {"eventVersion":2}']],
  [`{"a":${one}`, ['1 ✗ cut short', '1 {"eventVersion":1}']],
  [`{"eventVersion":1,"b":${two}`, ['1 ✗ cut short', '1 {"eventVersion":2}']],
  [
    '{ "eventVersion" : 1 , "a": x , { "eventVersion" : 2 }\n3',
    ['1 ✗ not JSON, at character 29', '1 {"eventVersion":2}', '2 3']
  ]
]

const brokenLists: ReadonlyArray<Row> = [
  ['[{"a":1},{"a":b},{"a":2}]', ['1.1 {"a":1}', '1.2 ✗ not JSON, at character 6', '1.3 {"a":2}']],
  ['[{"a":1},{"a":b,{"a":2}]', ['1.1 {"a":1}', '1.2 ✗ not JSON, at character 6', '1.3 {"a":2}']],
  [
    `[${one},{"a":"b,${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 12', '1.3 {"eventVersion":2}']
  ],
  [
    `[${one},{"a":"b\n,${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 8', '1.3 {"eventVersion":2}']
  ],
  [
    `[${one},{"a":[1},${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 8', '1.3 {"eventVersion":2}']
  ],
  [
    `[${one},{"a":1],${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 7', '1 {"eventVersion":2}', '1 ✗ not JSON']
  ],
  [
    `[${one},{"a":1]},${two}]`,
    [
      '1.1 {"eventVersion":1}',
      '1.2 ✗ not JSON, at character 7',
      '1 ✗ not JSON',
      '1 {"eventVersion":2}',
      '1 ✗ not JSON'
    ]
  ],
  [
    `[${one},{"a":[1,${two},${three}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ cut short', '1.3 {"eventVersion":2}', '1.4 {"eventVersion":3}']
  ],
  [
    `[${one},{"a":${two},${three}]`,
    [
      '1.1 {"eventVersion":1}',
      '1.2 ✗ not JSON, at character 25',
      '1.3 {"eventVersion":2}',
      '1.4 {"eventVersion":3}'
    ]
  ],
  [
    `[${one}${two},${three}]`,
    [
      '1.1 ✗ not JSON, at character 19',
      '1.2 {"eventVersion":1}',
      '1 {"eventVersion":2}',
      '1 {"eventVersion":3}',
      '1 ✗ not JSON'
    ]
  ],
  [`[${one} ${two}`, ['1.1 ✗ not JSON, at character 20', '1.2 {"eventVersion":1}', '1 {"eventVersion":2}']],
  [
    `[${one}\n${two}\n`,
    ['1.1 ✗ not JSON, at character 20', '1.2 {"eventVersion":1}', '2 {"eventVersion":2}']
  ],
  [
    `[${one},{"eventVersion":x},${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 17', '1.3 {"eventVersion":2}']
  ],
  [`[${one},`, ['1.1 {"eventVersion":1}', '1.2 ✗ cut short']],
  [`[${one},{"a"`, ['1.1 {"eventVersion":1}', '1.2 ✗ cut short']],
  [`[${one},"a`, ['1.1 {"eventVersion":1}', '1.2 ✗ cut short']],
  [`[${one},{"a":${two}`, ['1.1 {"eventVersion":1}', '1.2 ✗ cut short', '1.3 {"eventVersion":2}']],
  [
    `[${one},x,${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 1', '1.3 {"eventVersion":2}']
  ],
  [
    `[${one},x y,${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 1', '1.3 {"eventVersion":2}']
  ],
  [
    `[${one},é,é,${two}]`,
    [
      '1.1 {"eventVersion":1}',
      '1.2 ✗ not JSON, at character 1',
      '1.3 ✗ not JSON, at character 1',
      '1.4 {"eventVersion":2}'
    ]
  ],
  [
    `[${one},{"a":é},${two},{"a":é},${three}]`,
    [
      '1.1 {"eventVersion":1}',
      '1.2 ✗ not JSON, at character 6',
      '1.3 {"eventVersion":2}',
      '1.4 ✗ not JSON, at character 6',
      '1.5 {"eventVersion":3}'
    ]
  ],
  [`[${one}}`, ['1.1 ✗ not JSON, at character 19', '1.2 {"eventVersion":1}']],
  [
    `[${one}},${two}]`,
    ['1.1 ✗ not JSON, at character 19', '1.2 {"eventVersion":1}', '1.3 {"eventVersion":2}']
  ],
  [
    `{"Records":[${one},{"b":1},\n{"c":x}]}\n${two}`,
    ['1.1 {"eventVersion":1}', '1.2 {"b":1}', '1.3 ✗ not JSON, at character 7', '3 {"eventVersion":2}']
  ]
]

const brokenDocuments: ReadonlyArray<Row> = [
  [`{"Records":[${one}]`, ['1.1 {"eventVersion":1}']],
  [`{"Records":[${one}],"b":1`, ['1.1 {"eventVersion":1}']],
  [
    `{"Records":[${one}}\n${two}`,
    ['1.1 ✗ not JSON, at character 19', '1.2 {"eventVersion":1}', '1.3 {"eventVersion":2}', '1.4 ✗ cut short']
  ],
  [
    `{"Records":[${one}],"b":x}\n${two}`,
    ['1.1 {"eventVersion":1}', '1 ✗ not JSON, at character 6', '2 {"eventVersion":2}']
  ],
  [
    `{"Records":[${one}],"b":"\n${two}`,
    ['1.1 {"eventVersion":1}', '1 ✗ not JSON, at character 7', '2 {"eventVersion":2}']
  ],
  [`{"b":x,"Records":[${one}]}`, ['1 ✗ not JSON, at character 6', '1.1 {"eventVersion":1}']],
  // The document lacks its last bracket: what comes is no member of it.
  [
    `{"Records":[${one}]\n${two}`,
    ['1.1 {"eventVersion":1}', '1 ✗ not JSON, at character 2', '2 {"eventVersion":2}']
  ],
  [
    `{"Records":[${one}]${two}`,
    ['1.1 {"eventVersion":1}', '1 ✗ not JSON, at character 1', '1 {"eventVersion":2}']
  ],
  [
    `{"Records":[${one}]\n{"Records":[${two}]}`,
    ['1.1 {"eventVersion":1}', '1 ✗ not JSON, at character 2', '2.1 {"eventVersion":2}']
  ],
  [
    `{"Records":[${one}],\n${two}\n${three}`,
    ['1.1 {"eventVersion":1}', '1 ✗ not JSON, at character 3', '2 {"eventVersion":2}', '3 {"eventVersion":3}']
  ]
]

const stamped: ReadonlyArray<Row> = [
  [
    `2024-01-01T00:00:00Z ${one}\n2024-01-01 00:00 ${two}\n`,
    ['1 {"eventVersion":1}', '2 {"eventVersion":2}']
  ],
  [`2024-01-01T00:00:00Z x\n${one}`, ['1 ✗ not JSON, at character 5', '2 {"eventVersion":1}']],
  [`2024-01-01T00:00:00Z {"a":x}\n${one}`, ['1 ✗ not JSON, at character 6', '2 {"eventVersion":1}']],
  [`2024-01-01T00:00:00Z\n${one}`, ['1 ✗ not JSON, at character 5', '2 {"eventVersion":1}']]
]

/** An object within so many others. */
const nest = (depth: number, name = 'a'): string => `${`{"${name}":`.repeat(depth)}1${'}'.repeat(depth)}`

const nested: ReadonlyArray<Row> = [
  [nest(128), [`1 ${nest(128)}`]],
  [`${nest(129)}\n1`, ['1 ✗ nested deeper than any event', '2 1']],
  [`${'['.repeat(130)}\n1`, ['1.1 ✗ nested deeper than any event']],
  [
    `[${nest(127)},${nest(128)},${one}]`,
    [`1.1 ${nest(127)}`, '1.2 ✗ nested deeper than any event', '1.3 {"eventVersion":1}']
  ],
  [
    `{"a":${nest(128, 'eventVersion')}}\n1`,
    ['1 ✗ nested deeper than any event', '1 {"eventVersion":{"eventVersion":1}}', '1 ✗ not JSON', '2 1']
  ]
]

const severalFaults: ReadonlyArray<Row> = [
  ['{"a":x {"eventVersion":y}\n1', ['1 ✗ not JSON, at character 6', '2 1']],
  ['{"a":x\n{"eventVersion":y}\n1', ['1 ✗ not JSON, at character 6', '2 ✗ not JSON, at character 17', '3 1']],
  ['{"a":x\n\n{"b":y\n\n3', ['1 ✗ not JSON, at character 6', '3 ✗ not JSON, at character 6']],
  [
    `[${one},{"a":x},\n{"b":y},${two}]`,
    [
      '1.1 {"eventVersion":1}',
      '1.2 ✗ not JSON, at character 6',
      '1.3 ✗ not JSON, at character 7',
      '1.4 {"eventVersion":2}'
    ]
  ],
  [
    '{"a":x\n{"b":1}\n{"c":y\n{"d":2}',
    ['1 ✗ not JSON, at character 6', '2 {"b":1}', '3 ✗ not JSON, at character 6', '4 {"d":2}']
  ]
]

const lineBegins: ReadonlyArray<Row> = [
  [`[{"a":\n{"b":1 x},${two}]`, ['1.1 ✗ not JSON, at character 14', '1.2 {"eventVersion":2}']],
  [`[{"a":[\n[1 x]]},${two}]`, ['1.1 ✗ not JSON, at character 11', '1.2 {"eventVersion":2}']],
  ['{"a":[\n[1 x\n{"b":2}', ['1 ✗ not JSON, at character 11', '2.1 ✗ not JSON, at character 3', '3 {"b":2}']],
  [
    `[${one},{"a":x\n{"b":1},${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 6', '1.3 {"eventVersion":2}']
  ]
]

const mismatched: ReadonlyArray<Row> = [
  [
    `[${one},{"a":[[[1},${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 10', '1.3 {"eventVersion":2}']
  ],
  [
    `[${one},{"a":[{"b":[1},${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 14', '1.3 {"eventVersion":2}']
  ],
  [`[${one},{"a":{"b":[1}},2]`, ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 13', '1.3 2']],
  [
    `[${one},{"a":{"b":[1}}},${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 13', '1.3 {"eventVersion":2}']
  ],
  [
    `[${one},[1},[2],${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 3', '1.3 [2]', '1.4 {"eventVersion":2}']
  ],
  ['[1},2]', ['1.1 ✗ not JSON, at character 2', '1.2 1', '1.3 2']],
  [
    '[1},2,3}]',
    ['1.1 ✗ not JSON, at character 2', '1.2 1', '1.3 2', '1.4 ✗ not JSON, at character 2', '1.5 3']
  ],
  ['[[1},2]', ['1.1 ✗ not JSON, at character 3', '1.2 2']],
  [
    '[{"a":1}},2,{"b":3}}]',
    [
      '1.1 ✗ not JSON, at character 8',
      '1.2 {"a":1}',
      '1.3 2',
      '1.4 ✗ not JSON, at character 8',
      '1.5 {"b":3}'
    ]
  ],
  ['[{"a":[1}},2]', ['1.1 ✗ not JSON, at character 8', '1.2 2']]
]

const brokenTexts: ReadonlyArray<Row> = [
  [
    `[${one},{"a":"x\ny"},${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 8', '1.3 {"eventVersion":2}']
  ],
  [
    `[${one},{"a":"x\n"},2,${two}]`,
    ['1.1 {"eventVersion":1}', '1.2 ✗ not JSON, at character 8', '1.3 {"eventVersion":2}']
  ],
  ['{"a":"x\ny"}\n1', ['1 ✗ not JSON, at character 8', '2 ✗ not JSON', '3 1']],
  [`{"a":"x\n${one}`, ['1 ✗ not JSON, at character 8', '2 {"eventVersion":1}']],
  ['["x\n",1]', ['1.1 ✗ not JSON, at character 3']],
  ['["x\ny\nz",1]', ['1.1 ✗ not JSON, at character 3']]
]

const sideBySide: ReadonlyArray<Row> = [
  ['[1 2,3]', ['1.1 ✗ not JSON, at character 3', '1.2 3']],
  ['[1 "a",3]', ['1.1 ✗ not JSON, at character 3', '1.2 3']],
  [
    '[{"a":1}{"b":2},3]',
    ['1.1 ✗ not JSON, at character 8', '1.2 {"a":1}', '1 {"b":2}', '1 ✗ not JSON, at character 2']
  ],
  [
    '[{"a":1}\n{"b":2},3]\n4',
    ['1.1 ✗ not JSON, at character 9', '1.2 {"a":1}', '2 {"b":2}', '2 ✗ not JSON, at character 2', '3 4']
  ],
  [
    '["a"{"b":2},3]\n4',
    ['1.1 ✗ not JSON, at character 4', '1.2 "a"', '1 {"b":2}', '1 ✗ not JSON, at character 2', '2 4']
  ],
  ['[1{"b":2}\n3', ['1.1 ✗ not JSON, at character 2', '1.2 1', '1 {"b":2}', '2 3']],
  ['{"a"{"b":1}}\n2', ['1 ✗ not JSON, at character 5', '1 {"b":1}', '1 ✗ not JSON', '2 2']],
  ['{"a":1{"b":1}}\n2', ['1 ✗ not JSON, at character 7', '1 {"b":1}', '1 ✗ not JSON', '2 2']],
  ['{"a":1[2]}\n3', ['1 ✗ not JSON, at character 7', '1.1 2', '1 ✗ not JSON', '2 3']],
  ['[1[2]]\n3', ['1.1 ✗ not JSON, at character 2', '1.2 1', '1.1 2', '1 ✗ not JSON', '2 3']]
]

const lines: ReadonlyArray<Row> = [
  ['x\n{"a":1}', ['1 ✗ not JSON', '2 {"a":1}']],
  ['x{"a":1}\n2', ['1 ✗ not JSON', '2 2']],
  ['"a" "b"\n1', ['1 ✗ not JSON, at character 5', '2 1']],
  ['"a\n1', ['1 ✗ not JSON, at character 3', '2 1']],
  ['tru\nfalse', ['1 ✗ not JSON', '2 false']],
  ['-\n1', ['1 ✗ not JSON, at character 2', '2 1']],
  [`x ${one}`, ['1 ✗ not JSON', '1 {"eventVersion":1}']],
  [
    `x ${one} y ${two}\n3`,
    ['1 ✗ not JSON', '1 {"eventVersion":1}', '1 ✗ not JSON', '1 {"eventVersion":2}', '2 3']
  ],
  ['x\u0000', ['1 ✗ not JSON']],
  [`é ${one}\n`, ['1 ✗ not JSON', '1 {"eventVersion":1}']],
  [`2024-01-01T00:00:00Z  ${one}`, ['1 {"eventVersion":1}']],
  [`x 2024-01-01T00:00:00Z ${one}`, ['1 ✗ not JSON', '1 {"eventVersion":1}']],
  ['2024-01-01T00:00:00Z', ['1 ✗ not JSON, at character 5']],
  ['2024-01-01T00:00:00Z {"a":', ['1 ✗ cut short']]
]

const signs: ReadonlyArray<Row> = [
  ['{"a":}\n1', ['1 ✗ not JSON', '2 1']],
  ['{"a":1,}\n2', ['1 ✗ not JSON, at character 8', '2 2']],
  ['{,}\n1', ['1 ✗ not JSON, at character 2', '2 1']],
  ['[{"a":1,},2]', ['1.1 ✗ not JSON, at character 8', '1.2 2']],
  ['[nul,2]', ['1.1 ✗ not JSON', '1.2 2']],
  ['[01,2]', ['1.1 ✗ not JSON, at character 2', '1.2 2']],
  ['{"a":1}x\n2', ['1 {"a":1}', '1 ✗ not JSON', '2 2']],
  ['{"Records":[1,x,2],"b":[3],"Events":[4]}', ['1.1 1', '1.2 ✗ not JSON, at character 1', '1.3 2', '1.4 4']],
  ['{"Records":[1],"Records":[2]}', ['1.1 1', '1.2 2']],
  ['{"Records":[1]]}\n2', ['1.1 1', '1 ✗ not JSON, at character 1', '2 2']],
  ['{"Records":[1]},2', ['1.1 1', '1 2']],
  ['{"Records":[{"a":1]}\n2', ['1.1 ✗ not JSON, at character 7', '2 2']],
  ['{"a":[}\n1', ['1 ✗ not JSON, at character 7', '2 1']],
  ['{"a":[1,2}\n1', ['1 ✗ not JSON, at character 10', '2 1']],
  ['{"a":{"b":[}}\n1', ['1 ✗ not JSON, at character 12', '2 1']],
  ['{]\n1', ['1 ✗ not JSON, at character 2', '2 1']],
  ['[}\n1', ['1.1 ✗ not JSON, at character 1', '1.2 ✗ cut short']],
  ['{"a":"\\\n1', ['1 ✗ cut short']],
  ['{"a":"b\\"\n1', ['1 ✗ not JSON, at character 10', '2 1']]
]

describe('what is found in a log, in whatever pieces it comes', () => {
  it.each([
    ['values one after the other', whole],
    ['lists of records', lists],
    ['values that are broken', broken],
    ['lists that are broken', brokenLists],
    ['documents that are broken', brokenDocuments],
    ['lines that begin with a time', stamped],
    ['nests', nested],
    ['several faults', severalFaults],
    ['brackets that begin a line', lineBegins],
    ['brackets that do not fit', mismatched],
    ['texts that break off with the line', brokenTexts],
    ['values side by side', sideBySide],
    ['lines that are no value', lines],
    ['signs that are missing or too many', signs]
  ])('%s', (_, rows) => {
    rows.forEach(holds)
  })
})

describe('what is longer than any event', () => {
  const tooLong = 'longer than any event'
  const wrong = (place: string): string => `${place} ✗ ${tooLong}`
  const [first, second, third] = [one, two, three]

  /** A text with quotation marks, of so many characters. */
  const long = (length: number): string => `"${'a'.repeat(length - 2)}"`
  const text = long(longestRecord + 200_000)
  const inPieces = (log: string): ReadonlyArray<string> =>
    Array.from({ length: Math.ceil(log.length / 65_536) }, (_, i) => log.slice(i * 65_536, (i + 1) * 65_536))

  it.each<readonly [string, log: string, found: ReadonlyArray<string>]>([
    ['a line', `${first}\n${text}\n${second}`, [`1 ${first}`, wrong('2'), `3 ${second}`]],
    ['an object', `${first}\n{"a":${text}}\n${second}`, [`1 ${first}`, wrong('2'), `3 ${second}`]],
    ['an event', `${first}\n{"eventVersion":${text}}\n${second}`, [`1 ${first}`, wrong('2'), `3 ${second}`]],
    [
      'an event of a list',
      `[\n${first},\n{"eventVersion":${text}},\n${second}\n]\n${third}`,
      [`1.1 ${first}`, wrong('1.2'), `1.3 ${second}`, `6 ${third}`]
    ],
    ['a record', `[${first},${text},${second}]`, [`1.1 ${first}`, wrong('1.2'), `1.3 ${second}`]],
    [
      'two records',
      `[{"a":${text}},${first},${text},${second}]`,
      [wrong('1.1'), `1.2 ${first}`, wrong('1.3'), `1.4 ${second}`]
    ],
    [
      'a record before a broken one',
      `[{"a":${text}},{"a":x},${second}]`,
      [wrong('1.1'), '1.2 ✗ not JSON, at character 6', `1.3 ${second}`]
    ],
    ['the end', `${first}\n{"a":${text}`, [`1 ${first}`, wrong('2')]],
    ['a line at the end', `${first}\n${text.slice(1)}`, [`1 ${first}`, wrong('2')]],
    ['the end of a list', `[${first},{"a":${text}`, [`1.1 ${first}`, wrong('1.2')]],
    [
      'a list that breaks off after it',
      `[${first},{"a":${text}},`,
      [`1.1 ${first}`, wrong('1.2'), '1.3 ✗ cut short']
    ],
    [
      'what comes before a list',
      `{"a":${text},\n"Records":[${first}]}\n${second}`,
      [`1.1 ${first}`, `3 ${second}`]
    ],
    [
      'what comes after a list',
      `{"Records":[${first}],"a":${text},"b":${second}}\n${third}`,
      [`1.1 ${first}`, `2 ${third}`]
    ],
    [
      'what is broken after a list',
      `{"Records":[${first}],"a":${text},"b":x}\n${third}`,
      [`1.1 ${first}`, wrong('1'), `2 ${third}`]
    ],
    ['an object of several lines', `{"a":${text},\n\n"b":1}\n${first}`, [wrong('1'), `4 ${first}`]],
    [
      'an object that is laid out',
      `{\n"a":${text},\n"c":\n${long(100_000)}}\n${first}`,
      [wrong('1'), `5 ${first}`]
    ],
    ['what is broken behind it', `{"a":${text} "b":x}\n2`, [wrong('1'), '2 2']],
    ['what is broken before it', `{"b":x,"a":${text}}\n2`, ['1 ✗ not JSON, at character 6', '2 2']],
    [
      'a record that is broken before it',
      `[{"b":x,"a":${text}},${first}]`,
      ['1.1 ✗ not JSON, at character 6', `1.2 ${first}`]
    ],
    ['a nest', `${'{"a":'.repeat(200)}${text}\n${first}`, ['1 ✗ nested deeper than any event', `2 ${first}`]],
    [
      'a nest before an event',
      `${'{"a":'.repeat(200)}${text} ${first}\n2`,
      ['1 ✗ nested deeper than any event', `1 ${first}`, '2 2']
    ],
    [
      'a nest of a list',
      `[${'{"a":'.repeat(200)}${text}},${first}]`,
      ['1.1 ✗ nested deeper than any event', `1.2 ${first}`]
    ],
    [
      'a nest at the end',
      `${first}\n${'{"a":'.repeat(200)}${text}`,
      [`1 ${first}`, '2 ✗ nested deeper than any event']
    ],
    ['blanks in an object', `{${' '.repeat(text.length)}}\n${first}`, [wrong('1'), `2 ${first}`]],
    [
      'blanks in a list',
      `[${'\n'.repeat(text.length)}${first}]\n2`,
      [wrong('1.1'), `1.2 ${first}`, `${String(text.length + 2)} 2`]
    ],
    [
      'a line with an event',
      `${text.slice(1, -1)} ${first} b\n2`,
      [wrong('1'), `1 ${first}`, '1 ✗ not JSON', '2 2']
    ],
    [
      'a line behind an event',
      `x ${first} ${text.slice(1, -1)}\n2`,
      [wrong('1'), `1 ${first}`, wrong('1'), '2 2']
    ],
    [
      'an object with an event',
      `{"a":${text},"b":${first}}\n${second}`,
      [wrong('1'), `1 ${first}`, '1 ✗ not JSON', `2 ${second}`]
    ],
    [
      'an object with an event before',
      `{"b":${first},"a":${text}}\n${second}`,
      [wrong('1'), `1 ${first}`, wrong('1'), `2 ${second}`]
    ],
    [
      'a record with an event before',
      `[{"b":${first},"a":${text}},${second}]`,
      [wrong('1.1'), `1.2 ${first}`, wrong('1.3'), `1.4 ${second}`]
    ],
    [
      'a text without its end',
      `[${first},{"a":"${'a'.repeat(longestRecord + 100_000)}${second},${third}]`,
      [`1.1 ${first}`, wrong('1.2'), `1.3 ${second}`, `1.4 ${third}`]
    ]
  ])('%s', (_, log, found) => {
    expect(foundIn(inPieces(log))).toEqual(found)
    expect(foundIn([log])).toEqual(found)
  })

  it('is neither blank before a value, nor what is just as long', () => {
    expect(foundIn(inPieces(`${' '.repeat(text.length)}${first}`))).toEqual([`1 ${first}`])
    const fitting = long(longestRecord)
    for (const [log, found] of [
      [`${fitting}\n1`, [`1 ${fitting}`, '2 1']],
      [`[${fitting},1]`, [`1.1 ${fitting}`, '1.2 1']]
    ] as const) {
      for (const pieces of [[log], inPieces(log)]) {
        expect(foundIn(pieces).every((one, i) => one === found[i])).toBe(true)
      }
    }
  })
})
