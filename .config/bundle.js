/** Makes the command line two files that need no package, and writes the licences of what is in them beside them. */
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { forNode } from './forNode.js'
import { writeLicences } from './licences.js'

const folder = 'dist/cli'
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

const options = {
  ...forNode,
  // Node's own modules are then loaded when they are needed, and not all of them at the start: 20 ms less.
  format: 'cjs',
  // ES modules, of which only what is used is taken: half a megabyte less.
  mainFields: ['module', 'main'],
  minify: true,
  // They are in LICENSES.txt, whole.
  legalComments: 'none',
  define: { VERSION: JSON.stringify(version), 'import.meta.dirname': '__dirname' }
}

/** Leaves the commands to their own file: to read it takes as long as Node's own start, and help needs none of it. */
const commandsApart = {
  name: 'commands apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/commands\.js$/ }, () => ({ path: './commands.cjs', external: true }))
}

const built = await Promise.all([
  build({
    ...options,
    entryPoints: ['src/cli/main.ts'],
    outfile: `${folder}/main.cjs`,
    plugins: [commandsApart],
    // It is a file beside this one, so `require` does, which takes less time.
    supported: { 'dynamic-import': false }
  }),
  build({
    ...options,
    entryPoints: ['src/cli/commands.ts'],
    outfile: `${folder}/commands.cjs`,
    // Asked for by `serve --data` alone, and not by those who have not installed it.
    external: ['libsql']
  })
])

writeLicences(folder, 'The files of the command line', built)
