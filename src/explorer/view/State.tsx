import { isFailed } from '../../model/CustomKeyStore.js'
import { connectionStates } from '../../model/ConnectionState.js'
import { addressOf } from '../address.js'
import { pageIn, type Action, type Page } from '../Page.js'
import type { Story } from '../Story.js'
import { stateWords } from '../words.js'
import { Diagram } from './Diagram.js'
import { OwnWork } from './OwnWork.js'

interface Shown {
  readonly page: Page
  readonly story: Story
  readonly send: (action: Action) => void
}

const now = ({ place: { store } }: Story): string => {
  if (store === undefined) return 'deleted'
  return stateWords(store.ConnectionState, isFailed(store) ? store.ConnectionErrorCode : undefined)
}

/** The store in its state, where one can begin instead, and what KMS can do by itself. */
export const State = ({ page, story, send }: Shown) => (
  <section class="state-section" aria-labelledby="state">
    <h2 id="state">
      The store is <span class="now-words">{now(story)}</span>
    </h2>
    <Diagram story={story} />
    <p class="begin">
      Begin with a store that is{' '}
      {connectionStates.map((state, i) => (
        <>
          {i > 0 && ', '}
          <a key={state} href={`#${addressOf(pageIn(page, page.kind, state))}`}>
            {state}
          </a>
        </>
      ))}
      .
    </p>
    <OwnWork page={page} story={story} send={send} />
  </section>
)
