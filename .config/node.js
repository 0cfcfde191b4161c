/**
 * Makes the library a few files for Node, in dist/node: to load hundreds, and those of fp-ts one by one, takes it longer than
 * all that is in them. Bundlers take the modules in dist/esm, of which they leave out what is not used.
 */
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { forNode } from './forNode.js'
import { writeLicences } from './licences.js'

const { exports: exported } = JSON.parse(readFileSync('package.json', 'utf8'))

const entryPoints = Object.values(exported)
  .flatMap((entry) => entry.import?.node ?? [])
  .map((file) => file.replace('./dist/node/', 'src/').replace(/\.js$/, '.ts'))

const folder = 'dist/node'

const built = await build({
  ...forNode,
  entryPoints,
  outdir: folder,
  outbase: 'src',
  chunkNames: 'chunks/[hash]',
  splitting: true,
  format: 'esm',
  // The codecs are io-ts's own, which is therefore the one of the user; of fp-ts there is but plain data.
  external: ['io-ts', 'fast-check']
})

writeLicences(folder, 'The files of the library for Node', [built])
