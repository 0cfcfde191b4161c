/** Makes the command line one file that needs no package, and writes the licences of what is in it beside it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = 'dist/cli'
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/** Packages written as CommonJS ask for Node's own modules by `require`, which an ES module has not. */
const withRequire =
  "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);"

const { metafile } = await build({
  entryPoints: ['src/cli/main.ts'],
  outfile: `${folder}/main.js`,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  legalComments: 'none',
  banner: { js: withRequire },
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

const bundled = Object.entries(metafile.outputs[`${folder}/main.js`].inputs)
  .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  .flatMap(([file]) => packageOf(file) ?? [])
const notices = [...new Set(bundled)].sort().map(noticeOf)
writeFileSync(
  `${folder}/LICENSES.txt`,
  ['The command line, main.js, contains these packages.\n', ...notices].join(`\n${'-'.repeat(80)}\n\n`)
)
