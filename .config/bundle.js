/** Makes the command line one file that needs no package, and writes the licences of what is in it beside it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = 'dist/cli'
const program = `${folder}/main.cjs`
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

const { metafile } = await build({
  entryPoints: ['src/cli/main.ts'],
  outfile: program,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Node's own modules are then loaded when they are needed, and not all of them at the start: 20 ms less.
  format: 'cjs',
  // ES modules, of which only what is used is taken: half a megabyte less.
  mainFields: ['module', 'main'],
  alias: { 'fp-ts/lib': 'fp-ts/es6' },
  // Asked for by `serve --data` alone, and not by those who have not installed it.
  external: ['libsql'],
  minify: true,
  // They are in LICENSES.txt, whole.
  legalComments: 'none',
  define: { VERSION: JSON.stringify(version) },
  metafile: true,
  logLevel: 'warning'
})

/** The folder of the package that a file is in, `node_modules/a/node_modules/@b/c`; undefined for our own source. */
const packageOf = (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]

const licenceIn = (place) => {
  const texts = readdirSync(place).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
  if (!texts.some((name) => !/^notice/i.test(name))) throw new Error(`no text of a licence in ${place}`)
  return texts.map((name) => readFileSync(join(place, name), 'utf8').trim()).join('\n\n')
}

const noticeOf = (place) => {
  const { name, version, license } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  return `${name} ${version} (${license})\n\n${licenceIn(place)}\n`
}

const bundled = Object.entries(metafile.outputs[program].inputs)
  .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  .flatMap(([file]) => packageOf(file) ?? [])
const notices = [...new Set(bundled)].sort().map(noticeOf)
writeFileSync(
  `${folder}/LICENSES.txt`,
  ['The command line, main.cjs, contains these packages.\n', ...notices].join(`\n${'-'.repeat(80)}\n\n`)
)
