import type { Became, Tone } from '../words.js'
import { Name } from './Name.js'

const signs: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', plain: '→' }

/** An outcome with its sign, so that it is not told by its colour alone. */
export const Marked = ({ tone, words }: Became) =>
  words === '' ? null : (
    <span class={`marked ${tone}`}>
      <span aria-hidden="true">{signs[tone]}&nbsp;</span>
      {tone === 'bad' && <span class="unseen">refused or failed: </span>}
      <Name of={words} />
    </span>
  )
