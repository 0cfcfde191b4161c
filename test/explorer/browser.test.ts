/** The page in a real browser: a story clicked through, by mouse and by keyboard, and how it looks to everybody. */
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ended } from '../cli/ended.js'
import { isThere, launched, openedAt, orSkipped, ownFile, type Opened } from './browser.js'

let browser: Browser
beforeAll(async () => {
  if (isThere) browser = await launched()
})
afterAll(() => (isThere ? browser.close() : undefined))

const open = (...args: Parameters<typeof openedAt> extends [unknown, ...infer Rest] ? Rest : never) =>
  openedAt(browser, ...args)

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page) => page.locator('#state').innerText()
const last = (page: Page) => page.getByRole('status').innerText()
const lines = (page: Page) => page.getByLabel('The story as JSON Lines').inputValue()

/** It has asked for nothing but itself, and nothing went wrong. */
const isQuiet = ({ requests, complaints }: Opened) => {
  expect(complaints).toEqual([])
  expect([...new Set(requests)]).toEqual([ownFile])
}

const failed = 'store=AWS_CLOUDHSM&moves=password.no,ConnectCustomKeyStore,kms.settle'
const withKey = 'ConnectCustomKeyStore,kms.settle,CreateKey,Encrypt.1'

/** States of the page that show all its parts. */
const addresses = [
  '',
  `${failed}&open=ConnectCustomKeyStore,DisconnectCustomKeyStore,DeleteCustomKeyStore`,
  `store=AWS_CLOUDHSM&moves=${withKey},hsms.one,failure.KMSInternalException&open=CreateKey,Encrypt.1`,
  'store=VPC_ENDPOINT_SERVICE&moves=service.no,ConnectCustomKeyStore&open=UpdateCustomKeyStore.NewCustomKeyStoreName',
  `store=PUBLIC_ENDPOINT&edition=developer-guide&moves=${withKey}&open=UpdateCustomKeyStore.NewCustomKeyStoreName`,
  'store=AWS_CLOUDHSM&moves=DeleteCustomKeyStore',
  'nonsense'
]

/** Folds everything out. */
const unfold = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))

describe.skipIf(!isThere)(`the page in Chromium${orSkipped}`, () => {
  it('plays a story by clicks, which replay plays with the same end', async () => {
    const opened = await open()
    const { page } = opened
    expect(await heading(page)).toBe('The store is DISCONNECTED')
    await page.getByLabel('KMS holds its password').uncheck()
    await button(page, 'Send ConnectCustomKeyStore').click()
    expect(await last(page)).toContain('accepted → CONNECTING')
    await button(page, 'End it as the facts say').click()
    expect(await heading(page)).toBe('The store is FAILED, INVALID_CREDENTIALS')
    await button(page, 'Send CreateKey').click()
    expect(await last(page)).toContain('CustomKeyStoreInvalidStateException')
    await button(page, 'Send DisconnectCustomKeyStore').click()
    await button(page, 'It has disconnected').click()
    await button(page, 'Send UpdateCustomKeyStore, the password of kmsuser').click()
    expect(await page.getByLabel('KMS holds its password').isChecked()).toBe(true)
    await button(page, 'Send ConnectCustomKeyStore').click()
    await button(page, 'It has connected').click()
    expect(await heading(page)).toBe('The store is CONNECTED')
    await button(page, 'Send CreateKey').click()
    await button(page, 'Send DisableKey').click()
    expect(await page.getByRole('combobox', { name: 'KMS key' }).innerText()).toBe('1, Disabled')

    const { code, stdout } = await ended(['replay', '-', '--json'], await lines(page))
    const outcomes = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect([code, outcomes.length]).toEqual([0, 13])
    expect(outcomes.at(-1)).toMatchObject({
      operation: 'DisableKey',
      keys: [{ before: 'Enabled', after: 'Disabled' }]
    })
    isQuiet(opened)
  })

  it('is at an address that opens the same page, goes back, and leads to each step', async () => {
    const { page } = await open(failed)
    await button(page, 'Send DisconnectCustomKeyStore').click()
    const story = await lines(page)
    await page.reload()
    expect([await heading(page), await lines(page)]).toEqual(['The store is DISCONNECTING', story])
    await page.goBack()
    await expect.poll(() => heading(page)).toBe('The store is FAILED, INVALID_CREDENTIALS')
    await page.getByRole('link', { name: 'ConnectCustomKeyStore', exact: true }).click()
    await expect.poll(() => heading(page)).toBe('The store is CONNECTING')
    await page.getByRole('link', { name: 'CONNECTED', exact: true }).click()
    await expect.poll(() => heading(page)).toBe('The store is CONNECTED')
    await page.getByLabel('Edition of AWS’s text').selectOption('exception-text-2026')
    expect(page.url()).toBe(
      `${ownFile}#store=AWS_CLOUDHSM&edition=exception-text-2026&moves=ConnectCustomKeyStore,kms.settle`
    )
    await page.getByLabel('Kind of store').selectOption('VPC_ENDPOINT_SERVICE')
    expect(await heading(page)).toBe('The store is CONNECTED')
    await page.getByText('1 rule does not hold').first().click()
    await expect.poll(() => page.url()).toMatch(/&open=[\w.]+$/)
    const { length } = await page.locator('.rules').all()
    await page.reload()
    expect([length, await page.locator('.rules').count()]).toEqual([1, 1])
  })

  it('tells of an address that it cannot read, and shows the start', async () => {
    const opened = await open('store=AWS_CLOUDHSM&moves=nothing')
    expect(await opened.page.getByRole('alert').innerText()).toBe(
      'The address of this page could not be read: Number 1 of its moves is unknown for this kind of store. This is the start page.'
    )
    expect(await heading(opened.page)).toBe('The store is DISCONNECTED')
    await button(opened.page, 'Send ConnectCustomKeyStore').click()
    expect(await opened.page.getByRole('alert').innerText()).toBe('')
    isQuiet(opened)
  })

  it('can be used by the keyboard alone, and the focus is never lost', async () => {
    const { page } = await open()
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    const tabTo = async (name: string) => {
      for (let i = 0; i < 100 && (await focused()) !== name; i++) await page.keyboard.press('Tab')
      expect(await focused()).toBe(name)
    }
    await tabTo('Send ConnectCustomKeyStore')
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid')
    await page.keyboard.press('Enter')
    expect(await heading(page)).toBe('The store is CONNECTING')
    expect(await focused()).toBe('Send ConnectCustomKeyStore')
    await page.keyboard.press('Shift+Tab')
    await page.locator('body').press('Home')
    await tabTo('End it as the facts say')
    await page.keyboard.press('Space')
    expect(await heading(page)).toBe('The store is CONNECTED')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('last')
    await tabTo('Send CreateKey')
    await page.keyboard.press('Enter')
    expect(await last(page)).toContain('CreateKey')
    await page.getByLabel('HSMs').focus()
    await page.keyboard.press('ArrowDown')
    expect(await last(page)).toContain('Cluster: HSMs, two active, in one zone')
  })

  it.each(addresses)('has nothing outside of a screen of 360 pixels: #%s', async (address) => {
    const { page } = await open(address, { viewport: { width: 360, height: 640 } })
    await unfold(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  it.each(['light', 'dark'] as const)('is without a fault that axe finds, in %s', async (colorScheme) => {
    const { page } = await open('', { colorScheme, reducedMotion: 'reduce' })
    for (const address of addresses) {
      await page.goto(`${ownFile}#${address}`)
      await page.reload()
      await unfold(page)
      await page.evaluate(axe.source)
      const violations = await page.evaluate(async () => {
        const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
        })
        return found.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)
        )
      })
      expect(violations, address).toEqual([])
    }
  })

  it('has other colours in the dark, and moves nothing for those who do not want it', async () => {
    const { page } = await open('', { colorScheme: 'light' })
    const look = () =>
      page.evaluate(() => [
        getComputedStyle(document.body).backgroundColor,
        getComputedStyle(document.querySelector('button')!).transitionDuration
      ])
    const [light, moving] = await look()
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    const [dark, still] = await look()
    expect(dark).not.toBe(light)
    expect([moving?.includes('0.15s'), still]).toEqual([true, '0s'])
  })

  it('runs nothing that is not its own, and lets nothing out', async () => {
    const { page } = await open()
    const blocked = await page.evaluate(async () => {
      const violated: Array<string> = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violated.push(effectiveDirective)
      })
      const script = document.createElement('script')
      script.textContent = 'document.title = "changed"'
      document.body.append(script)
      document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.com/a.png' }))
      await fetch('https://example.com/').catch(() => undefined)
      while (violated.length < 3) await new Promise((done) => setTimeout(done, 10))
      return [...violated, document.title]
    })
    expect(blocked.sort()).toEqual([
      'Custom key stores of AWS KMS, to try',
      'connect-src',
      'img-src',
      'script-src-elem'
    ])
  })

  it('gives the story away: as a file, and to the clipboard', async () => {
    const { page } = await open(failed, { permissions: ['clipboard-read', 'clipboard-write'] })
    const story = await lines(page)
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download story.jsonl' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('story.jsonl')
    const chunks: Array<Buffer> = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe(story)
    await button(page, 'Copy the story').click()
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('The story is copied.')
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    expect(await clipboard()).toBe(story)
    await button(page, 'Copy a link to this').click()
    await expect.poll(clipboard).toBe(`${ownFile}#${failed}`)
  })
})
