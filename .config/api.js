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

if (process.argv.includes('--check')) {
  const stale = [...new Set([...pages.keys(), ...present()])].filter(
    (file) => !present().includes(file) || readFileSync(join(folder, file), 'utf8') !== pages.get(file)
  )
  if (stale.length > 0) {
    console.error(`${stale.map((file) => join(folder, file)).join(', ')}: npm run docs:api makes them again`)
    process.exitCode = 1
  }
} else {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [file, page] of pages) writeFileSync(join(folder, file), page)
}
