import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { parseDocument, YAMLMap, YAMLSeq, type Tags } from 'yaml'
import { definitionsIn, type FoundMachine } from '../testing/workflow/index.js'
import type { Read } from './commandLine.js'

/** A state machine of a file, or why its definition cannot be read. */
export interface NamedMachine {
  readonly name: string
  readonly definition: Read<unknown>
}

const mebibyte = 1_048_576
/** More than CloudFormation or Step Functions take. */
const largestFile = 10 * mebibyte

/** The short forms of the functions of CloudFormation. */
const shortForms = [
  ...[
    'Base64',
    'Cidr',
    'FindInMap',
    'GetAtt',
    'GetAZs',
    'If',
    'ImportValue',
    'Join',
    'Select',
    'Split',
    'Sub'
  ],
  ...['And', 'Equals', 'Not', 'Or', 'Transform', 'Length', 'ToJsonString']
].map((name) => [`!${name}`, `Fn::${name}`] as const)

const tags: Tags = [...shortForms, ['!Ref', 'Ref'] as const, ['!Condition', 'Condition'] as const].flatMap(
  ([tag, name]) => [
    { tag, resolve: (text: string) => ({ [name]: text }) },
    {
      tag,
      collection: 'seq' as const,
      resolve: (list: unknown) => ({ [name]: list instanceof YAMLSeq ? (list.toJSON() as unknown) : list })
    },
    {
      tag,
      collection: 'map' as const,
      resolve: (map: unknown) => ({ [name]: map instanceof YAMLMap ? (map.toJSON() as unknown) : map })
    }
  ]
)

const yaml = (file: string, text: string): Read<unknown> =>
  E.tryCatch(
    () => {
      const document = parseDocument(text, { customTags: tags, logLevel: 'silent' })
      const [error] = document.errors
      if (error !== undefined) throw new Error(error.message.split('\n')[0])
      return document.toJS({ maxAliasCount: 100 }) as unknown
    },
    (error) => `${file} is neither JSON nor YAML: ${E.toError(error).message}`
  )

const json = (file: string, text: string): Read<unknown> =>
  E.tryCatch(
    () => JSON.parse(text) as unknown,
    (error) => `${file} is not JSON: ${E.toError(error).message}`
  )

/** The contents of a file of JSON or YAML. What begins with a brace is meant to be JSON, whose complaints are clearer. */
const contentsOf = (file: string): Read<unknown> =>
  pipe(
    E.tryCatch(
      () => (statSync(file).size > largestFile ? undefined : readFileSync(file, 'utf8')),
      (error) => `cannot read ${file}: ${E.toError(error).message}`
    ),
    E.chain((text) => {
      if (text === undefined) return E.left(`${file} is larger than ${String(largestFile / mebibyte)} MiB`)
      return /^\s*\{/.test(text) && !/\.ya?ml$/.test(file) ? json(file, text) : yaml(file, text)
    })
  )

const definitionOf = (file: string, { definition }: FoundMachine): Read<unknown> => {
  switch (definition.is) {
    case 'definition':
      return E.right(definition.definition)
    case 'unreadable':
      return E.left(definition.why)
    case 'file':
      return pipe(contentsOf(join(dirname(file), definition.uri)), E.map(definition.completed))
  }
}

/** Every state machine in a file: of a definition itself, or of a template. */
export const machinesIn = (file: string): Read<ReadonlyArray<NamedMachine>> =>
  pipe(
    contentsOf(file),
    E.map((document) =>
      definitionsIn(document).map((machine) => ({
        name: machine.name === '' ? basename(file) : machine.name,
        definition: definitionOf(file, machine)
      }))
    )
  )
