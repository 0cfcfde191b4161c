/** docs/api is what the comments of the source make. `npm run docs:api` makes it again. */
import { execFileSync } from 'node:child_process'
import { it } from 'vitest'

it('docs/api is up to date', () => {
  execFileSync(process.execPath, ['.config/api.js', '--check'], { stdio: ['ignore', 'ignore', 'pipe'] })
})
