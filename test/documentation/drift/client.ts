/** What AWS's own client for JavaScript says of the API, read from its declarations. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

/** The folder of the client; `KMS_CLIENT` names another version, to see what has changed. */
const folder =
  process.env['KMS_CLIENT'] === undefined
    ? join(createRequire(import.meta.url).resolve('@aws-sdk/client-kms/package.json'), '..')
    : resolve(process.env['KMS_CLIENT'])

/** A file of declarations; empty where there is none, as in older versions. */
export const declarationsIn = (file: string): string => {
  try {
    return readFileSync(join(folder, 'dist-types', file), 'utf8')
  } catch {
    return ''
  }
}

/** Older versions have everything in one file. */
const declarations = ['models/models_0.d.ts', 'models/errors.d.ts', 'models/enums.d.ts']
  .map(declarationsIn)
  .join('\n')

export const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  readonly version: string
}

export interface ClientMember {
  readonly name: string
  readonly required: boolean
  readonly type: string
}

/** The members of an interface; none if there is no such interface. */
export const membersOf = (name: string): ReadonlyArray<ClientMember> => {
  const body = new RegExp(`export interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(declarations)?.[1] ?? ''
  return [...body.matchAll(/^ {4}(\w+)(\??): (.*);$/gm)].map(([, member = '', optional, type = '']) => ({
    name: member,
    required: optional === '',
    type: type.replace(' | undefined', '')
  }))
}

/** The values of an enumeration; undefined for a type that is none. */
export const valuesOf = (type: string): ReadonlyArray<string> | undefined => {
  const body = new RegExp(`export declare const ${type}: \\{([\\s\\S]*?)\\n\\}`).exec(declarations)?.[1]
  return body === undefined
    ? undefined
    : [...body.matchAll(/readonly \w+: "([^"]+)";/g)].map(([, value = '']) => value)
}

/** The text of an exception, without marks and line breaks. */
const textOf = (exception: string): string | undefined =>
  new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export declare class ${exception} `)
    .exec(declarations)?.[1]
    ?.replace(/^\s*\*/gm, '')
    .replace(/@public|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Stands for the text of an exception, which is AWS's and not repeated here; undefined where there is no exception. */
export const fingerprintOf = (exception: string): string | undefined => {
  const text = textOf(exception)
  return text && createHash('sha256').update(text).digest('hex').slice(0, 12)
}
