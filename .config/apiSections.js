/** Shapes what typedoc reads of the source, before it writes docs/api. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Comment, CommentTag, Converter, ReflectionKind, ReferenceType, UnknownType } from 'typedoc'
import ts from 'typescript'
import { toldPlainly } from './apiTypes.js'

const parsed = (file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true)

const namesIn = (file) =>
  parsed(file).statements.flatMap((statement) =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText())
      : (statement.name?.getText() ?? [])
  )

/** The section of each export of an entry: the comment above the first of its group, up to the first stop. */
const sectionsOf = (file) => {
  const sections = new Map()
  let section = 'Exports'
  for (const statement of parsed(file).statements) {
    const [comment] = ts.getJSDocCommentsAndTags(statement).filter(({ tags }) => tags === undefined)
    if (comment) section = /^[^.:]+/.exec(comment.comment)[0].replaceAll(/\s+/g, ' ')
    if (!ts.isExportDeclaration(statement)) continue
    const { exportClause, moduleSpecifier } = statement
    const names = exportClause
      ? (exportClause.elements ?? [exportClause]).map(({ name }) => name.text)
      : namesIn(join(dirname(file), moduleSpecifier.text.replace('.js', '.ts')))
    for (const name of names) sections.set(name, section)
  }
  return sections
}

const inNamespace = (name) => `Functions in ${name}`

/** The sections of all entries, in the order of their sources. */
export const sectionsIn = (files) => [...new Set(files.flatMap((file) => [...sectionsOf(file).values()]))]

const text = (words) => ({ kind: 'text', text: words })

/** Interfaces whose members stand where they are from. */
const restating = (reflection) =>
  reflection.kind === ReflectionKind.Interface &&
  ['Under', 'Operations', 'AnyOperation']
    .concat(reflection.signatures ? [reflection.name] : [])
    .includes(reflection.name)

/** How the operations of each form are called, made of the arguments of its type. */
const calls = {
  RequestOperation: ([, facts, request, after]) =>
    `(facts: ${facts}) => (request: ${request}) => Either<Refusal, ${after}>`,
  StoreOperation: ([, facts, after]) =>
    `(facts: ${facts}) => (store: CustomKeyStore) => Either<Refusal, ${after}>`,
  StoreRequestOperation: ([, facts, request, after]) =>
    `(facts: ${facts}) => (request: ${request}) => (store: CustomKeyStore) => Either<Refusal, ${after}>`,
  KeyOperation: ([, facts, after]) =>
    `(facts: ${facts}) => (store: CustomKeyStore) => (key: KmsKey) => Either<Refusal, ${after}>`
}

/** An operation is shown as it is called; its type, as a link, says what else it has. */
const showCall = (variable) => {
  const { name, typeArguments } = variable.type
  if (!(name in calls)) return
  variable.type = new UnknownType(calls[name](typeArguments))
  variable.comment.summary.push(text(`\n\nIt is a [\`${name}\`](#${name.toLowerCase()}).`))
}

/** A union of exceptions is told by the comment; here it is a word. */
const withoutExceptions = (type, refusal) => {
  if (type instanceof ReferenceType && type.typeArguments) {
    type.typeArguments = type.typeArguments.map((each) => withoutExceptions(each, refusal))
  }
  const members = type.type === 'union' ? type.types : [type]
  return members.every(({ name }) => name === 'ExceptionNamed' || name === 'ValidationException')
    ? refusal
    : type
}

const categorize = (reflection, section) => {
  reflection.comment ??= new Comment()
  reflection.comment.blockTags.push(new CommentTag('@category', [text(section)]))
}

/** `sources`: the address of each page that a comment cites. */
export const shape = (app, sources) => {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    const { project } = context
    const modules = project.children
    const root = modules.find(({ name }) => name === 'index')
    const refused = root.children.find(({ name }) => name === 'Refusal')
    const refusal = ReferenceType.createResolvedReference('Refusal', refused, project)
    for (const module of modules) {
      const sections = sectionsOf(module.name === 'index' ? 'src/index.ts' : `src/${module.name}/index.ts`)
      const order = [...sections.keys()]
      const byOrder = (a, b) => order.indexOf(a.name) - order.indexOf(b.name)
      module.children.sort(byOrder)
      module.childrenIncludingDocuments?.sort(byOrder)
      for (const each of module.children) {
        categorize(each, sections.get(each.name))
        if (each.kind === ReflectionKind.Variable) {
          each.type = withoutExceptions(each.type, refusal)
          showCall(each)
        }
        if (each.kind !== ReflectionKind.Namespace) continue
        for (const within of each.children ?? []) categorize(within, inNamespace(each.name))
      }
    }
    const told = toldPlainly((name) => {
      const found = root.children.find((each) => each.name === name && each.kind === ReflectionKind.TypeAlias)
      return found && ReferenceType.createResolvedReference(name, found, project)
    })
    for (const reflection of project.getReflectionsByKind(ReflectionKind.All)) {
      if (reflection.type && reflection.kind !== ReflectionKind.TypeAlias)
        reflection.type = told(reflection.type)
      for (const tag of reflection.comment?.blockTags ?? []) {
        const name = tag.content
          .map(({ text: words }) => words)
          .join('')
          .trim()
        if (tag.tag === '@see' && name in sources) tag.content = [text(`[${name}](${sources[name].url})`)]
      }
      if (restating(reflection)) {
        for (const child of [...(reflection.children ?? [])]) {
          if (child.inheritedFrom) project.removeReflection(child)
        }
      }
    }
  })
}
