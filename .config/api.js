/**
 * Makes docs/api of the comments of the public exports. `--check` only says whether it is what the source makes.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { Application, LogLevel } from 'typedoc'
import { sectionsIn, shape } from './apiSections.js'
import { paged } from './apiPages.js'

const folder = 'docs/api'
const { name, exports: exported } = JSON.parse(readFileSync('package.json', 'utf8'))

/** The source of each entry of the package that is a module. */
const entryPoints = Object.values(exported)
  .flatMap((entry) => entry.import?.node ?? [])
  .map((file) => file.replace('./dist/node/', 'src/').replace(/\.js$/, '.ts'))

const work = mkdtempSync(join(tmpdir(), `${name}-`))

const built = await build({ entryPoints: ['src/sources.ts'], format: 'esm', write: false })
const { sources } = await import(`data:text/javascript,${encodeURIComponent(built.outputFiles[0].text)}`)

const app = await Application.bootstrapWithPlugins({
  entryPoints,
  out: work,
  tsconfig: 'tsconfig.json',
  plugin: ['typedoc-plugin-markdown'],
  readme: 'none',
  name,
  disableSources: true,
  disableGit: true,
  excludeExternals: true,
  skipErrorChecking: true,
  validation: false,
  sort: [],
  categorizeByGroup: false,
  categoryOrder: sectionsIn(entryPoints),
  logLevel: LogLevel.Warn,
  outputFileStrategy: 'modules',
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  expandParameters: true,
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true
})
shape(app, sources)
const project = await app.convert()
await app.generateOutputs(project)

const written = readdirSync(work, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.md')
)
const pages = paged(
  new Map(written.sort().map((file) => [file, readFileSync(join(work, file), 'utf8')])),
  name
)
rmSync(work, { recursive: true })

const present = () => readdirSync(folder).filter((file) => file.endsWith('.md'))

/** The sections of a page, by their titles. */
const sectionsOf = (page = '') => {
  const sections = page.split(/^(?=#{1,3} )/m).filter((text) => text !== '')
  return new Map(sections.map((text) => [/^[# ]*(.*)/.exec(text)[1], text]))
}

/** The page, if it is not what the source makes, and the sections in which it differs. */
const staleness = (file) => {
  const old = present().includes(file) ? readFileSync(join(folder, file), 'utf8') : undefined
  if (old === pages.get(file)) return []
  const [before, after] = [sectionsOf(old), sectionsOf(pages.get(file))]
  const titles = [...new Set([...before.keys(), ...after.keys()])]
  const changed = titles.filter((title) => before.get(title) !== after.get(title))
  return `${join(folder, file)}, of ${changed.join(', ')}: npm run docs:api makes it again`
}

if (process.argv.includes('--check')) {
  const stale = [...new Set([...pages.keys(), ...present()])].flatMap(staleness)
  if (stale.length > 0) {
    console.error(stale.join('\n'))
    process.exitCode = 1
  }
} else {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [file, page] of pages) writeFileSync(join(folder, file), page)
}
