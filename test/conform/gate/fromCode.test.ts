/** The test in docs/conform.md, run by vitest as a user would run it. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { variants } from '../variants.js'
import { listening, ownEndpoint } from '../world.js'

const project = mkdtempSync(join(tmpdir(), 'from-code-'))
afterAll(() => rmSync(project, { recursive: true, force: true }))

const code = [...readFileSync('docs/conform.md', 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)]
  .map(([, block = '']) => block)
  .join('\n')

const entry = JSON.stringify(resolve('src/conform/index.ts'))
const config = `export default { resolve: { alias: { 'kms-custom-key-store/conform': ${entry} } } }`
symlinkSync(resolve('node_modules'), join(project, 'node_modules'))
writeFileSync(join(project, 'vitest.config.mjs'), config)

/** The exit code and the output of the test, about the endpoint at an address. */
const tested = (url: URL): Promise<{ readonly code: unknown; readonly output: string }> => {
  const about = code.replace('http://127.0.0.1:8080', url.href)
  writeFileSync(join(project, 'kms.test.ts'), about.replace('20_000', '50').replace('runs: 100', 'runs: 3'))
  const vitest = resolve('node_modules/vitest/vitest.mjs')
  return new Promise((done) => {
    execFile(process.execPath, [vitest, 'run', '--root', project], (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, output: stdout + stderr })
    )
  })
}

it('passes for an endpoint that keeps the rules', async () => {
  const { url, close } = await listening(ownEndpoint({}))
  const { code, output } = await tested(url)
  await close()
  expect([code, output]).toEqual([0, expect.stringContaining('1 passed')])
})

it('fails for one that does not, and names the rule and its place', async () => {
  const { url, close } = await listening(variants[0]!.make(ownEndpoint({})))
  const { code, output } = await tested(url)
  await close()
  expect(code).toBe(1)
  expect(output).toContain('docs/rules.md#deletecustomkeystore-validconnectionstate')
})
