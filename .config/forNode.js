/** How everything is bundled that runs in Node. */
export const forNode = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // The ES modules of fp-ts, of which only what is used is taken.
  alias: { 'fp-ts/lib': 'fp-ts/es6' },
  metafile: true,
  logLevel: 'warning'
}
