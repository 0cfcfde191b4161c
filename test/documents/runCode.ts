/** Runs code of a page or a doc comment, and tells the results that it promises after `//=>`. */
import ts from 'typescript'

export interface Promised {
  readonly statement: string
  readonly actual: unknown
  readonly promised: unknown
}

/** A statement, and its result at the end of the line or on the next one. */
const promise = /^(.+?)(?: |\n)\/\/=> (.*)$/gm

export const statementsOf = (code: string): ReadonlyArray<string> =>
  [...code.matchAll(promise)].map(([, statement = '']) => statement)

const importLine =
  /^import (?:\* as (?<all>\w+)|(?<type>type )?(?<some>\{[\s\S]*?\})) from '(?<module>[^']+)'\s*$/gm

const ours = 'kms-custom-key-store'

/** The package's own entries come from the source. */
const load = async (module: string): Promise<unknown> => {
  if (module === ours) return import('../../src/index.js')
  if (module.startsWith(`${ours}/`)) return import(`../../src/${module.slice(ours.length + 1)}/index.ts`)
  return import(module)
}

const asDestructuring = (names: string): string =>
  names.replace(/\btype \w+,?/g, '').replace(/(\w+) as (\w+)/g, '$1: $2')

/** The documents are ours, and their code is to be run. */
const AsyncFunction = (async () => Promise.resolve()).constructor as new (
  ...source: ReadonlyArray<string>
) => (...given: ReadonlyArray<unknown>) => Promise<void>

export const resultsOf = async (code: string): Promise<ReadonlyArray<Promised>> => {
  const modules: Record<string, unknown> = {}
  for (const { groups } of code.matchAll(importLine)) {
    if (groups?.['type'] === undefined)
      modules[groups?.['module'] ?? ''] = await load(groups?.['module'] ?? '')
  }
  const body = code
    .replace(importLine, (...found) => {
      const { all, some, type, module } = found.at(-1) as Record<string, string | undefined>
      if (type !== undefined) return ''
      return `const ${all ?? asDestructuring(some ?? '')} = modules[${JSON.stringify(module)}]`
    })
    .replace(
      promise,
      (_, statement: string, promised: string) =>
        `results.push({ statement: ${JSON.stringify(statement)}, actual: (${statement}), promised: (${promised}) })`
    )
  const results: Array<Promised> = []
  const compiled = ts.transpile(body, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext })
  await new AsyncFunction('modules', 'results', compiled)(modules, results)
  return results
}
