import * as t from 'io-ts'

/** The Resources and Parameters of a template, by their logical names. */
export interface Template {
  readonly resources: Readonly<Record<string, unknown>>
  readonly parameters: Readonly<Record<string, unknown>>
}

/** What deployments differ in: those of the examples of AWS. */
const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::AccountId': '111122223333',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'Stack',
  'AWS::StackId': 'Stack',
  'AWS::NoValue': ''
}

/**
 * What a name stands for: a parameter for its default, anything else for its own logical name, whatever attribute is asked
 * for. So one thing has one name wherever the definition has it, and functions can be named as the template names them.
 */
const named = ({ parameters }: Template, name: string): string => {
  const pseudo = Object.hasOwn(pseudoParameters, name) ? pseudoParameters[name] : undefined
  if (pseudo !== undefined) return pseudo
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (t.UnknownRecord.is(parameter) && typeof parameter['Default'] === 'string') return parameter['Default']
  return name.split('.')[0] ?? name
}

/** A text with `${Name}` in it; `values` come before the names of the template. `${!Name}` stands for `${Name}`. */
export const substituted = (
  template: Template,
  text: string,
  values: Readonly<Record<string, unknown>> = {}
): string =>
  text.replace(/\$\{([^}]+)\}/g, (_, inner: string) => {
    const name = inner.trim()
    if (name.startsWith('!')) return `\${${name.slice(1)}}`
    if (!Object.hasOwn(values, name)) return named(template, name)
    const value = resolved(template, values[name])
    return typeof value === 'string' ? value : JSON.stringify(value)
  })

const joined = (template: Template, argument: unknown): unknown => {
  if (!Array.isArray(argument)) return argument
  const [separator, parts] = argument as ReadonlyArray<unknown>
  const texts = resolved(template, parts)
  return Array.isArray(texts) ? texts.map(String).join(typeof separator === 'string' ? separator : '') : texts
}

const sub = (template: Template, argument: unknown): unknown => {
  const [text, values] = Array.isArray(argument) ? (argument as ReadonlyArray<unknown>) : [argument]
  if (typeof text !== 'string') return argument
  return substituted(template, text, t.UnknownRecord.is(values) ? values : {})
}

const getAtt = (argument: unknown): string =>
  String(Array.isArray(argument) ? argument[0] : argument).split('.')[0] ?? ''

const functions: Readonly<Record<string, (template: Template, argument: unknown) => unknown>> = {
  Ref: (template, argument) => named(template, String(argument)),
  'Fn::GetAtt': (_, argument) => getAtt(argument),
  'Fn::Sub': sub,
  'Fn::Join': joined,
  // Which of the two holds is decided by whoever deploys it: the first is as good.
  'Fn::If': (template, argument) => resolved(template, Array.isArray(argument) ? argument[1] : argument)
}

/** A value of a template in which the functions of CloudFormation are done, as far as they are known here. */
export const resolved = (template: Template, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => resolved(template, one))
  if (!t.UnknownRecord.is(value)) return value
  const entries = Object.entries(value)
  const [[name, argument] = ['', undefined]] = entries
  const made = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (entries.length === 1 && made !== undefined) return made(template, argument)
  return Object.fromEntries(entries.map(([member, inner]) => [member, resolved(template, inner)]))
}
