/** What the package exports, with the comment and the type that an editor shows of each. */
import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'

const { exports: exported } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly exports: Readonly<Record<string, unknown>>
}

/** An entry of the package: its name there, `.` or `./plan`, and its source. */
export interface Entry {
  readonly name: string
  readonly file: string
}

export const entries: ReadonlyArray<Entry> = Object.keys(exported)
  .map((name) => ({ name, file: `src${name.slice(1)}/index.ts` }))
  .filter(({ file }) => existsSync(file))

const { options } = ts.getParsedCommandLineOfConfigFile(
  'tsconfig.json',
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
    }
  }
) ?? { options: {} }

const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => entries.map(({ file }) => file),
  getScriptVersion: () => '1',
  getScriptSnapshot: (file) => {
    const text = ts.sys.readFile(file)
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
  },
  getCurrentDirectory: () => process.cwd(),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (file) => ts.sys.fileExists(file),
  readFile: (file) => ts.sys.readFile(file),
  directoryExists: (folder) => ts.sys.directoryExists(folder),
  getDirectories: (folder) => ts.sys.getDirectories(folder)
})

const program = service.getProgram() as ts.Program
const checker = program.getTypeChecker()

/** One thing that an entry exports. */
export interface Exported {
  readonly entry: Entry
  readonly name: string
  readonly isValue: boolean
  /** The text of its comment, before the tags. */
  readonly text: string
  readonly examples: ReadonlyArray<string>
  readonly see: ReadonlyArray<string>
  /** The types that an editor shows, one for each declaration. */
  readonly hovers: () => ReadonlyArray<string>
}

/** Whether it is exported as a type alone: by a word, or because it is one. */
const isTypeOnly = (symbol: ts.Symbol): boolean =>
  symbol.declarations?.some(
    (node) => ts.isExportSpecifier(node) && (node.isTypeOnly || node.parent.parent.isTypeOnly)
  ) === true

const hoverOf = (node: ts.Declaration): string => {
  const name = ts.getNameOfDeclaration(node)
  if (name === undefined) return ''
  const info = service.getQuickInfoAtPosition(node.getSourceFile().fileName, name.getStart())
  return ts.displayPartsToString(info?.displayParts)
}

const tagged = (symbol: ts.Symbol, tag: string): ReadonlyArray<string> =>
  symbol
    .getJsDocTags(checker)
    .filter(({ name }) => name === tag)
    .map(({ text }) => ts.displayPartsToString(text))

const isModule = (symbol: ts.Symbol): boolean => (symbol.flags & ts.SymbolFlags.ValueModule) !== 0

const exportedBy = (entry: Entry, module: ts.Symbol, within = ''): ReadonlyArray<Exported> =>
  checker.getExportsOfModule(module).flatMap((symbol) => {
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const name = `${within}${symbol.name}`
    if (isModule(meant)) return exportedBy(entry, meant, `${name}.`)
    const { declarations = [] } = meant
    return {
      entry,
      name,
      isValue: (meant.flags & ts.SymbolFlags.Value) !== 0 && !isTypeOnly(symbol),
      text: ts.displayPartsToString(meant.getDocumentationComment(checker)),
      examples: tagged(meant, 'example'),
      see: tagged(meant, 'see'),
      hovers: () => declarations.map(hoverOf)
    }
  })

const moduleOf = ({ file }: Entry): ts.Symbol =>
  checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile) as ts.Symbol

/** Everything that the package exports, by each entry. */
export const exports: ReadonlyArray<Exported> = entries.flatMap((entry) => exportedBy(entry, moduleOf(entry)))

/** The code with which the examples of an entry begin: that in the first comment of its source. */
export const beginningOf = ({ file }: Entry): string => {
  const [comment = ''] = /^\/\*\*.*?\*\//s.exec(readFileSync(file, 'utf8')) ?? []
  const [, code = ''] = /```ts\n(.*?)```/s.exec(comment.replaceAll(/^ \* ?/gm, '')) ?? []
  return code
}
