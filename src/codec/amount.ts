/** A number of things: `1 key`, `2 keys`. */
export const amount = (n: number, unit: string, units = `${unit}s`): string =>
  `${String(n)} ${n === 1 ? unit : units}`
