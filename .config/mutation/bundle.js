/**
 * Makes one file of the tests near a part and of what they try, and one each of those that are far: a mutant is then tried in a
 * third of the time. It runs in the copy of the repository that Stryker makes.
 */
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { globSync } from 'tinyglobby'
import { bundles } from './bundles.js'
import { parts, unfit } from './parts.js'

const taken = new Set()

/** The files that a pattern names, but for those that are in a bundle already. */
const notTaken = (pattern) => {
  const files = globSync(pattern, { ignore: unfit })
    .sort()
    .filter((file) => !taken.has(file))
  for (const file of files) taken.add(file)
  return files
}
const { near, far, farther } = parts[process.env.MUTATED_PART]
const distances = [near, far, farther].map((patterns) => patterns.flatMap(notTaken))

const asHere = {
  name: 'tests without a worker',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^vitest$/ }, () => ({ path: resolve('.config/mutation/vitest.js'), external: true }))
}

const bundled = (files, outfile) =>
  build({
    stdin: { contents: files.map((file) => `import './${file}'`).join('\n'), resolveDir: '.' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [asHere],
    // The package says that its files do nothing when they are imported. Those of tests do.
    ignoreAnnotations: true,
    define: { VERSION: '"0"' },
    outfile
  })

for (const outfile of bundles) rmSync(outfile, { force: true })
await Promise.all(distances.map((files, at) => files.length > 0 && bundled(files, bundles[at])))
