import { errorCodes, moveText, spans, type Move, type OwnWork as Work } from '../moves.js'
import { hasRoom, type Action, type Page } from '../Page.js'
import type { Story } from '../Story.js'
import { endingIn, type Ending } from '../verdicts.js'
import { moveWords, stateWords } from '../words.js'
import { Link } from './Link.js'

interface Shown {
  readonly page: Page
  readonly story: Story
  readonly send: (action: Action) => void
}

const Moves = ({
  moves,
  page,
  send
}: Omit<Shown, 'story'> & { readonly moves: ReadonlyArray<readonly [Move, string]> }) => (
  <>
    {moves.map(([move, words]) => (
      <button
        key={moveText(move)}
        type="button"
        disabled={!hasRoom(page)}
        onClick={() => send({ type: 'move', move })}
      >
        {words}
      </button>
    ))}
  </>
)

const own = (work: Work, words: string): readonly [Move, string] => [{ does: 'own work', work }, words]

const Because = ({ because }: Ending) =>
  because === undefined ? null : (
    <p class="reason">
      Not met: {because.message} <Link to={because.url}>AWS’s page</Link>
    </p>
  )

const Connecting = ({ page, send, ending }: Omit<Shown, 'story'> & { readonly ending: Ending }) => (
  <>
    <p>
      KMS is connecting the store. As the facts are now, it ends in{' '}
      <strong>{stateWords(ending.state, ending.code)}</strong>.
    </p>
    <Because {...ending} />
    <div class="buttons">
      <Moves
        page={page}
        send={send}
        moves={[own('settle', 'End it as the facts say'), own('connected', 'It has connected')]}
      />
    </div>
    <details>
      <summary>Or let it fail</summary>
      <div class="buttons codes">
        <Moves page={page} send={send} moves={errorCodes(page.kind).map((code) => own(code, code))} />
      </div>
    </details>
  </>
)

const Disconnecting = ({ page, send }: Omit<Shown, 'story'>) => (
  <>
    <p>KMS is disconnecting the store.</p>
    <div class="buttons">
      <Moves
        page={page}
        send={send}
        moves={[own('settle', 'End it as the facts say'), own('disconnected', 'It has disconnected')]}
      />
    </div>
  </>
)

/** What KMS is doing with the store, to let happen; and time, to let pass. */
export const OwnWork = ({ page, story, send }: Shown) => {
  const { store } = story.place
  const ending = endingIn(story.place, story.failure)
  return (
    <div class="own-work">
      <h3>What KMS does by itself</h3>
      {ending === undefined && <p class="faint">Nothing: the store stays as it is until the next request.</p>}
      {ending !== undefined && store?.ConnectionState === 'CONNECTING' && (
        <Connecting page={page} send={send} ending={ending} />
      )}
      {ending !== undefined && store?.ConnectionState === 'DISCONNECTING' && (
        <Disconnecting page={page} send={send} />
      )}
      <div class="buttons">
        <Moves
          page={page}
          send={send}
          moves={spans.map((days) => {
            const move: Move = { does: 'time', days }
            return [move, moveWords(move).replace('pass', 'later')]
          })}
        />
      </div>
    </div>
  )
}
