import * as E from 'fp-ts/lib/Either.js'
import * as J from 'fp-ts/lib/Json.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { isTooBig } from '../isTooBig.js'
import { plain } from '../plain.js'
import { resolved, type Template } from './intrinsicFunctions.js'

/** The definition of one state machine: itself, why there is none, or the file beside the template that has it. */
export type Definition =
  | { readonly is: 'definition'; readonly definition: unknown }
  | { readonly is: 'unreadable'; readonly why: string }
  | {
      readonly is: 'file'
      readonly uri: string
      /** Makes the definition of what is in the file. */
      readonly completed: (contents: unknown) => unknown
    }

/** A state machine by its name: the logical name in a template, or none. */
export interface FoundMachine {
  readonly name: string
  readonly definition: Definition
}

const types: ReadonlyArray<unknown> = ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine']

const unreadable = (why: string): Definition => ({ is: 'unreadable', why })

/** Every text in a definition with its substitutions. */
const withSubstitutions = (
  template: Template,
  values: Readonly<Record<string, unknown>>,
  value: unknown
): unknown => {
  if (typeof value === 'string') {
    return value.replace(/\$\{([\w-]+)\}/g, (whole, name: string) => {
      if (!Object.hasOwn(values, name)) return whole
      const found = resolved(template, values[name])
      return typeof found === 'string' ? found : JSON.stringify(found)
    })
  }
  if (Array.isArray(value)) return value.map((one) => withSubstitutions(template, values, one))
  if (!t.UnknownRecord.is(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withSubstitutions(template, values, inner)])
  )
}

const inText = (text: unknown, complete: (contents: unknown) => unknown): Definition =>
  typeof text !== 'string'
    ? unreadable('DefinitionString is no text that can be known from the template')
    : pipe(
        J.parse(text),
        E.match(
          () => unreadable('DefinitionString is not JSON'),
          (definition): Definition => ({ is: 'definition', definition: complete(definition) })
        )
      )

const definitionOf = (template: Template, properties: Readonly<Record<string, unknown>>): Definition => {
  const { Definition, DefinitionString, DefinitionUri, DefinitionSubstitutions } = properties
  const values = t.UnknownRecord.is(DefinitionSubstitutions) ? DefinitionSubstitutions : {}
  const complete = (contents: unknown): unknown => withSubstitutions(template, values, contents)
  if (Definition !== undefined)
    return { is: 'definition', definition: complete(resolved(template, Definition)) }
  if (DefinitionString !== undefined) return inText(resolved(template, DefinitionString), complete)
  if (typeof DefinitionUri !== 'string' || /^\w+:\/\//.test(DefinitionUri)) {
    return unreadable('its definition is not in the template, and in no file beside it')
  }
  return { is: 'file', uri: DefinitionUri, completed: complete }
}

const inTemplate = (
  document: Readonly<Record<string, unknown>>,
  resources: Readonly<Record<string, unknown>>
): ReadonlyArray<FoundMachine> => {
  const { Parameters: parameters } = document
  const template: Template = { resources, parameters: t.UnknownRecord.is(parameters) ? parameters : {} }
  return Object.entries(resources).flatMap(([name, resource]) => {
    if (!t.UnknownRecord.is(resource) || !types.includes(resource['Type'])) return []
    const properties = resource['Properties']
    return [
      {
        name,
        definition: t.UnknownRecord.is(properties)
          ? definitionOf(template, properties)
          : unreadable('it has no Properties')
      }
    ]
  })
}

const inDocument = (document: unknown): ReadonlyArray<FoundMachine> => {
  const resources = t.UnknownRecord.is(document) ? document['Resources'] : undefined
  return t.UnknownRecord.is(document) && t.UnknownRecord.is(resources)
    ? inTemplate(document, resources)
    : [{ name: '', definition: { is: 'definition', definition: document } }]
}

/**
 * The state machines of a document: those of a template of CloudFormation or SAM, or the document itself.
 *
 * @example
 * testing.workflowsIn(workflow).length //=> 1
 */
export const definitionsIn = (document: unknown): ReadonlyArray<FoundMachine> =>
  pipe(
    plain(document),
    E.filterOrElse(
      (whole) => !isTooBig(whole),
      () => 'it is too big, or nested too deep'
    ),
    E.match((why) => [{ name: '', definition: unreadable(why) }], inDocument)
  )
