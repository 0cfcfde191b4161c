import { canBeSwitched, isClaim, isHealthy, present, type Fact, type FactGroup } from '../facts/Fact.js'
import { factGroups } from '../facts/groups.js'
import { failures } from '../moves.js'
import { hasRoom, type Action, type Page } from '../Page.js'
import type { Place } from '../Place.js'
import type { Story } from '../Story.js'

interface Shown {
  readonly page: Page
  readonly story: Story
  readonly send: (action: Action) => void
}

interface ShownFact {
  readonly fact: Fact
  readonly place: Place
  readonly isFixed: boolean
  readonly choose: (id: string) => void
}

const fault = (
  <span class="fault">
    <span aria-hidden="true">✗</span>
    <span class="unseen">not as it should be</span>
  </span>
)

const Claim = ({ fact, place, isFixed, choose }: ShownFact) => (
  <label class="fact">
    <input
      type="checkbox"
      checked={present(place, fact).id === 'yes'}
      disabled={isFixed}
      onChange={({ currentTarget }) => choose(currentTarget.checked ? 'yes' : 'no')}
    />
    <span>{fact.says}</span>
    {!isHealthy(place, fact) && fault}
  </label>
)

const Choice = ({ fact, place, isFixed, choose }: ShownFact) => (
  <label class="fact">
    <span>{fact.says}</span>
    <select
      value={present(place, fact).id}
      disabled={isFixed}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      {fact.options.map(({ id, says }) => (
        <option key={id} value={id}>
          {says}
        </option>
      ))}
    </select>
    {!isHealthy(place, fact) && fault}
  </label>
)

const Group = ({ group, page, story, send }: Shown & { readonly group: FactGroup }) => {
  const facts = group.facts.filter(({ matters }) => matters === undefined || matters(story.place))
  return (
    <fieldset>
      <legend>{group.title}</legend>
      {facts.map((fact) => {
        const shown: ShownFact = {
          fact,
          place: story.place,
          isFixed: !hasRoom(page) || !canBeSwitched(story.place, fact),
          choose: (id) => {
            const option = fact.options.find((each) => each.id === id)
            if (option !== undefined) send({ type: 'move', move: { does: 'fact', fact, option } })
          }
        }
        return isClaim(fact) ? <Claim key={fact.id} {...shown} /> : <Choice key={fact.id} {...shown} />
      })}
    </fieldset>
  )
}

const Failure = ({ page, story, send }: Shown) => (
  <fieldset>
    <legend>AWS KMS itself</legend>
    <label class="fact">
      <span>From now on</span>
      <select
        value={story.failure ?? ''}
        disabled={!hasRoom(page)}
        onChange={({ currentTarget }) => {
          const failure = failures.find((name) => name === currentTarget.value)
          send({ type: 'move', move: { does: 'failure', failure } })
        }}
      >
        <option value="">it works</option>
        {failures.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      {story.failure !== undefined && fault}
    </label>
  </fieldset>
)

/** What stands behind the store, to be switched from as it should be to a fault and back. */
export const Facts = (shown: Shown) => (
  <section class="facts-section" aria-labelledby="facts">
    <h2 id="facts">What stands behind the store</h2>
    <div class="facts">
      {factGroups[shown.page.kind].map((group) => (
        <Group key={group.title} group={group} {...shown} />
      ))}
      <Failure {...shown} />
    </div>
  </section>
)
