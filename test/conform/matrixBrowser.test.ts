/** The page in a real browser: nothing runs, everything can be read in light and dark, wide and narrow. */
import { describe, expect, it } from 'vitest'
import { matrixPage } from '../../src/conform/matrix/index.js'
import { browser, opened } from './browser.js'
import { deviations, madeReport } from './madeReport.js'
import { looking, type Seen } from './looking.js'
import { attacks, columnWith } from './hostileReport.js'

if (browser === undefined)
  console.warn('No Chromium is installed: the tests of the page in a browser are skipped.')

const harmless = columnWith((text) => text)
/** Its differing check is marked as not as assumed. */
const assumed = columnWith((text) => text, {
  ...madeReport(),
  faults: deviations.map((one) => ({ ...one, difference: { ...one.difference, standing: 'assumed' } }))
})
const page = matrixPage([harmless, assumed, harmless], 'docs/rules.md')

/** The page as it would be if its policy let a script run. */
const unguarded = (text: string): string =>
  text.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '')

const seenIn = async (text: string, ...options: ReadonlyArray<string>): Promise<Seen> => {
  const document = await opened(unguarded(text).replace('</body>', `${looking}</body>`), ...options)
  const [, seen = ''] = /data-seen="([^"]*)"/.exec(document) ?? []
  return JSON.parse(seen.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

const dark = '--blink-settings=preferredColorScheme=0'
const bright = '--blink-settings=preferredColorScheme=1'

describe.skipIf(browser === undefined)('the page in Chromium, skipped where that is not installed', () => {
  it.each([
    ['wide and light', ['--window-size=1400,1000', bright], 'rgb(255, 255, 255)'],
    ['wide and dark', ['--window-size=1400,1000', dark], 'rgb(13, 17, 23)'],
    ['narrow and light', ['--window-size=500,900', bright], 'rgb(255, 255, 255)']
  ])('can be read, and used by the keyboard: %s', async (_, options, back) => {
    const seen = await seenIn(page, ...options)
    expect(seen).toMatchObject({
      ...{ back, overflow: 0, regions: [true, true], links: true, unnamedLinks: 0, inTables: true },
      rows: 5
    })
    expect(seen.worstContrast).toBeGreaterThanOrEqual(4.5)
  })

  it('shows hostile text and does nothing that it says, even if no policy forbade it', async () => {
    const columns = attacks.map((attack) => columnWith((text) => `${attack}${text}`))
    const seen = await seenIn(matrixPage(columns, 'docs/rules.md'), '--window-size=1400,1000', bright)
    // The one that looks.
    expect(seen).toMatchObject({ scripts: 1, overflow: 0, inTables: true, links: true })
    expect(seen.title).toBe('AWS KMS custom key stores: implementations and the rules')
  })

  it('forbids every script by its policy', async () => {
    const document = await opened(page.replace('</body>', `${looking}</body>`))
    expect(document).toContain('an emulator')
    expect(document).not.toContain('data-seen')
  })
})
