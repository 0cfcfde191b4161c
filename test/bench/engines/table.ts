import { alone } from '../alone.js'
import { rowOfAlone } from '../deciding.js'
import type { Table } from '../Table.js'
import { engines } from './contenders.js'

/** One decision, whether a store may be deleted, by engines of rules. */
export const besideEngines = (): Table => {
  const speeds = (name: string) => alone<ReadonlyArray<number>>('./engines/alone.js', name)
  const ours = speeds('library')
  return {
    title: 'One decision beside engines of rules',
    note: 'Whether a store may be deleted: only in DISCONNECTED, and without keys. Each has a process of its own, and what it makes once is made before.',
    columns: ['ours', 'theirs'],
    rows: Object.keys(engines)
      .slice(1)
      .flatMap((name) => rowOfAlone(name, ours, speeds(name)))
  }
}
