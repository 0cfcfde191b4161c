/** The code of the pages compiles as a user would compile it: strict, with the types of the package. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

const pages = [
  'README.md',
  'docs/embedding.md',
  'docs/without-fp-ts.md',
  'docs/endpoint.md',
  'docs/testing-with-the-sdk.md',
  'docs/conform.md',
  'docs/testing.md',
  'docs/arbitraries.md',
  'docs/workflows.md'
]

const codeOf = (page: string): string =>
  [...readFileSync(page, 'utf8').matchAll(/```(?:ts|js)\n(.*?)```/gs)].map(([, code]) => code).join('\n')

const strict: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  types: ['node'],
  paths: {
    'kms-custom-key-store': [resolve('src/index.ts')],
    'kms-custom-key-store/*': [resolve('src/*/index.ts')]
  }
}

/** The two ways in which projects of today find their modules. */
const settings = {
  nodenext: { ...strict, module: ts.ModuleKind.NodeNext },
  bundler: {
    ...strict,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler
  }
} as const

/** What the compiler says of each text, given by the name of a file that need not exist. */
const complaintsAbout = (
  texts: ReadonlyMap<string, string>,
  options: ts.CompilerOptions
): ReadonlyArray<string> => {
  const host = ts.createCompilerHost(options)
  const program = ts.createProgram([...texts.keys()], options, {
    ...host,
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    getSourceFile: (file, language) => {
      const text = texts.get(file)
      return text === undefined
        ? host.getSourceFile(file, language)
        : ts.createSourceFile(file, text, language)
    }
  })
  return [...texts.keys()].flatMap((file) => {
    const source = program.getSourceFile(file)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText, start }) => {
        const line = texts.get(file)?.slice(0, start).split('\n').length ?? 0
        return `${file}:${String(line)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
      }
    )
  })
}

const fileOf = (page: string): string => resolve(page.replace('.md', '.page.ts'))

const wrong = "import * as cks from 'kms-custom-key-store'\ncks.stateAfter('ConnectCustomKeyStore')('LOST')\n"

const texts = new Map([
  ...pages.map((page) => [fileOf(page), codeOf(page)] as const),
  [fileOf('docs/wrong.md'), wrong]
])

describe.each(Object.entries(settings))('with the modules of %s', (_, options) => {
  /** Of one run of the compiler, which takes seconds. */
  let complaints: ReadonlyArray<string> = []
  beforeAll(() => {
    complaints = complaintsAbout(texts, options)
  })

  it.each(pages)('the code of %s compiles', (page) => {
    expect(codeOf(page)).not.toBe('')
    expect(complaints.filter((complaint) => complaint.startsWith(fileOf(page)))).toEqual([])
  })

  it('code that does not compile is found', () => {
    expect(complaints.filter((complaint) => complaint.startsWith(fileOf('docs/wrong.md')))).toEqual([
      expect.stringContaining('wrong.page.ts:2: ')
    ])
  })
})
