import type { Course } from './Kms.js'

/** Random courses, and the seed that makes the same ones again. */
export interface RandomCourses {
  readonly seed: number
  readonly courses: ReadonlyArray<Course>
}

/** In how many of a hundred points something goes otherwise than smoothly. */
const departures = 20

/**
 * Random courses by fast-check, which is loaded only here. Rejects where it is not installed.
 */
export const randomCourses = async (runs: number, given?: number): Promise<RandomCourses> => {
  const fc = await import('fast-check').catch(() => undefined)
  if (fc === undefined)
    throw new Error('Random worlds need fast-check, which is not installed: npm install fast-check')
  const seed = given ?? Math.trunc(Math.random() * 2 ** 31)
  const picks = fc.array(fc.tuple(fc.nat(99), fc.nat(9_999)), { maxLength: 60, size: 'max' })
  const courses = fc.sample(picks, { numRuns: runs, seed }).map((picked): Course => (point, ways) => {
    const [whether, which] = picked[point] ?? [99, 0]
    return whether >= departures || ways.length === 1 ? 0 : 1 + (which % (ways.length - 1))
  })
  return { seed, courses }
}
