/** Starts to measure; what it returns tells how many whole milliseconds have passed. */
export const stopwatch = (): (() => number) => {
  const started = performance.now()
  return () => Math.round(performance.now() - started)
}
