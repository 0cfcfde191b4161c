/** Why a run has to end before its time, once that is so. */
export interface Stopping {
  readonly why: () => string | undefined
  /** Whether a signal was the reason. */
  readonly isBySignal: () => boolean
  /** Takes no more notice of signals. */
  readonly end: () => void
}

const signals = ['SIGINT', 'SIGTERM'] as const

/** Ends a run after so many seconds, or at a signal; a second signal ends the process at once. */
export const stopping = (seconds: number): Stopping => {
  const end = performance.now() + seconds * 1_000
  let signal: string | undefined
  const onSignal = (name: string): void => {
    if (signal !== undefined) process.exit(130)
    signal = name
  }
  for (const name of signals) process.on(name, onSignal)
  const late = (): string | undefined =>
    performance.now() > end ? `the time limit of ${String(seconds)} s is over` : undefined
  return {
    why: () => (signal === undefined ? late() : `stopped by ${signal}`),
    isBySignal: () => signal !== undefined,
    end: () => signals.forEach((name) => process.off(name, onSignal))
  }
}
