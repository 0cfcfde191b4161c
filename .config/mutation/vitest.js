/** What the tests take from Vitest, of the packages that Vitest itself is made of. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
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
