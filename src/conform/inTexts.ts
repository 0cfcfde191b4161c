import type { Members } from './Exchange.js'

/** Members in which each text, at whatever depth, is changed. `name`: of the nearest member. */
export const inTexts = (members: Members, change: (text: string, name: string) => string): Members => {
  const changed = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return change(value, name)
    if (Array.isArray(value)) return value.map((entry) => changed(entry, name))
    return typeof value === 'object' && value !== null ? ofRecord({ ...value }) : value
  }
  const ofRecord = (record: Members): Members =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, changed(value, name)]))
  return ofRecord(members)
}
