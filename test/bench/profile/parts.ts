/** Where time goes, by part of the program: what V8's profiler finds of each function itself, without what that calls. */
import type { Profiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'

/** The share of each part in the time: all together are 1. */
export type Parts = Readonly<Record<string, number>>

/** Between two samples, in microseconds. */
const interval = 200

const json = 'JSON.parse and print'
const collection = 'collecting garbage'
const node = 'Node'

/** The folder of src or the package that a file belongs to. */
export const sourceIn = (path: string): string | undefined =>
  /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ??
  /(?:^|\/)src\/(model\/table|[^/]+(?=\/))/.exec(path)?.[1] ??
  (/(?:^|\/)src\//.test(path) ? 'src' : undefined)

/** The same of a function, or what it is that is no code of ours; undefined where there was nothing to do. */
const partOf = ({ url, functionName }: Profiler.ProfileNode['callFrame']): string | undefined => {
  if (functionName === '(idle)') return undefined
  if (functionName === '(garbage collector)') return collection
  if (url.endsWith('/profile/json.js')) return json
  return sourceIn(url) ?? node
}

/** Samples are counted, and not the time between them, in which another process may have had its turn. */
const partsOf = ({ nodes }: Profiler.Profile): Parts => {
  const counts = new Map<string, number>()
  let all = 0
  for (const { callFrame, hitCount = 0 } of nodes) {
    const part = partOf(callFrame)
    if (part === undefined) continue
    all += hitCount
    counts.set(part, (counts.get(part) ?? 0) + hitCount)
  }
  return Object.fromEntries([...counts].map(([part, count]) => [part, count / all]))
}

/** Begins to look; what it resolves to ends it, and tells what was seen. */
export const profiling = async (): Promise<() => Promise<Parts>> => {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval })
  await session.post('Profiler.start')
  return async () => {
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    return partsOf(profile)
  }
}
