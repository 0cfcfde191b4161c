import { addressOf } from '../address.js'
import { mostMoves, type Action, type Page } from '../Page.js'
import { storyLines, type Story, type Told } from '../Story.js'
import { becameOf, moveWords } from '../words.js'
import { Marked } from './Marked.js'

interface Shown {
  readonly page: Page
  readonly story: Story
  readonly send: (action: Action) => void
  /** The address of the page itself, without what it shows. */
  readonly home: string
  /** Copies a text to the clipboard, and tells that it has. */
  readonly copy: (text: string, what: string) => void
}

const firstWords = ({ step }: Told): string =>
  'operation' in step ? step.operation : 'What stands behind the store is there, without a fault'

const Step = ({ told, page }: { readonly told: Told; readonly page: Page }) => {
  const move = page.moves[told.after - 1]
  const isLast = told.after === page.moves.length
  const words = move === undefined ? firstWords(told) : moveWords(move)
  return (
    <li>
      {isLast ? (
        <strong>{words}</strong>
      ) : (
        <a href={`#${addressOf({ ...page, moves: page.moves.slice(0, told.after) })}`}>{words}</a>
      )}{' '}
      <Marked {...becameOf(told)} />
    </li>
  )
}

/** Everything so far: steps that one can go back to, and the story as `replay` reads it. */
export const StorySoFar = ({ page, story, send, home, copy }: Shown) => {
  const lines = storyLines(story)
  return (
    <section class="story-section" aria-labelledby="story">
      <h2 id="story">The story so far</h2>
      <ol class="steps">
        {story.told.map((told) => (
          <Step key={told.outcome.step} told={told} page={page} />
        ))}
      </ol>
      {page.moves.length >= mostMoves && (
        <p class="doubt">An address holds {mostMoves} steps. Go back, or begin again, to go on.</p>
      )}
      <div class="buttons">
        {page.moves.length > 0 && (
          <button type="button" onClick={() => send({ type: 'undo' })}>
            Take back the last step
          </button>
        )}
        <button type="button" onClick={() => copy(lines, 'The story is copied.')}>
          Copy the story
        </button>
        <button type="button" onClick={() => copy(`${home}#${addressOf(page)}`, 'The link is copied.')}>
          Copy a link to this
        </button>
        <a
          class="button"
          download="story.jsonl"
          href={`data:application/x-ndjson;charset=utf-8,${encodeURIComponent(lines)}`}
        >
          Download story.jsonl
        </a>
      </div>
      <p>
        <code>npx kms-custom-key-store replay story.jsonl</code> plays it and gives the same answers.
      </p>
      <label class="lines">
        The story as JSON Lines
        <textarea id="lines" readOnly rows={8} spellcheck={false} value={lines} />
      </label>
    </section>
  )
}
