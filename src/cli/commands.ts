import type { Command } from './commandLine.js'

/** The commands by their names; the modules of one are not run before it is asked for. */
export const commands = {
  replay: async () => (await import('./replay.js')).replay,
  explain: async () => (await import('./explain.js')).explain,
  explore: async () => (await import('./explore.js')).explore,
  plan: async () => (await import('./plan.js')).plan,
  judge: async () => (await import('./judge.js')).judge,
  conform: async () => (await import('./conform.js')).conform,
  matrix: async () => (await import('./matrix.js')).matrix,
  check: async () => (await import('./check.js')).check,
  serve: async () => (await import('./serve.js')).serve
} satisfies Readonly<Record<string, () => Promise<Command>>>
