/** What the page looks like from within. */
export interface Seen {
  readonly worstContrast: number
  readonly back: string
  /** Pixels by which the page is wider than the window. */
  readonly overflow: number
  /** Whether each region that scrolls, and each link that is shown, takes the focus. */
  readonly regions: ReadonlyArray<boolean>
  readonly links: boolean
  readonly unnamedLinks: number
  readonly rows: number
  readonly scripts: number
  readonly inTables: boolean
  readonly title: string
}

/** A script that looks at the page it is in, and leaves what it has seen in the document. It is run by a browser alone. */
export const looking = `<script>
const colour = (text) => text.match(/[\\d.]+/g).map(Number)
const linear = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)
const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
const behind = (element) => {
  if (element === null) return [255, 255, 255]
  const [r, g, b, a = 1] = colour(getComputedStyle(element).backgroundColor)
  return a === 1 ? [r, g, b] : behind(element.parentElement)
}
const contrast = (element) => {
  const [one, other] = [light(colour(getComputedStyle(element).color)), light(behind(element))]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}
const hasText = (element) =>
  [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')
const focused = (element) => {
  element.focus()
  return document.activeElement === element
}
const all = (selector) => [...document.querySelectorAll(selector)]
document.documentElement.dataset.seen = JSON.stringify({
  worstContrast: Math.min(...all('body *:not(script)').filter(hasText).map(contrast)),
  back: getComputedStyle(document.body).backgroundColor,
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  regions: all('.scroll').map(focused),
  links: all('a, summary').filter((link) => link.checkVisibility()).every(focused),
  unnamedLinks: all('a').filter((link) => link.textContent.trim() === '').length,
  rows: all('.matrix tbody tr').length,
  scripts: all('body script').length,
  inTables: all('td, th').every((cell) => cell.closest('table') !== null),
  title: document.title
})
</script>`
