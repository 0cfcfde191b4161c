/** How large the library makes the bundle of a program that uses one part of it, minified and compressed. */
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { sourceIn } from './profile/parts.js'
import { number, type Row, type Table } from './Table.js'

/** What is imported, the budget of bytes that is aimed at, and the one that fails the build. */
export const budgets = {
  stateAfter: { text: "export { stateAfter } from './src/index.js'", aim: 5_000, limit: 50_000 },
  connect: { text: "export { connect } from './src/index.js'", aim: 8_000, limit: 20_000 },
  everything: { text: "export * from './src/index.js'", aim: 30_000, limit: 67_000 }
}

export interface Size {
  readonly bytes: number
  /** From how many builds of fp-ts it takes modules: 1, or 2 when both `lib` and `es6` are in it. */
  readonly buildsOfFpTs: number
  /** The bytes of each folder of src and each package, minified and not compressed. */
  readonly parts: Readonly<Record<string, number>>
}

export const sizeOf = async (text: string): Promise<Size> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: text, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // As the package that is built does, for bundlers.
    alias: { 'fp-ts/lib': 'fp-ts/es6' },
    metafile: true,
    write: false,
    outdir: 'out'
  })
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))
  const builds = inputs.flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/fp-ts\/(lib|es6)\//.exec(file)?.[1] ?? []) : []
  )
  const parts = new Map<string, number>()
  for (const [file, { bytesInOutput }] of inputs) {
    const part = sourceIn(file) ?? file
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput)
  }
  return {
    bytes: gzipSync(outputFiles[0]!.contents).length,
    buildsOfFpTs: new Set(builds).size,
    parts: Object.fromEntries(parts)
  }
}

export const sizes = async (): Promise<Table> => ({
  title: 'Size in a bundle',
  note: 'Bundled by esbuild, minified and compressed with gzip; the ratio is that to the budget, and builds of fp-ts are how many of its two are in it.',
  columns: ['size', 'budget', 'builds of fp-ts'],
  rows: await Promise.all(
    Object.entries(budgets).map(async ([name, { text, aim }]): Promise<Row> => {
      const { bytes, buildsOfFpTs } = await sizeOf(text)
      const ratio = bytes / aim
      return {
        name,
        figures: [`${number(bytes / 1_000)} kB`, `${number(aim / 1_000)} kB`, String(buildsOfFpTs)],
        ratio: { low: ratio, median: ratio, high: ratio },
        atMost: 1
      }
    })
  )
})
