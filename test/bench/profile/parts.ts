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

/** A folder of src, a package, or what is no code of ours; undefined where there was nothing to do. */
const partOf = ({ url, functionName }: Profiler.ProfileNode['callFrame']): string | undefined => {
  if (functionName === '(idle)') return undefined
  if (functionName === '(garbage collector)') return collection
  const packaged = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)
  if (packaged !== null) return packaged[1]!
  if (url.endsWith('/profile/json.js')) return json
  return /\/src\/(model\/table|[^/]+(?=\/))/.exec(url)?.[1] ?? (url.includes('/src/') ? 'src' : node)
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
