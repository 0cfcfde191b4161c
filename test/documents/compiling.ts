/** Compiles code as a user of the package would: strict, with the types of the package. */
import { resolve } from 'node:path'
import ts from 'typescript'

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
export const settings = {
  nodenext: { ...strict, module: ts.ModuleKind.NodeNext },
  bundler: {
    ...strict,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler
  }
} as const

/** What the compiler says of each text, given by the name of a file that need not exist. */
export const complaintsAbout = (
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
