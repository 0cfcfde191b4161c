import { editionNames, editions } from '../../editions/editions.js'
import { kindNames, kindWords } from '../beginning.js'
import type { Action, Page } from '../Page.js'
import type { Story } from '../Story.js'

interface Shown {
  readonly page: Page
  readonly story: Story
  readonly send: (action: Action) => void
}

const published = (name: (typeof editionNames)[number]): string =>
  editions[name].isPublished ? 'published now' : 'no longer published'

/** The kind of store, and the edition of AWS's text. */
export const Choices = ({ page, story, send }: Shown) => (
  <div class="choices">
    <label>
      Kind of store{' '}
      <select
        value={page.kind}
        onChange={({ currentTarget }) => {
          const kind = kindNames.find((name) => name === currentTarget.value)
          const state = story.place.store?.ConnectionState
          if (kind !== undefined) send({ type: 'kind', kind, state })
        }}
      >
        {kindNames.map((name) => (
          <option key={name} value={name}>
            {kindWords[name]}
          </option>
        ))}
      </select>
    </label>
    <label>
      Edition of AWS’s text{' '}
      <select
        value={page.edition}
        onChange={({ currentTarget }) => {
          const edition = editionNames.find((name) => name === currentTarget.value)
          if (edition !== undefined) send({ type: 'edition', edition })
        }}
      >
        {editionNames.map((name) => (
          <option key={name} value={name}>
            {name}, {published(name)}
          </option>
        ))}
      </select>
    </label>
    <details class="editions">
      <summary>What the editions are</summary>
      <p>
        AWS’s texts disagree in which states a store may be updated, and they have changed. Each wording is an
        edition; the first is the default. ≠ marks what another edition answers otherwise.
      </p>
      <dl>
        {editionNames.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>, {published(name)}
            </dt>
            <dd>{editions[name].follows}</dd>
          </div>
        ))}
      </dl>
    </details>
  </div>
)
