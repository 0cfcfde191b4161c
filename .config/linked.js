/** Makes links of the pages that the declarations in dist cite, so that an editor can open them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sources } from '../dist/esm/sources.js'
import { withLinks } from './links.js'

for (const folder of ['dist/esm', 'dist/cjs']) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue
    const file = join(folder, name)
    writeFileSync(file, withLinks(readFileSync(file, 'utf8'), sources))
  }
}
