/** How much is tried: a little with all other tests, and a million cases by `npm run test:deep`, or a share of them: `DEEP=0.1`. */
export const share = Number(process.env['DEEP'] ?? 0)

/** The seed of everything random here: `SEED=… npm run test:deep` tries the same again. */
export const seed = Number(process.env['SEED'] ?? Date.now() & 0x7fffffff)

/** So many random cases; those of another number are others. */
export const runs = (shallow: number, deep: number, number = 0) => ({
  numRuns: Math.max(shallow, Math.round(share * deep)),
  seed: seed + number
})
