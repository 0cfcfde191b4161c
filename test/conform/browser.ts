/** A real browser, where one is installed: `apt-get install chromium`. */
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const names = [process.env['CHROMIUM'], 'chromium', 'chromium-browser', 'google-chrome']

/** The program of the browser, if there is one. */
export const browser = names.find(
  (name) => name !== undefined && spawnSync(name, ['--version'], { timeout: 180_000 }).status === 0
)

const headless = ['--headless', '--disable-gpu', '--no-first-run', '--disable-extensions']
/** The sandbox cannot be had by root, as whom a build runs in a container. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Opens a page and returns the document as it then is. */
export const opened = async (page: string, ...options: ReadonlyArray<string>): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  const file = join(folder, 'page.html')
  writeFileSync(file, page)
  const args = [...headless, ...sandbox, `--user-data-dir=${join(folder, 'profile')}`, ...options]
  try {
    return await new Promise((done, fail) => {
      execFile(
        browser ?? '',
        [...args, '--dump-dom', pathToFileURL(file).href],
        { timeout: 180_000, maxBuffer: 64 * 1_048_576 },
        (error, stdout) => (error instanceof Error ? fail(error) : done(stdout))
      )
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
