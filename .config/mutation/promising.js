/** Which tests are likely to notice a mutant soon: those that have noticed many, and those that take little time. */
export class Promising {
  /** By the id of a test: how often it has failed, and how long it takes in milliseconds. */
  noticed = new Map()
  lasts = new Map()

  note(id, { state, duration = 0 } = {}) {
    if (state === 'fail') this.noticed.set(id, (this.noticed.get(id) ?? 0) + 1)
    if (state === 'pass') this.lasts.set(id, duration)
  }

  /** Puts the most promising tests first, and the suites that they are in. */
  sort(suite, idOf) {
    let best = 0
    const worth = new Map()
    for (const task of suite.tasks) {
      const own = task.type === 'suite' ? this.sort(task, idOf) : this.worthOf(idOf(task))
      worth.set(task, own)
      best = Math.max(best, own)
    }
    suite.tasks.sort((a, b) => worth.get(b) - worth.get(a))
    return best
  }

  worthOf(id) {
    return ((this.noticed.get(id) ?? 0) + 0.1) / ((this.lasts.get(id) ?? 1) + 1)
  }
}
