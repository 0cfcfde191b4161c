/** The page in a real browser, with all that it asks for and complains of. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { browser as program } from '../conform/browser.js'

export const isThere = program !== undefined

/** In milliseconds: it only ends what hangs. */
const timeout = 180_000

/** For the title of tests that need a browser. */
export const orSkipped = isThere ? '' : ' (skipped: there is no Chromium here)'

export const launched = (): Promise<Browser> =>
  chromium.launch({
    executablePath: spawnSync('which', [program ?? ''], { encoding: 'utf8' }).stdout.trim(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    timeout
  })

const file = pathToFileURL(resolve('docs/explorer.html')).href

/** A page that is open, and what has been asked for and complained of since. */
export interface Opened {
  readonly page: Page
  readonly requests: Array<string>
  readonly complaints: Array<string>
}

/** Opens the page at an address, which is what stands after #. */
export const openedAt = async (
  browser: Browser,
  address = '',
  options: BrowserContextOptions = {}
): Promise<Opened> => {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(timeout)
  const page = await context.newPage()
  const requests: Array<string> = []
  const complaints: Array<string> = []
  page.on('request', (request) => void requests.push(request.url().split('#')[0]!))
  page.on('pageerror', ({ message }) => void complaints.push(message))
  page.on('console', (message) => void complaints.push(message.text()))
  await page.goto(address === '' ? file : `${file}#${address}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, requests, complaints }
}

export const ownFile = file
