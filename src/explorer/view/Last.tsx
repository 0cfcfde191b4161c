import type { Page } from '../Page.js'
import type { Story, Told } from '../Story.js'
import { becameOf, moveWords, reasonsOf } from '../words.js'
import { Link } from './Link.js'
import { Marked } from './Marked.js'

const Answer = ({ outcome }: Told) =>
  'answer' in outcome && Object.keys(outcome.answer).length > 0 ? (
    <details>
      <summary>The answer of KMS</summary>
      <pre>{JSON.stringify(outcome.answer, undefined, 2)}</pre>
    </details>
  ) : null

/** What was done last and what became of it. It is read out when it changes, and has the focus when a button has gone. */
export const Last = ({ page, story }: { readonly page: Page; readonly story: Story }) => {
  const move = page.moves.at(-1)
  const told = story.told.filter(({ after }) => after === page.moves.length).at(-1)
  return (
    <div class="last" id="last" role="status" tabIndex={-1}>
      {move === undefined ? (
        <p>The store has just been created. Send a request, switch a fact, or let KMS do its work.</p>
      ) : (
        <>
          <p>
            <span class="faint">Last: </span>
            <strong>{moveWords(move)}</strong> {told !== undefined && <Marked {...becameOf(told)} />}
          </p>
          {told !== undefined &&
            reasonsOf(told).map(({ says, url }) => (
              <p key={says} class="reason">
                {says} <Link to={url}>AWS’s page</Link>
              </p>
            ))}
          {told !== undefined && <Answer {...told} />}
        </>
      )}
    </div>
  )
}
