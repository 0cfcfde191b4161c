import { assumptions } from '../../assumptions.js'
import type { AssumptionNumber } from '../../leavesOpen.js'
import { observations, type ObservationName } from '../../observations.js'
import { standingOf } from '../../Evidence.js'
import type { Finding } from '../../rules/findings.js'
import type { Follows } from '../../rules/Follows.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { Verdict } from '../verdicts.js'
import { isOpen, openWords } from '../words.js'
import { Link, RuleLink, SourceLink } from './Link.js'

interface OfOperation {
  readonly operation: OperationName
}

const Seen = ({ observed }: { readonly observed: ObservationName | undefined }) =>
  observed === undefined ? null : (
    <p class="faint">
      Seen at AWS: {observations[observed].says} ({observations[observed].where})
    </p>
  )

const sentence = ({ of, says, where }: Finding): string =>
  [
    ...(of === undefined ? [] : [`(${of})`]),
    says,
    ...(where === undefined ? [] : [`Where ${where.join(', and ')}.`])
  ].join(' ')

const consequence = ({ neverAsked, otherwise }: Finding): string =>
  neverAsked === true ? 'never asked for' : `otherwise ${otherwise}`

const Rule = ({ operation, finding }: OfOperation & { readonly finding: Finding }) => {
  const holds = finding.verdict === 'holds'
  return (
    <li class={holds ? 'holds' : 'broken'}>
      <p>
        <span class="sign" aria-hidden="true">
          {holds ? '✓' : '✗'}
        </span>
        <strong>{holds ? 'Holds: ' : 'Does not hold: '}</strong>
        {sentence(finding)}
      </p>
      <p class="faint">
        <RuleLink operation={operation} rule={finding.rule} /> · {consequence(finding)} · {finding.standing} ·{' '}
        <SourceLink source={finding.source} />
      </p>
      <Seen observed={finding.observed} />
    </li>
  )
}

const Consequence = ({ operation, statement }: OfOperation & { readonly statement: Follows<never> }) => (
  <li class="follows">
    <p>
      <span class="sign" aria-hidden="true">
        →
      </span>
      <strong>Follows: </strong>
      {statement.says}
    </p>
    <p class="faint">
      <RuleLink operation={operation} rule={statement.name} /> · {standingOf(statement)} ·{' '}
      <SourceLink source={statement.source} />
    </p>
    <Seen observed={statement.observed} />
  </li>
)

const Assumed = ({ number }: { readonly number: AssumptionNumber }) => (
  <li>
    <Link to={`assumptions.md#${number.toLowerCase()}`}>{number}</Link>: {assumptions[number].says}
  </li>
)

/** What AWS leaves open of a request, and what was assumed. */
const Open = ({ leftOpen }: Pick<Verdict, 'leftOpen'>) =>
  isOpen(leftOpen) && (
    <div class="open">
      <p>
        <strong>{openWords(leftOpen)}</strong>
      </p>
      <ul>
        {leftOpen.assumes.map((number) => (
          <Assumed key={number} number={number} />
        ))}
      </ul>
    </div>
  )

/** How every rule stands that has a say, what follows, and what is left open. */
export const Rules = ({ ask: { operation }, explanation: { rules, follows }, leftOpen }: Verdict) => {
  const said = rules.filter(({ verdict }) => verdict !== 'does not apply')
  const others = rules.length - said.length
  return (
    <div class="rules">
      <ol aria-label={`Rules of ${operation}, in the order in which they are checked`}>
        {said.map((finding, i) => (
          <Rule key={i} operation={operation} finding={finding} />
        ))}
        {follows.map((statement) => (
          <Consequence key={statement.name} operation={operation} statement={statement} />
        ))}
      </ol>
      {others > 0 && <p class="faint">{others} more do not apply here.</p>}
      <Open leftOpen={leftOpen} />
    </div>
  )
}

/** How many rules hold and do not, in words. */
export const countWords = ({ explanation: { rules } }: Verdict): string => {
  const holding = rules.filter(({ verdict }) => verdict === 'holds').length
  const broken = rules.filter(({ verdict }) => verdict === 'does not hold').length
  if (broken === 0) return holding === 1 ? 'Its one rule holds' : `All ${String(holding)} rules hold`
  const brokenWords = broken === 1 ? '1 rule does not hold' : `${String(broken)} rules do not hold`
  return `${brokenWords}, ${String(holding)} ${holding === 1 ? 'holds' : 'hold'}`
}
