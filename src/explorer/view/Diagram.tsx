import { boxOf, drawing, middles, size, type Drawn } from '../diagram.js'
import { connectionStates, type ConnectionState } from '../../model/ConnectionState.js'
import { asksWithoutStore, storeAsks } from '../asks.js'
import type { Story } from '../Story.js'
import { verdictOn } from '../verdicts.js'
import { listed } from '../words.js'

/** Whether an arrow can be gone along now: yes, not as things are, or not from the present state. */
type Passable = 'open' | 'refused' | 'elsewhere'

const passable = (story: Story, { from, by }: Drawn): Passable => {
  const { store, kind } = story.place
  if (from !== (store?.ConnectionState ?? 'start')) return 'elsewhere'
  const asks = store === undefined ? asksWithoutStore(kind) : storeAsks(kind)
  const ask = asks.find(({ operation }) => operation === by)
  return ask === undefined || verdictOn(story)(ask).outcome.is === 'accepted' ? 'open' : 'refused'
}

const Arrow = ({ arrow, is }: { readonly arrow: Drawn; readonly is: Passable }) => (
  <g class={`arrow ${is}`}>
    <path d={arrow.line} marker-end={`url(#head-${is})`} />
    <text x={arrow.x} y={arrow.y} text-anchor={arrow.anchor}>
      {is === 'refused' && '✗ '}
      {arrow.words}
    </text>
  </g>
)

const State = ({ state, isNow }: { readonly state: ConnectionState; readonly isNow: boolean }) => {
  const { x, y } = middles[state]
  const box = boxOf(state)
  return (
    <g class={isNow ? 'state now' : 'state'}>
      {isNow && (
        <rect
          class="ring"
          x={x - box.x / 2 - 4}
          y={y - box.y / 2 - 4}
          width={box.x + 8}
          height={box.y + 8}
          rx="11"
        />
      )}
      <rect x={x - box.x / 2} y={y - box.y / 2} width={box.x} height={box.y} rx="8" />
      <text x={x} y={y + 5} text-anchor="middle">
        {state}
      </text>
    </g>
  )
}

const Head = ({ is }: { readonly is: Passable }) => (
  <marker
    id={`head-${is}`}
    class={`arrow-head ${is}`}
    viewBox="0 0 10 10"
    refX="9"
    refY="5"
    markerWidth="7"
    markerHeight="7"
    orient="auto"
  >
    <path d="M0 1 10 5 0 9z" />
  </marker>
)

const kinds: ReadonlyArray<Passable> = ['elsewhere', 'refused', 'open']

const words = (story: Story, shown: ReadonlyArray<readonly [Drawn, Passable]>): string => {
  const state = story.place.store?.ConnectionState
  const ways = shown.flatMap(([{ words, to }, is]) => (is === 'open' ? [`${words} to ${to}`] : []))
  const now = state === undefined ? 'The store is deleted' : `The store is ${state}`
  return `State diagram. ${now}. ${ways.length === 0 ? 'No arrow leads on as things are.' : `From here: ${listed(ways, 'or')}.`}`
}

/** The states and all that leads from one to another, with the store in its state. */
export const Diagram = ({ story }: { readonly story: Story }) => {
  const state = story.place.store?.ConnectionState
  const shown = drawing.map((arrow) => [arrow, passable(story, arrow)] as const)
  return (
    <svg
      class="diagram"
      viewBox={`0 0 ${String(size.x)} ${String(size.y)}`}
      role="img"
      aria-label={words(story, shown)}
    >
      <defs>
        {kinds.map((is) => (
          <Head key={is} is={is} />
        ))}
      </defs>
      <circle class="start" cx={middles.start.x} cy={middles.start.y} r="9" />
      <circle
        class={state === undefined ? 'deleted now' : 'deleted'}
        cx={middles.deleted.x}
        cy={middles.deleted.y}
        r="11"
      />
      {kinds.flatMap((kind) =>
        shown.flatMap(([arrow, is]) =>
          is === kind ? [<Arrow key={`${arrow.from} ${arrow.by}`} arrow={arrow} is={is} />] : []
        )
      )}
      {connectionStates.map((each) => (
        <State key={each} state={each} isNow={each === state} />
      ))}
    </svg>
  )
}
