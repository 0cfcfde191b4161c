import { editionsInWords } from '../../editions/editions.js'
import { keyState } from '../../model/KmsKey.js'
import { asksWithoutStore, keyAsks, numberOfKey, storeAsks } from '../asks.js'
import { hasRoom, type Action, type Page } from '../Page.js'
import type { Story } from '../Story.js'
import { verdictOn, type Verdict } from '../verdicts.js'
import { isOpen, openWords, outcomeWords } from '../words.js'
import { Marked } from './Marked.js'
import { Name } from './Name.js'
import { countWords, Rules } from './Rules.js'

interface Shown {
  readonly page: Page
  readonly story: Story
  readonly send: (action: Action) => void
}

const Reason = ({ outcome, leftOpen }: Verdict) => (
  <>
    {outcome.is === 'refused' && <p class="reason">{outcome.by.message}</p>}
    {isOpen(leftOpen) && <p class="doubt">{openWords(leftOpen)}</p>}
  </>
)

const Elsewhere = ({ elsewhere }: Verdict) =>
  elsewhere.length === 0 ? null : (
    <ul class="elsewhere">
      {elsewhere.map(({ editions, is }) => (
        <li key={editions[0]}>
          <span aria-hidden="true">≠ </span>Otherwise under {editionsInWords(editions)}:{' '}
          <Marked {...outcomeWords(is)} />
        </li>
      ))}
    </ul>
  )

const Operation = ({ verdict, page, send }: Omit<Shown, 'story'> & { readonly verdict: Verdict }) => {
  const { ask, outcome } = verdict
  const full = ask.does === '' ? ask.operation : `${ask.operation}, ${ask.does}`
  const isUnfolded = page.open.includes(ask.id)
  return (
    <li class={`operation ${outcome.is}`} data-ask={ask.id}>
      <div class="head">
        <div class="what">
          <h3>
            <code>
              <Name of={ask.operation} />
            </code>
            {ask.does !== '' && <small> {ask.does}</small>}
          </h3>
          <Marked {...outcomeWords(outcome)} />
        </div>
        <button
          type="button"
          disabled={!hasRoom(page)}
          onClick={() => send({ type: 'move', move: { does: 'ask', ask } })}
        >
          Send<span class="unseen"> {full}</span>
        </button>
      </div>
      <Reason {...verdict} />
      <Elsewhere {...verdict} />
      <details
        open={isUnfolded}
        onToggle={({ currentTarget: { open } }) => {
          if (open !== isUnfolded) send({ type: 'open', ask: ask.id, isOpen: open })
        }}
      >
        <summary>
          {countWords(verdict)}
          <span class="unseen"> for {full}</span>
        </summary>
        {isUnfolded && <Rules {...verdict} />}
      </details>
    </li>
  )
}

const Keys = ({ page, story, send }: Shown) => {
  const { store, keys } = story.place
  if (store === undefined || keys.length === 0) {
    return <p class="faint">There is no KMS key in the store. CreateKey creates one.</p>
  }
  const chosen = keys.find(({ KeyId }) => numberOfKey(KeyId) === page.key) ?? keys[0]
  const n = chosen === undefined ? 1 : numberOfKey(chosen.KeyId)
  return (
    <>
      <p>
        <label>
          KMS key{' '}
          <select
            value={String(n)}
            onChange={({ currentTarget }) => send({ type: 'key', key: Number(currentTarget.value) })}
          >
            {keys.map((key) => (
              <option key={key.KeyId} value={String(numberOfKey(key.KeyId))}>
                {numberOfKey(key.KeyId)}, {keyState(store)(key)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <ul class="operations">
        {keyAsks(n).map((ask) => (
          <Operation key={ask.operation} verdict={verdictOn(story)(ask)} page={page} send={send} />
        ))}
      </ul>
    </>
  )
}

/** Every request that the page can make, with what becomes of it now. */
export const Operations = (shown: Shown) => {
  const { page, story } = shown
  const asks = story.place.store === undefined ? asksWithoutStore(page.kind) : storeAsks(page.kind)
  return (
    <section class="operations-section" aria-labelledby="operations">
      <h2 id="operations">Operations on the store</h2>
      <ul class="operations">
        {asks.map((ask) => (
          <Operation key={ask.id} verdict={verdictOn(story)(ask)} page={page} send={shown.send} />
        ))}
      </ul>
      <h2>Operations on its keys</h2>
      <Keys {...shown} />
    </section>
  )
}
