import * as E from 'fp-ts/lib/Either.js'
import { render } from 'preact'
import { addressOf, pageAt } from '../address.js'
import { reduce, startPage, type Action, type Page } from '../Page.js'
import { App } from './App.js'

interface Seen {
  readonly page: Page
  readonly notice: string
}

/** What the address says now; the start where it says nothing that can be read. */
const seenAt = (address: string): Seen => {
  const read = pageAt(address.replace(/^#/, ''))
  if (E.isRight(read)) return { page: read.right, notice: '' }
  return {
    page: startPage,
    notice: `The address of this page could not be read: ${read.left} This is the start page.`
  }
}

/** What is folded in or out is no step for the button of the browser that goes back. */
const show = (page: Page, isStep: boolean): void => {
  const address = `#${addressOf(page)}`
  if (isStep) location.assign(address)
  else location.replace(address)
}

/** The button that had the focus may be gone with what it did. */
const keepFocus = (): void => {
  if (document.activeElement === null || document.activeElement === document.body) {
    document.getElementById('last')?.focus({ preventScroll: true })
  }
}

const copied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

const start = (place: HTMLElement): void => {
  const home = location.href.replace(/#.*$/, '')
  let seen = seenAt(location.hash)

  const see = (next: Seen): void => {
    seen = next
    render(<App {...seen} home={home} send={send} copy={copy} />, place)
  }

  const send = (action: Action): void => {
    const page = reduce(seen.page, action)
    see({ page, notice: '' })
    show(page, action.type !== 'open' && action.type !== 'key')
    keepFocus()
  }

  const copy = (text: string, what: string): void => {
    void copied(text).then((isDone) => {
      const notice = isDone
        ? what
        : 'The browser does not let this page copy: select the text below and copy it.'
      see({ ...seen, notice })
    })
  }

  see(seen)
  addEventListener('hashchange', () => {
    if (`#${addressOf(seen.page)}` !== location.hash) see(seenAt(location.hash))
  })
}

const place = document.getElementById('explorer')
if (place !== null) start(place)
