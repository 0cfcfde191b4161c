import { useMemo } from 'preact/hooks'
import type { Action, Page } from '../Page.js'
import { playStory } from '../Story.js'
import { Choices } from './Choices.js'
import { Facts } from './Facts.js'
import { Last } from './Last.js'
import { Operations } from './Operations.js'
import { State } from './State.js'
import { StorySoFar } from './StorySoFar.js'

interface Shown {
  readonly page: Page
  /** What the reader has to know, such as that the address could not be read. */
  readonly notice: string
  readonly home: string
  readonly send: (action: Action) => void
  readonly copy: (text: string, what: string) => void
}

/** The whole page but for its footer. */
export const App = ({ page, notice, home, send, copy }: Shown) => {
  const story = useMemo(
    () => playStory(page.kind, page.edition, page.moves),
    [page.kind, page.edition, page.moves]
  )
  const shown = { page, story, send }
  return (
    <>
      <header>
        <h1>Custom key stores of AWS KMS</h1>
        <p>
          A store to try the rules on: send it requests, break what stands behind it, and see what KMS
          answers, by which rule, and which page of AWS says so. Nothing leaves this page; its address is a
          link to what you see.
        </p>
        <div role="alert">{notice !== '' && <p class="notice">{notice}</p>}</div>
        <Choices {...shown} />
      </header>
      <main>
        <State {...shown} />
        <div class="right">
          <Last {...shown} />
          <Operations {...shown} />
        </div>
        <Facts {...shown} />
        <StorySoFar {...shown} home={home} copy={copy} />
      </main>
    </>
  )
}
