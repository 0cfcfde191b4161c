/** Draws numbers from 0 to below 1 that look random, and are the same each time. @see Lehmer's generator, as Park and Miller set it */
export const drawing = (): (() => number) => {
  let state = 20_240_229
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
