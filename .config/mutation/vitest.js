/** What the tests take from Vitest, of the packages that Vitest itself is made of. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import FakeTimers from '@sinonjs/fake-timers'
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend, chai } from '@vitest/expect'

export * from '@vitest/runner'

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)

chai.use(({ Assertion }) => {
  Assertion.addMethod('toMatchFileSnapshot', async function (file) {
    this.assert(
      this._obj === (await readFile(join('test/mutants', file), 'utf8')),
      'is another text',
      'is the text'
    )
  })
})

export const { expect } = chai

let clock

/** The timers of Vitest are these, which it does not export. */
export const vi = {
  useFakeTimers: ({ toFake, now = Date.now() }) => {
    clock = FakeTimers.install({ toFake, now })
  },
  setTimerTickMode: () => clock.setTickMode({ mode: 'nextAsync' }),
  useRealTimers: () => clock?.uninstall()
}
