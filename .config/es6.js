/** Lets the modules of dist/esm import the ES modules of fp-ts, as io-ts does in a bundle, so that it is in there once. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'dist/esm'

for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.js')) continue
  const file = join(folder, name)
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(" from 'fp-ts/lib/", " from 'fp-ts/es6/"))
}
