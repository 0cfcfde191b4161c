/**
 * Makes docs/explorer.html: one page with all that it needs in it. `--check` only says whether it is what the source makes.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { licencesOf } from './licences.js'

const file = 'docs/explorer.html'

const built = await build({
  entryPoints: ['src/explorer/view/main.tsx', 'src/explorer/view/style.css'],
  outdir: 'out',
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022', 'chrome111', 'firefox113', 'safari16.2'],
  // The ES modules of fp-ts, which io-ts takes as well: it is in the page once.
  alias: { 'fp-ts/lib': 'fp-ts/es6' },
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  write: false
})

const textOf = (ending) => built.outputFiles.find(({ path }) => path.endsWith(ending)).text.trim()
const script = textOf('.js')
const style = textOf('.css')

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const asText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The page may run and show what is in it, and nothing else. */
const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; form-action 'none'; base-uri 'none'`

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Custom key stores of AWS KMS, to try</title>
<style>${style}</style>
</head>
<body>
<div id="explorer"><noscript><p>This page runs the rules in the browser, so it needs JavaScript. <a href="rules.md">The rules</a> and <a href="connection-states.md">connection states</a> can be read without.</p></noscript></div>
<footer>
<p>Made from kms-custom-key-store (Apache-2.0). Not affiliated with AWS; the pages that the rules cite are AWS’s. <a href="rules.md">All rules</a>, <a href="assumptions.md">assumptions</a>, <a href="connection-states.md">connection states</a>.</p>
<details><summary>Licences of what is in this page</summary><pre>${asText(licencesOf('This page contains', [built]).trim())}</pre></details>
</footer>
<script>${script}</script>
</body>
</html>
`

const isCheck = process.argv.includes('--check')
const isFresh = () => readFileSync(file, 'utf8') === page

if (!isCheck) {
  writeFileSync(file, page)
} else if (!isFresh()) {
  console.error(`${file} is not what src/explorer makes now: run npm run docs`)
  process.exitCode = 1
}
