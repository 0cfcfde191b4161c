import type { ComponentChildren } from 'preact'
import { ruleAddress } from '../../conform/ruleAddress.js'
import type { OperationName } from '../../exceptions/documentedExceptions.js'
import { sources, type Source } from '../../sources.js'
import { Name } from './Name.js'

/** A link away from the page. */
export const Link = ({ to, children }: { readonly to: string; readonly children: ComponentChildren }) => (
  <a href={to} rel="noreferrer">
    {children}
  </a>
)

/** The page of AWS that states something. */
export const SourceLink = ({ source }: { readonly source: Source }) => (
  <Link to={sources[source].url}>{sources[source].title}</Link>
)

/** An address of a page of the package, as seen from the page itself, which lies beside it. */
const beside = (address: string): string => address.replace(/^docs\//, '')

/** The place of a rule in rules.md. */
export const RuleLink = (is: { readonly operation: OperationName; readonly rule: string }) => (
  <Link to={beside(ruleAddress(is.operation, is.rule))}>
    <code>
      <Name of={is.rule} />
    </code>
  </Link>
)
